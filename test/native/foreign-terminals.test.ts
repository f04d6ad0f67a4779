import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { NativeWorld } from "../../src/native/index.js";
import { parse, printAnswer } from "../../src/trace/index.js";

// Paths of terminals are one set for the whole machine, and are given again. A trace whose terminal
// is gone must not come to the one of another program that has its path by then.

/** A program that makes and ends terminals as fast as it can, for as long as its parent lives. */
const busy = `
  const libc = require("koffi").load(null);
  const functions = ["posix_openpt", "grantpt", "unlockpt", "close"];
  const [open, grant, unlock, close] = functions.map((name) => libc.func(\`int \${name}(int)\`));
  process.stdout.write("ready");
  for (const parent = process.ppid; process.ppid === parent; ) {
    const masters = Array.from({ length: 6 }, () => open(2));
    for (const master of masters) { grant(master); unlock(master); }
    for (const master of masters) close(master);
  }
`;

const trace = parse(
  `---
title: a terminal that is gone
---
init: fork() = owner
owner: openpty() = tty
owner: close(tty.master)
owner: close(tty)
owner: open(tty, O_RDWR)
`,
  "gone.trace",
);

const world = process.platform === "linux" ? await NativeWorld.open() : undefined;
const isApart = world?.facts.isolation === "namespace" && world.facts.terminals;
afterAll(() => world?.close());

/** What the trace shows last. */
async function shown(): Promise<string> {
  const last = (await world?.run(trace))?.observations.at(-1);
  return last ? printAnswer(last.answer) : "";
}

test.runIf(isApart)("a trace never opens the terminal of another program", async () => {
  const other = spawn(process.execPath, ["-e", busy], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(other.stdout, "data");
    for (let run = 0; run < 300; run++) expect(await shown(), `run ${run}`).toBe("-1 ENOENT");
  } finally {
    other.kill("SIGKILL");
  }
});

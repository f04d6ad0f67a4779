import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { retinue } from "./retinue.js";

const schema = JSON.parse(
  await readFile(new URL("../../schema/exploration.schema.json", import.meta.url), "utf8"),
);

test("explore: 0 and how large the space is, when every invariant holds", async () => {
  const { stdout, stderr, status } = await retinue(["explore", "--processes", "2"]);
  expect(stderr).toBe("");
  expect(stdout).toContain("setpgid.not-child");
  expect(stdout).toMatch(/These are all; \d+ invariants hold in every one\./);
  expect(status).toBe(0);
});

test("explore: 1 and the shortest trace, when one does not", async () => {
  const { stdout, status } = await retinue(["explore", "--profile", "gvisor", "--quiet"]);
  expect(stdout).toContain("init: setpgid(init, p1)");
  expect(status).toBe(1);
});

test("explore: 3 where it was limited", async () => {
  const { stdout, status } = await retinue(["explore", "--limit", "50"]);
  expect(stdout).toContain("There are more states");
  expect(status).toBe(3);
});

test.each([["linux"], ["gvisor"]])("explore --json is what its schema says: %s", async (name) => {
  const { stdout } = await retinue(["explore", "--processes", "2", "--json", "--profile", name]);
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
});

test("explore --suite writes traces that check takes, into an empty folder only", async () => {
  const folder = await mkdtemp(join(tmpdir(), "retinue-suite-"));
  try {
    const words = ["explore", "--processes", "2", "--suite", folder];
    const first = await retinue(words);
    expect(first.stdout).toMatch(/^\d+ traces in .*: \d+ situations\n$/);
    const files = await readdir(folder);
    expect(files.length).toBe(Number(first.stdout.split(" ")[0]));
    expect((await retinue(["run", folder, "--quiet"])).status).toBe(0);
    const again = await retinue(words);
    expect(again.stderr).toContain("the folder is not empty");
    expect(again.status).toBe(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  [["--calls", "fork,setpgit"], "there is no call `setpgit`; did you mean `setpgid`?"],
  [["--signals", "SIGSTPO"], "there is no signal `SIGSTPO`; did you mean `SIGSTOP`?"],
  [["--answer", "setpgid.reech=child"], "there is no question `setpgid.reech`"],
  [["--answer", "setpgid.reach=kin"], "setpgid.reach has no answer `kin`"],
  [
    ["--view", "relations", "--calls", "fork,read"],
    "--view relations does not show what `read` does",
  ],
  [["--processes", "9"], "It is a number from 2 to 7."],
  [["--processes", "7"], "states can be renamed with up to 6 processes"],
])("explore %j: says what is wrong", async (words, message) => {
  const { stderr, status } = await retinue(["explore", ...words]);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

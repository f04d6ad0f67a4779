import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { folder, retinue } from "./retinue.js";

const canRun = (await retinue(["doctor"])).status === 0;
const traces = ["test/scenarios/setpgid/child-execed.trace", "test/scenarios/setsid"];

test.skipIf(!canRun)("this kernel is named, with the traces that tell", async () => {
  const { stdout, stderr, status } = await retinue(["fingerprint", ...traces]);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^ +\d +child-execed +EACCES .* M {2}setpgid\/child-execed:\d+$/m);
  expect(stdout).toMatch(/^ this is {2}linux$/m);
  expect(stdout).toMatch(/\d+ of \d+ lines, 0 contradicted/);
  expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(status).toBe(0);
});

test.skipIf(!canRun)("what it writes is taken for --profile", async () => {
  await using place = await folder();
  const file = `${place.path}/here.json`;
  const written = await retinue(["fingerprint", "--name", "here", "--output", file, ...traces]);
  expect(written.status).toBe(0);
  expect(JSON.parse(await readFile(file, "utf8")).name).toBe("here");
  for (const command of ["check", "diff"]) {
    const { stdout, stderr, status } = await retinue([command, "--profile", file, ...traces]);
    expect(stdout).toMatch(/profile {2}here/);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  }
  const run = await retinue(["run", "--profile", file, traces[0] ?? ""]);
  expect(run.stdout).toContain("setpgid.child-execed");
});

test.skipIf(!canRun)(
  "a case that leaves a profile from a file is replayed with the file",
  async () => {
    await using place = await folder();
    const { stdout: json } = await retinue(["fingerprint", "--json", ...traces]);
    const odd = json.replace(
      /("rule": "setpgid.child-execed",\s+"gives": )"EACCES"/,
      (_, before) => `${before}"EBUSY"`,
    );
    const file = await place.write("odd.json", odd);
    const { stdout, status } = await retinue(["check", "--profile", file, traces[0] ?? ""]);
    expect(stdout).toContain(`--profile ${file}`);
    expect(status).toBe(1);
  },
);

test.skipIf(!canRun)(
  "traces with parallel blocks are left out, and named with the reason",
  async () => {
    const open = "examples/races/lost-wakeup.trace";
    const { stdout, stderr, status } = await retinue(["fingerprint", open, ...traces]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(
      /^Not run to the end 1 case: left out for parallel blocks: .*\n {2}races\/lost-wakeup$/m,
    );
    expect(status).toBe(0);
    const alone = await retinue(["fingerprint", open]);
    expect(alone.stderr).toContain("traces without parallel blocks, and here is none");
    expect([alone.stdout, alone.status]).toEqual(["", 2]);
  },
);

test.skipIf(!canRun)("nothing can be said where nothing can be run", async () => {
  await using place = await folder();
  const trace = await place.write(
    "none.trace",
    "---\ntitle: needs a pid of its own\nneeds: [namespace]\n---\ninit: getpid() = init\n",
  );
  const { stderr, status } = await retinue(["fingerprint", "--isolation", "subreaper", trace]);
  expect(stderr).toContain("none of the traces could be run on this kernel");
  expect(status).toBe(3);
});

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { retinue } from "./retinue.js";

const [schema, suiteSchema] = await Promise.all(
  ["exploration", "suite"].map(async (name) => {
    const file = new URL(`../../schema/${name}.schema.json`, import.meta.url);
    return JSON.parse(await readFile(file, "utf8"));
  }),
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

describe("explore --suite --cover kernels", () => {
  const words = ["explore", "--calls", "fork,_exit,setsid,setpgid(*, 0)", "--cover", "kernels"];
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "retinue-suite-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("says what the traces find, of how many, and why not the others", async () => {
    const { stdout, status } = await retinue([...words, "--suite", folder]);
    expect(stdout).toMatch(
      /^\d+ traces in .*, \d+ steps: they find \d+ of the \d+ kernels that differ from linux in one/,
    );
    expect(stdout).toMatch(/these are all +\d+ calls/);
    expect(stdout).toContain("not found, for both checks give the same");
    expect(stdout).toContain("kill.zombie-group answered skipped");
    expect(status).toBe(0);
    expect((await retinue(["run", folder, "--quiet"])).status).toBe(0);
  });

  test.each([["kernels"], ["rules"], ["classes"]])(
    "%s --json is what its schema says",
    async (cover) => {
      const small = ["explore", "--processes", "2", "--calls", "fork,setsid,setpgid"];
      const { stdout } = await retinue([...small, "--cover", cover, "--suite", folder, "--json"]);
      const validate = new Ajv2020({ allErrors: true }).compile(suiteSchema);
      const made = JSON.parse(stdout);
      expect(validate(made), JSON.stringify(validate.errors)).toBe(true);
      expect((await readdir(folder)).sort()).toEqual([...made.files].sort());
    },
  );
});

test.each([
  [["--calls", ","], "--calls: it names no call"],
  [["--signals", ""], "--signals: it names no signal"],
  [["--calls", "kill(p9, 0)"], "`kill(p9, 0)`: nothing in this trace binds `p9`"],
  [["--cover", "rules"], "name its folder with --suite"],
  [["--cover", "kernels", "--suite", "x", "--odd"], "--odd says nothing"],
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

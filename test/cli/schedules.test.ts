import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { root, run } from "../package/pack.js";
import { folder, retinue } from "./retinue.js";

// Traces with parallel blocks on the command line: what is shown of their schedules, and that a
// schedule which one command prints is taken by the others.

const canRun = (await retinue(["doctor"])).status === 0;
const race = "examples/races/parent-only.trace";
const plain = "test/museum/gvisor-leader-joins.trace";

describe("run", () => {
  test("shows each outcome with a schedule, and the schedule behind each answer after the block", async () => {
    const { stdout, status } = await retinue(["run", race]);
    expect(status).toBe(0);
    expect(stdout).toContain(`  3  parallel: 2 steps in 2 orders, 2 outcomes
       shell,job
         shell: setpgid(job, job) = 0
         job: execve() = 0
         then job: group job
       job,shell
         job: execve() = 0
         shell: setpgid(job, job) = -1 EACCES
           setpgid.child-execed: `);
    expect(stdout).toContain(`  5  shell: getpgid(job)
       or job  under shell,job
       or init  under job,shell
`);
  });

  test("shows one schedule alone", async () => {
    const { stdout, status } = await retinue(["run", race, "--schedule", "job,shell"]);
    expect(status).toBe(0);
    expect(stdout).toContain("parallel: 2 steps in the order asked for, 1 outcome");
    expect(stdout).toContain("  5  shell: getpgid(job) = init");
    expect(stdout).not.toContain("shell,job");
  });

  test("--json has every outcome, and for each answer a schedule", async () => {
    const { stdout } = await retinue(["run", race, "--json"]);
    const [trace] = JSON.parse(stdout).traces;
    expect(trace.blocks).toHaveLength(1);
    expect(trace.blocks[0]).toMatchObject({
      line: 8,
      schedules: 2,
      outcomes: [
        { schedule: "shell,job", schedules: 1, waiting: [] },
        { schedule: "job,shell", steps: [{ answer: "0" }, { answer: "-1 EACCES" }] },
      ],
    });
    expect(trace.steps.at(-1).possible).toMatchObject([
      { answer: "job", schedule: "shell,job" },
      { answer: "init", schedule: "job,shell" },
    ]);
  });

  test("1 where a block states what no schedule gives, with what they give", async () => {
    await using place = await folder();
    const text = (await readFile(join(root, race), "utf8")).replace("0 | -1 EACCES", "0");
    const file = await place.write("wrong.trace", text);
    const { stdout, status } = await retinue(["run", "--quiet", file]);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "shell: setpgid(job, job): the trace states 0; all orders together give 0 | -1 EACCES",
    );
  });

  test("--update writes what all schedules give", async () => {
    await using place = await folder();
    const text = await readFile(join(root, race), "utf8");
    const silent = text.replace(" = 0 | -1 EACCES", "").replace(" = job | init", "");
    const file = await place.write("silent.trace", silent);
    expect((await retinue(["run", "--update", file])).status).toBe(0);
    expect(await readFile(file, "utf8")).toBe(text);
  });
});

describe.skipIf(!canRun)("check and diff", () => {
  test("run every schedule, say so, and keep to the schema", async () => {
    const text = await retinue(["check", race]);
    expect(text.status).toBe(0);
    expect(text.stdout).toContain("  orders  2 schedules of 1 trace with parallel blocks");
    const { stdout } = await retinue(["check", race, "--reporter", "json"]);
    const report = JSON.parse(stdout);
    const [result] = report.cases;
    expect(result.schedules).toEqual({ total: 2, run: ["shell,job", "job,shell"] });
    const schema = JSON.parse(await readFile(join(root, "schema/report.schema.json"), "utf8"));
    expect(new Ajv2020().validate(schema, report)).toBe(true);
  });

  test("a divergence names its schedule, and the line under it runs that one again", async () => {
    const argv = ["check", "--profile", "asterinas", race];
    const first = await retinue(argv);
    expect(first.status).toBe(1);
    expect(first.stdout).toContain(`${race}:9:1 under the schedule job,shell`);
    const [, line = ""] = /^ {2}again {2}npx retinue (.*)$/m.exec(first.stdout) ?? [];
    expect(line).toContain("--schedule job,shell");
    const again = await run("sh", ["-c", `node dist/cli/main.js ${line}`], { cwd: root });
    expect(again.status).toBe(1);
    expect(again.stdout).toContain("  orders  1 schedule of 1 trace with parallel blocks");
    const divergence = (stdout: string) => stdout.split(/^ {2}again/m)[0];
    expect(divergence(again.stdout)).toBe(divergence(first.stdout));
    const json = await retinue([...argv, "--reporter", "json"]);
    expect(JSON.parse(json.stdout).cases[0].divergences[0].schedules).toEqual(["job,shell"]);
  });

  test("diff has a table for each schedule", async () => {
    const { stdout } = await retinue(["diff", race]);
    const tables = [...stdout.matchAll(/^.* under the schedule (.*)$/gm)].map(([, name]) => name);
    expect(tables).toEqual(["shell,job", "job,shell"]);
    expect(stdout).toMatch(/^ +4 +shell: setpgid\(job, job\) +-1 EACCES +-1 EACCES$/m);
    const one = await retinue(["diff", race, "--schedule", "shell,job"]);
    expect(one.stdout).not.toContain("job,shell");
  });
});

describe("a schedule that cannot be", () => {
  test.each([
    [["run", race, "--schedule", "job,shel"], "`shel` has no step in the block in line 8"],
    [["run", race, "--schedule", "job"], "after `job` there is somebody who can go on"],
    [["run", race, "--schedule", "job,shell/job"], "it is of 2 blocks, and the trace has 1 block"],
    [["run", plain, "--schedule", "job"], "the trace has no parallel block"],
    [
      ["run", race, plain, "--schedule", "job,shell"],
      "--schedule is the order of one trace, and here are 2",
    ],
    [["check", race, "--schedule", "job,job,shell"], "`job` has more turns than steps"],
    [["run", race, "--update", "--schedule", "job,shell"], "it does not go with --schedule"],
    [
      [
        "run",
        "examples/races/terminal-by-the-child.trace",
        "--schedule",
        "shell,job,job,job,shell",
      ],
      "after `shell,job,job` `job` cannot make its next step",
    ],
  ])("%s", async (argv, message) => {
    const { stderr, stdout, status } = await retinue(argv);
    expect(stderr).toContain(message);
    expect([status, stdout]).toEqual([2, ""]);
  });
});

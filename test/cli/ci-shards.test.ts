import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { type Finished, root, run } from "../package/pack.js";
import { casesIn } from "../suite.js";
import { type Folder, folder, program, retinue } from "./retinue.js";

// The examples for continuous integration do here what they would do there: every command in them
// that runs retinue is run, each shard in a process of its own, all at the same time. Only the
// machines are folders, and the suite is a part of it.

const canRun = (await retinue(["doctor"])).status === 0;

/** The part of the suite that the examples are tried on. */
const part = "test/scenarios/setsid";
const count = casesIn(part).length;

const read = (name: string) => readFile(join(root, "examples/ci-shards", name), "utf8");

/** Programs as an example finds them: `retinue`, and `npx`, which gets it as its first word. */
async function programs({ write, path }: Folder): Promise<NodeJS.ProcessEnv> {
  const traces = join(root, part);
  const command = `case $1 in check) set -- "$@" '${traces}' ;; esac\nexec '${process.execPath}' '${program}' "$@"\n`;
  await write("bin/retinue", `#!/bin/sh\n${command}`, 0o755);
  await write("bin/npx", `#!/bin/sh\nexec "$@"\n`, 0o755);
  return { ...process.env, NO_COLOR: "1", PATH: `${path}/bin:${process.env.PATH}` };
}

function expectAgreement({ status, stderr, stdout }: Finished): void {
  expect(stderr).toBe("");
  expect(stdout).toContain("0 diverged");
  expect(status).toBe(0);
}

async function expectWhole(junit: string): Promise<void> {
  expect(await readFile(junit, "utf8")).toContain(`tests="${count}" failures="0" errors="0"`);
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface GitHubJob {
  readonly steps: readonly Step[];
  readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
}

/** The step's text for one shard, as the workflow's expressions make it. */
function filled(text: string, shard: number, total: number): string {
  const values: Record<string, number> = { "matrix.shard": shard, "strategy.job-total": total };
  return text.replace(/\$\{\{ *([\w.-]+) *\}\}/g, (_, name) => String(values[name]));
}

function scriptsOf({ steps }: GitHubJob): string[] {
  return steps.flatMap(({ run: script = "" }) => (script.includes("retinue ") ? [script] : []));
}

function actionOf({ steps }: GitHubJob, action: string): Readonly<Record<string, string>> {
  return steps.find(({ uses = "" }) => uses.startsWith(`actions/${action}@`))?.with ?? {};
}

/** What a shard's machine uploads, into the folder that the last job downloads to. */
async function upload(job: GitHubJob, machine: string, to: string, shard: number): Promise<void> {
  const { name = "", path = "" } = actionOf(job, "upload-artifact");
  const into = join(to, filled(name, shard, job.strategy.matrix.shard.length));
  await mkdir(into, { recursive: true });
  const { stderr, status } = await run("sh", ["-c", `cp ${path} '${into}'`], { cwd: machine });
  expect([stderr, status]).toEqual(["", 0]);
}

describe.skipIf(!canRun)("the examples for continuous integration do what they say", () => {
  test("the workflow for GitHub", async () => {
    const { jobs } = parse(await read("github-workflow.yml"), { strict: true });
    const { shard: job, report } = jobs as Record<"shard" | "report", GitHubJob>;
    await using place = await folder();
    const env = await programs(place);
    const last = join(place.path, "report");
    const shards = job.strategy.matrix.shard;
    const runs = shards.map(async (shard) => {
      const machine = join(place.path, `machine-${shard}`);
      await mkdir(machine, { recursive: true });
      for (const script of scriptsOf(job)) {
        const text = filled(script, shard, shards.length);
        expectAgreement(await run("sh", ["-ec", text], { cwd: machine, env }));
      }
      const to = join(last, actionOf(report, "download-artifact").path ?? "");
      await upload(job, machine, to, shard);
    });
    await Promise.all(runs);
    for (const script of scriptsOf(report)) {
      expectAgreement(await run("sh", ["-ec", script], { cwd: last, env }));
    }
    await expectWhole(join(last, actionOf(report, "upload-artifact").path ?? ""));
  });

  test("the jobs for Kubernetes", async () => {
    const [claim, shards] = parseAllDocuments(await read("kubernetes-shards.yaml")).map((one) =>
      one.toJS(),
    );
    const report = parse(await read("kubernetes-report.yaml"));
    await using place = await folder();
    const env = await programs(place);
    const volume = join(place.path, "volume");
    await mkdir(volume);
    const { completions } = shards.spec;
    const runs = Array.from({ length: completions }, (_, index) =>
      runPod(shards, claim.metadata.name, volume, { ...env, JOB_COMPLETION_INDEX: String(index) }),
    );
    for (const finished of await Promise.all(runs)) expectAgreement(finished);
    expectAgreement(await runPod(report, claim.metadata.name, volume, env));
    await expectWhole(join(volume, "conformance.xml"));
  });
});

/** Runs the command of a job's only container, with a folder for its volume. */
function runPod(
  // biome-ignore lint/suspicious/noExplicitAny: a manifest is read as Kubernetes reads it
  { spec: { template } }: any,
  claimName: string,
  volume: string,
  environment: NodeJS.ProcessEnv,
): Promise<Finished> {
  const [{ command, args, env = [], volumeMounts }] = template.spec.containers;
  expect(template.spec.volumes).toEqual([
    { name: volumeMounts[0].name, persistentVolumeClaim: { claimName } },
  ]);
  const [file = "", ...argv] = [...command, ...args].map((word: string) =>
    word.replaceAll(volumeMounts[0].mountPath, volume),
  );
  const own = env.map(({ name, value }: Record<string, string>) => [name, value]);
  return run(file, argv, { env: { ...environment, ...Object.fromEntries(own) } });
}

import { join } from "node:path";
import type { Command } from "commander";
import type { Report, Target } from "../diff/result.js";
import type { Finding } from "../fuzz/finding.js";
import { type Counted, fuzz as fuzzing, type Tally } from "../fuzz/fuzz.js";
import { allNeeds, type Need } from "../generate/needs.js";
import type { Profile } from "../model/catalog.js";
import { ModelWorld } from "../model/world.js";
import type { AgentFacts } from "../native/index.js";
import { reporters } from "../report/index.js";
import type { World } from "../world.js";
import { exitStatusOf } from "./comparison.js";
import { Corpus, checkFolder, folderAt, hashOf, write } from "./corpus.js";
import { badInput } from "./failure.js";
import { shownPath } from "./files.js";
import { fuzzReport } from "./fuzz-report.js";
import { asFailure, type KernelOptions, targetOf } from "./kernel.js";
import { LastingKernel } from "./lasting-kernel.js";
import {
  type ReportOptions,
  withExpectation,
  withKernelOptions,
  withReportOptions,
} from "./options.js";
import { checkOutputs, pairOutputs, writeReport } from "./outputs.js";
import { isFile, profileHere, profileOf } from "./profile.js";
import {
  checkRuns,
  numbersOf,
  type RunOptions,
  runCount,
  runNumber,
  runsInAll,
  seedNumber,
  timeSpan,
  usualRuns,
} from "./runs.js";
import { shardNumber } from "./shard.js";
import { Stopping } from "./stopping.js";
import { Progress } from "./terminal.js";
import { Writing } from "./writing.js";

interface Options extends KernelOptions, ReportOptions, RunOptions {
  readonly profile?: string;
  readonly corpus?: string;
  readonly found: string;
  readonly against?: string;
}

/** `retinue fuzz`: generated traces on a kernel, held to its profile. */
export function addFuzz(program: Command): void {
  const command = program
    .command("fuzz")
    .summary("run generated traces on a kernel and hold every step to its profile")
    .description(
      "Generates traces, runs them on a real kernel and compares every step with what the profile allows. A divergence is run again, made as short as it can be and written to a folder as a trace.",
    )
    .option("--runs <n>", `traces to generate; ${usualRuns} if no --time is given`, runCount)
    .option("--time <duration>", "no new trace after this: 90s, 5m, 2h", timeSpan)
    .option("--seed <n>", "the traces to generate; by default others each time", seedNumber)
    .option("--from <run>", "the first run of the seed", runNumber, 0)
    .option("--shard <i/n>", "make the i-th of n parts of the runs of a --seed", shardNumber)
    .option(
      "--corpus <folder>",
      "traces to run first and to start from; new ones that reach something new are kept there",
    )
    .option("--found <folder>", "where divergent traces are written", "found")
    .option("--against <name>", "the model of another profile in place of a kernel");
  withReportOptions(withExpectation(withKernelOptions(command))).action(fuzz);
}

async function fuzz(options: Options): Promise<void> {
  const outputs = pairOutputs(options.reporter, options.output, reporters);
  const against = options.against === undefined ? undefined : profileOf(options.against);
  if (against && options.via !== undefined)
    throw badInput("--against takes the place of a kernel: it does not go with --via");
  checkRuns(options);
  const profile = profileHere(options.profile, options.via);
  await checkFolder(options.found);
  const corpus = await Corpus.open(options.corpus);
  await checkOutputs(outputs);
  const writing = new Writing();
  const report = await withStopping((stopping) =>
    session({ options, profile, against, corpus, stopping, writing }),
  );
  process.exitCode = exitStatusOf(report);
  const isOwn = isFile(options.profile);
  const told = isOwn ? { ...report, profileFile: options.profile } : report;
  await writeReport(told, outputs, options.quiet === true);
  await writing.end();
}

/** A signal ends the session at the next trace, and what it found is reported. */
async function withStopping<T>(work: (stopping: Stopping) => Promise<T>): Promise<T> {
  using stopping = new Stopping();
  return await work(stopping);
}

interface Setting {
  readonly options: Options;
  readonly profile: Profile;
  readonly against: Profile | undefined;
  readonly corpus: Corpus;
  readonly stopping: Stopping;
  readonly writing: Writing;
}

async function session(setting: Setting): Promise<Report> {
  const { options, against } = setting;
  const progress = new Progress(options.quiet !== true);
  try {
    if (against)
      return await runIn(setting, new ModelWorld(against), modelTarget(against), progress);
    progress.say("starting the agent");
    await using world = await LastingKernel.open(options);
    return await runIn(setting, world, targetOf(world.facts, options.via), progress, world.facts);
  } catch (error) {
    throw asFailure(error);
  } finally {
    progress.clear();
  }
}

function modelTarget({ name }: Profile): Target {
  return { kernel: `the model of ${name}`, isolation: "model", via: null };
}

async function runIn(
  setting: Setting,
  world: World,
  target: Target,
  progress: Progress,
  facts?: AgentFacts,
): Promise<Report> {
  const { options, profile, corpus, stopping, writing } = setting;
  const start = performance.now();
  const end = options.time === undefined ? Number.POSITIVE_INFINITY : start + options.time;
  const chosen = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const files = new Map<Finding, string>();
  const offers = offersOf(facts);
  const isQuietOnCorpus = options.shard !== undefined && options.shard.index > 1;
  const tally = await fuzzing(
    {
      world,
      profile,
      plan: { profile, seed: chosen, corpus: corpus.traces, offers },
      runs: numbersOf(options),
      isQuietOnCorpus,
      stopped: () => stopping.asked || writing.failed || performance.now() > end,
    },
    {
      isNew: (trace) => writing.add(corpus.add(trace)),
      found: (finding) => {
        const file = fileOf(finding, options.found);
        files.set(finding, file);
        writing.add(keep(finding, file, options.found));
      },
      judged: (so) => progress.say(progressOf(so, performance.now() - start)),
    },
  );
  await writing.settle();
  return fuzzReport({
    tally,
    profile,
    target,
    seed: chosen,
    against: options.against ?? null,
    corpus: {
      replayed: isQuietOnCorpus ? 0 : Math.min(corpus.traces.length, tally.runs),
      added: corpus.added,
    },
    shard: options.shard && {
      ...options.shard,
      from: options.from,
      runs: runsInAll(options) ?? null,
      corpus: { traces: corpus.traces.length, digest: corpus.digest },
      offers: [...offers],
    },
    durationMs: performance.now() - start,
    fileOf: ({ finding }: Counted) => files.get(finding) ?? "",
  });
}

/** What a kernel offers; a model offers everything. */
function offersOf(facts: AgentFacts | undefined): ReadonlySet<Need> {
  if (!facts) return allNeeds;
  const isOffered: Record<Need, boolean> = {
    namespace: facts.isolation === "namespace" && facts.nextPid,
    subreaper: facts.subreaper,
    threads: facts.threads,
    users: facts.users,
    terminals: facts.terminals,
  };
  return new Set([...allNeeds].filter((need) => isOffered[need]));
}

/** Two kinds of divergence may be shown by one trace. */
function fileOf({ slug, kind, text }: Finding, folder: string): string {
  return shownPath(join(folder, `${slug}-${hashOf(kind + text).slice(0, 6)}.trace`));
}

async function keep({ text }: Finding, file: string, folder: string): Promise<void> {
  await folderAt(folder);
  await write(file, text);
}

function progressOf(tally: Tally, elapsed: number): string {
  const { rules, rulesInAll, ruledOut, suspects, situations } = tally.coverage.reached;
  const rate = Math.round(tally.steps / Math.max(0.001, elapsed / 1000));
  return [
    `${tally.runs} traces, ${tally.steps} steps, ${rate}/s`,
    `rules ${rules}/${rulesInAll}, kernels ruled out ${ruledOut}/${suspects}`,
    `${situations} situations, ${tally.findings.length} found`,
  ].join("; ");
}

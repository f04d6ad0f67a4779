import type { Report } from "../diff/result.js";
import { type Profile, STANDARD } from "../model/catalog.js";
import { type Reporter, reporters } from "../report/index.js";
import { outdated, readBaseline } from "./baseline.js";
import { type Comparison, compareAll, exitStatusOf, type Watcher } from "./comparison.js";
import { onInterruption } from "./interruption.js";
import { asFailure, targetOf } from "./kernel.js";
import { LastingKernel } from "./lasting-kernel.js";
import { misstatements } from "./misstatements.js";
import type { ComparisonOptions } from "./options.js";
import { checkNotRead, checkOutputs, pairOutputs, writeReport } from "./outputs.js";
import { expectedHere, isFile, profileHere } from "./profile.js";
import { scheduleFor } from "./schedule.js";
import { partOf } from "./shard.js";
import { Progress } from "./terminal.js";
import { readTraces } from "./traces.js";

/** What one command adds to a comparison. */
export interface Plan {
  readonly command: Report["command"];
  /** The traces, and folders that hold them. */
  readonly paths: readonly string[];
  readonly options: ComparisonOptions;
  /** The forms of the report; those that there are by default. */
  readonly forms?: ReadonlyMap<string, Reporter>;
  /** Sees every transcript. */
  readonly watch?: (profile: Profile) => Required<Pick<Watcher, "ran">>["ran"];
}

/**
 * Runs traces on a real kernel, compares them, writes the report and sets the exit status.
 *
 * @throws {Failure} if anything that is needed cannot be had
 */
export async function compareAndReport(plan: Plan): Promise<void> {
  const { options, paths, forms = reporters } = plan;
  const outputs = pairOutputs(options.reporter, options.output, forms);
  const profile = profileHere(options.profile, options.via);
  const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline);
  await checkOutputs(outputs);
  const all = await readTraces(paths);
  await checkNotRead(outputs, all);
  const { sources, shard } = options.shard ? partOf(all, options.shard) : { sources: all };
  const schedule = scheduleFor(options.schedule, sources, profile);
  const compared = await comparison(plan, { sources, profile, baseline, shard, schedule });
  const isOwn = isFile(options.profile);
  const report = isOwn ? { ...compared, profileFile: options.profile } : compared;
  // The status comes first: whoever reads the report may leave early.
  process.exitCode = exitStatusOf(report);
  await writeReport(report, outputs, isQuiet(options));
  if (isQuiet(options)) return;
  if (baseline) sayOutdated(outdated(baseline, report.cases));
  // Traces state nothing of a profile that is not one of those they can name.
  if (isOwn) return;
  for (const line of misstatements(sources, profile)) process.stderr.write(`${line}\n`);
}

function isQuiet({ quiet }: ComparisonOptions): boolean {
  return quiet === true;
}

/** Starts an agent, and says how far it has come while it runs the traces. */
async function comparison(
  { command, options, watch }: Plan,
  what: Pick<Comparison, "sources" | "profile" | "baseline" | "shard" | "schedule">,
): Promise<Report> {
  const { sources, profile } = what;
  const progress = new Progress(!isQuiet(options));
  const expected = profile.name === STANDARD ? expectedHere(options.via) : undefined;
  const watching = watch?.(profile);
  let begun = 0;
  let diverged = 0;
  const stopListening = onInterruption((signal) => {
    progress.clear();
    const place = `case ${begun} of ${sources.length}, ${diverged} diverged`;
    process.stderr.write(`retinue: ended by ${signal} in ${place}; there is no report\n`);
  });
  progress.say("starting the agent");
  try {
    await using world = await LastingKernel.open(options);
    const target = targetOf(world.facts, options.via);
    return await compareAll(
      { ...what, command, world, target, expected },
      {
        starts({ file }, index) {
          begun = index + 1;
          progress.say(`${index}/${sources.length}, ${diverged} diverged, ${file}`);
        },
        ...(watching && { ran: watching }),
        ended(_, { verdict }) {
          if (verdict === "diverged") diverged += 1;
        },
      },
    );
  } catch (error) {
    throw asFailure(error);
  } finally {
    stopListening();
    progress.clear();
  }
}

function sayOutdated(names: readonly string[]): void {
  if (names.length === 0) return;
  process.stderr.write(`in the baseline, but did not diverge: ${names.join(", ")}\n`);
}

import type { Report } from "../diff/result.js";
import { type Profile, STANDARD } from "../model/catalog.js";
import { type Reporter, reporters } from "../report/index.js";
import { outdated, readBaseline } from "./baseline.js";
import { compareAll, exitStatusOf, type Watcher } from "./comparison.js";
import { asFailure, targetOf } from "./kernel.js";
import { LastingKernel } from "./lasting-kernel.js";
import type { ComparisonOptions } from "./options.js";
import { pairOutputs, writeReport } from "./outputs.js";
import { expectedHere, profileHere } from "./profile.js";
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
  readonly watch?: (profile: Profile) => Required<Pick<Watcher, "ended">>["ended"];
}

/**
 * Runs traces on a real kernel, compares them, writes the report and sets the exit status.
 *
 * @throws {Failure} if anything that is needed cannot be had
 */
export async function compareAndReport({
  command,
  paths,
  options,
  forms = reporters,
  watch,
}: Plan): Promise<void> {
  const quiet = options.quiet === true;
  const outputs = pairOutputs(options.reporter, options.output, forms);
  const profile = profileHere(options.profile, options.via);
  const expected = profile.name === STANDARD ? expectedHere(options.via) : undefined;
  const baseline =
    options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  const sources = await readTraces(paths);
  const world = await LastingKernel.open(options);
  const progress = new Progress(!quiet);
  const watching = watch?.(profile);
  let diverged = 0;
  try {
    const target = targetOf(world.facts, options.via);
    const report = await compareAll(
      { command, sources, world, target, profile, expected, baseline },
      {
        starts({ file }, index) {
          progress.say(`${index}/${sources.length}, ${diverged} diverged, ${file}`);
        },
        ended(source, transcript, result) {
          if (result.verdict === "diverged") diverged += 1;
          watching?.(source, transcript, result);
        },
      },
    );
    progress.clear();
    await writeReport(report, outputs, quiet);
    if (baseline && !quiet) sayOutdated(outdated(baseline, report.cases));
    process.exitCode = exitStatusOf(report);
  } catch (error) {
    throw asFailure(error);
  } finally {
    progress.clear();
    await world.close();
  }
}

function sayOutdated(names: readonly string[]): void {
  if (names.length === 0) return;
  process.stderr.write(`in the baseline, but did not diverge: ${names.join(", ")}\n`);
}

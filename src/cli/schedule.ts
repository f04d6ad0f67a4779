import { scheduleProblem } from "../explore/schedules.js";
import type { Profile } from "../model/catalog.js";
import { readSchedule, type Schedule, ScheduleError } from "../trace/index.js";
import { badInput } from "./failure.js";
import type { Source } from "./traces.js";

/** What `--schedule` says of itself. */
export const scheduleFlags = "--schedule <turns>";
export const scheduleHelp =
  "only this order of the parallel blocks of a trace, such as shell,job; a report says which there are";

/**
 * The schedule that `--schedule` names; undefined if it was not given.
 *
 * @throws {Failure} if it is not a schedule of the one trace that was given
 */
export function scheduleFor(
  text: string | undefined,
  sources: readonly Source[],
  profile: Profile,
): Schedule | undefined {
  if (text === undefined) return undefined;
  const [source] = sources;
  if (!source || sources.length > 1)
    throw badInput(`--schedule is the order of one trace, and here are ${sources.length}`);
  const schedule = read(text, source);
  const problem = scheduleProblem(source.trace, profile, schedule);
  if (problem === undefined) return schedule;
  throw badInput(`--schedule ${text}: not in ${source.file} under ${profile.name}: ${problem}`);
}

function read(text: string, { file, trace }: Source): Schedule {
  try {
    return readSchedule(text, trace);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    throw badInput(`--schedule ${text}: no schedule of ${file}: ${error.message}`);
  }
}

import type { SceneProcess, Timeline } from "retinue";

/** The names of the processes that are not the same under both kernels at this moment. */
export function unequalProcesses(
  own: Timeline | undefined,
  other: Timeline | undefined,
  place: number,
): ReadonlySet<string> {
  if (!own || !other) return new Set();
  const [mine, theirs] = [own, other].map((timeline) => textsAt(timeline, place));
  const names = [...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])];
  return new Set(names.filter((name) => mine?.get(name) !== theirs?.get(name)));
}

/** Everything about each process but its number, which kernels give out as they like. */
function textsAt(timeline: Timeline, place: number): ReadonlyMap<string, string> {
  const moment = timeline.moments[Math.min(place, timeline.moments.length - 1)];
  const processes: readonly SceneProcess[] = moment ? timeline.scene(moment.at).processes : [];
  return new Map(processes.map(({ pid, ...rest }) => [rest.name, JSON.stringify(rest)]));
}

import type { SceneProcess, SceneTerminal } from "retinue";

/** The sign of a state: never the colour alone. */
export const signs: Readonly<Record<SceneProcess["state"], string>> = {
  running: "▶",
  blocked: "◷",
  stopped: "❚❚",
  zombie: "✝",
};

/** What it means that a group is orphaned. */
export const orphanedNow =
  "an orphaned group: nobody outside it, but in its session, is the parent of a process in it";
/** The same of a group in which its session's leader is: that is no news. */
export const orphanedAlways =
  "orphaned from the start, as a session leader's group is: the parent is in another session";

/** A process's state in words. */
export function stateText({ state, sleepsIn, stoppedBy }: SceneProcess): string {
  if (state === "stopped") return `stopped by ${stoppedBy}${sleepsIn ? ` in ${sleepsIn}` : ""}`;
  if (state === "blocked") return `sleeps in ${sleepsIn}`;
  return state;
}

/** The same in the room that a picture has. */
export function shortState({ state, sleepsIn, stoppedBy }: SceneProcess): string {
  if (state === "stopped") return stoppedBy ?? state;
  if (state === "blocked") return sleepsIn ?? state;
  return state;
}

/** What a process leads. */
export function leads({ name, group, session }: SceneProcess): "session" | "group" | undefined {
  if (session === name) return "session";
  return group === name ? "group" : undefined;
}

/** What else there is to know at a glance: a short word and what it means. */
export function badgesOf(process: SceneProcess): readonly [string, string][] {
  const { execed, subreaper, thread, blocked, pending, ignored, caught } = process;
  const badges: [string, string][] = [];
  if (execed) badges.push(["exec", "has called exec: its parent can no longer move it"]);
  if (subreaper) badges.push(["reaper", "takes in orphaned descendants"]);
  if (thread !== undefined) badges.push(["thread", `has the thread ${thread}`]);
  if (pending.length > 0) badges.push([`!${pending.length}`, `pending: ${pending.join(", ")}`]);
  if (blocked.length > 0) badges.push([`⊘${blocked.length}`, `blocks ${blocked.join(", ")}`]);
  if (caught.length > 0) badges.push([`ƒ${caught.length}`, `catches ${caught.join(", ")}`]);
  if (ignored.length > 0) badges.push([`∅${ignored.length}`, `ignores ${ignored.join(", ")}`]);
  return badges;
}

/** Everything about a process in one sentence. */
export function describe(process: SceneProcess): string {
  const { name, pid, parent, group, session, terminal } = process;
  const leading = leads(process);
  return [
    `${name}, process ${pid}`,
    stateText(process),
    ...(leading ? [`leads its ${leading}`] : []),
    `group ${group}`,
    `session ${session}`,
    `parent ${parent}`,
    ...(terminal === "none" ? [] : [`terminal ${terminal}`]),
    ...badgesOf(process).map(([, meaning]) => meaning),
  ].join(", ");
}

/** Everything about a terminal but its name. */
export function terminalText({ session, foreground, owner, tostop, lines }: SceneTerminal): string {
  return [
    "terminal",
    `session ${session}`,
    `foreground group ${foreground}`,
    `other end at ${owner}`,
    ...(tostop ? ["TOSTOP set"] : []),
    ...(lines > 0 ? [`${lines} unread`] : []),
  ].join(", ");
}

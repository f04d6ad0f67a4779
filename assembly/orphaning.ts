import { generate, generateToGroup } from "./deliver";
import { hasLink, links, remembers } from "./orphan";
import { NOBODY, Pid, Process, end, find, first } from "./process";
import { Question, ask, deviant, permitted } from "./question";
import { Signal } from "./signal";
import { Effect, note, touch } from "./step";

// A group becomes orphaned when its last link to a parent outside it goes: by a death, or by a move
// to another group or session. If a member is stopped then, nobody is left who would continue it.

export const enum OrphanSignals { EVERY_MEMBER, STOPPED_MEMBERS, NOBODY }
export const ORPHAN_SIGNALS = new Question("exit.orphan-signals", "XSH _Exit DESCRIPTION",
  "Who is sent SIGHUP and SIGCONT when a death orphans a group with a stopped member?", [
    permitted("every-member", "Every member of the group."),
    deviant("stopped-members", "Only the members that are stopped."),
    deviant("nobody", "Nobody: what is stopped stays so."),
  ]);

export const enum OrphanedByMove { NOBODY, OLD_GROUP, CHILDRENS_GROUPS }
export const ORPHANED_BY_MOVE = new Question("setpgid.orphaned-by-move",
  "XSH _Exit RATIONALE",
  "Who is sent SIGHUP and SIGCONT when setpgid or setsid orphans a group with a stopped member?", [
    permitted("nobody", "Nobody: it counts only when such a group is next looked at."),
    permitted("old-group", "The group that the process left."),
    permitted("childrens-groups", "The group that the process left, and those of its children."),
  ]);

export const enum MoversChildren { LINKED, OVERLOOKED }
export const MOVERS_CHILDREN = new Question("setpgid.movers-children",
  "XBD 3 Orphaned Process Group",
  "Does a process that leaves its group become a link to its children who stay there?", [
    permitted("linked", "It does: it is now their parent outside the group."),
    deviant("overlooked",
      "Not in time: the group is tested before the move, and taken for orphaned without the mover."),
  ]);

/** A group has lost a link. If that was the last and a member is stopped, it is sent the signals. */
export function linkIsGone(group: Pid, leaving: Process = NOBODY, heir: Process = NOBODY): void {
  const orphaned = !hasLink(group, leaving, heir);
  remember(group, orphaned);
  if (!orphaned || !hasStopped(group)) return;
  note(Effect.ORPHANED, group);
  const whom = ask(ORPHAN_SIGNALS);
  if (whom == OrphanSignals.NOBODY) return;
  if (whom == OrphanSignals.EVERY_MEMBER) {
    generateToGroup(Signal.SIGHUP, group);
    generateToGroup(Signal.SIGCONT, group);
    return;
  }
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (!p.isStopped || p.group != group) continue;
    generate(Signal.SIGHUP, p);
    generate(Signal.SIGCONT, p);
  }
}

function hasStopped(group: Pid): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group == group && p.isStopped) return true;
  }
  return false;
}

/** Where the kernel keeps a flag, it is the group's: every member has the same. */
function remember(group: Pid, orphaned: bool): void {
  if (remembers()) flag(group, orphaned);
}

function flag(group: Pid, orphaned: bool): void {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group != group || !p.exists) continue;
    p.orphaned = orphaned;
    touch(p.pid);
  }
}

/** The process has left `oldGroup` in `oldSession`, for another group or also another session. */
export function moved(process: Process, oldGroup: Pid, oldSession: Pid): void {
  joinFlag(process);
  const extent = ask(ORPHANED_BY_MOVE);
  if (extent == OrphanedByMove.NOBODY) return;
  const linked = links(find(process.parent), oldGroup, oldSession);
  if (linked) leaves(process, oldGroup);
  if (extent == OrphanedByMove.OLD_GROUP) return;
  for (let child = first(), stop = end(); child != stop; child = child.next) {
    if (!child.isChildOf(process) || !child.lives) continue;
    const wasLinked = child.group != oldGroup && child.session == oldSession;
    if (wasLinked && !links(process, child.group, child.session)) linkIsGone(child.group);
  }
}

/** The group has lost this member, through which it was linked. */
function leaves(mover: Process, group: Pid): void {
  if (ask(MOVERS_CHILDREN) == MoversChildren.LINKED) linkIsGone(group);
  else linkIsGone(group, mover);
}

/** A new group has no flag; to one that it links, a new member takes the flag away. */
function joinFlag(process: Process): void {
  if (!remembers()) return;
  const linked = links(find(process.parent), process.group, process.session);
  let orphaned: bool = false;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group == process.group && p != process && p.exists) orphaned = p.orphaned;
  }
  flag(process.group, orphaned && !linked);
}

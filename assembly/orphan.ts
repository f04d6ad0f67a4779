import { NOBODY, Pid, Process, end, find, first } from "./process";
import { Question, ask, deviant, permitted } from "./question";

// Whether a group is orphaned: nobody outside it, but in its session, is the parent of a member, so
// that nobody could continue it.

export const enum OrphanedKnown { COMPUTED, REMEMBERED }
export const ORPHANED_KNOWN = new Question("exit.orphaned-known",
  "XBD 3 Orphaned Process Group",
  "How does a kernel know that a group is orphaned?", [
    permitted("computed", "It looks at the members and their parents when it matters."),
    deviant("remembered",
      "By a flag that deaths and moves set; a new group does not have it, even if it is orphaned."),
  ]);

/** The parent could continue the group: it is in the same session and not in the group itself. */
export function links(parent: Process, group: Pid, session: Pid): bool {
  return parent.group != group && parent.session == session;
}

/** Some member that is no zombie has a parent that links the group. Children of `leaving` count for `heir`. */
export function hasLink(group: Pid, leaving: Process = NOBODY, heir: Process = NOBODY): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group != group || p.isZombie) continue;
    const parent = leaving != NOBODY && p.isChildOf(leaving) ? heir : find(p.parent);
    if (links(parent, group, p.session)) return true;
  }
  return false;
}

export function remembers(): bool { return ask(ORPHANED_KNOWN) == OrphanedKnown.REMEMBERED; }

/** The group of this process is orphaned, as far as the kernel knows. */
export function groupIsOrphaned(member: Process): bool {
  return remembers() ? member.orphaned : !hasLink(member.group);
}

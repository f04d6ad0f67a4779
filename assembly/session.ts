import { NOBODY, OUTSIDE, Pid, Process, end, first } from "./process";

// Groups and sessions are their members: nothing is stored that a member could contradict. A zombie
// is a member until it is reaped.

/** Some process has this group. */
export function groupExists(group: Pid): bool { return memberOf(group).exists; }

/** A member of the group, else NOBODY. */
function memberOf(group: Pid): Process {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group == group && p.exists) return p;
  }
  return OUTSIDE.group == group ? OUTSIDE : NOBODY;
}

/** Some process of this session has this group. All members of a group are in one session. */
export function groupIsIn(group: Pid, session: Pid): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group == group && p.session == session && p.exists) return true;
  }
  return OUTSIDE.group == group && OUTSIDE.session == session;
}

/** A process other than this one has this one's number as its group. */
export function groupRemainsOf(process: Process): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.group == process.pid && p != process) return true;
  }
  return false;
}

export function sessionExists(session: Pid): bool {
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.session == session && p.exists) return true;
  }
  return OUTSIDE.session == session;
}

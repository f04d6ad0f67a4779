import { OUTSIDE_PID, Process, TERMINALS_MAX, end, find, first, header } from "../process";
import { STOPS, Signal, has } from "../signal";
import { NO_TERMINAL, controlling, terminalAt } from "../terminal";

// What holds in every state of every kernel, whatever was called. An exploration can test it in
// each state that it finds.

export class Invariant {
  constructor(
    /** kebab-case. */
    readonly id: string,
    readonly clause: string,
    /** One sentence that holds. */
    readonly text: string,
    /** Asked for every process that exists. */
    readonly broken: (process: Process) => bool,
  ) {}
}

/** All invariants; an invariant's index is its place here. */
export const INVARIANTS: Invariant[] = [
  new Invariant("leader-leads-its-group", "XBD 3 Session Leader",
    "The group of a session leader has the leader's own number.",
    (p) => p.leadsSession && !p.leadsGroup),
  new Invariant("group-in-one-session", "XBD 3 Process Group",
    "All members of a group are in one session.",
    (p) => anyOther(p, (p, q) => q.group == p.group && q.session != p.session)),
  new Invariant("number-of-one", "XBD 3 Process ID",
    "No two processes have one number.",
    (p) => anyOther(p, (p, q) => q.pid == p.pid)),
  new Invariant("number-of-session", "XSH fork DESCRIPTION",
    "A process with the number of a session is its leader: the number was not given out again.",
    (p) => anyOther(p, (p, q) => q.session == p.pid && p.session != p.pid)),
  new Invariant("group-with-its-founder", "XSH fork DESCRIPTION",
    "A process with the number of a group is in the group's session: the number was not given out again.",
    (p) => anyOther(p, (p, q) => q.group == p.pid && q.session != p.session)),
  new Invariant("parent-alive", "XSH _Exit DESCRIPTION",
    "The parent of every process lives, or is outside.",
    (p) => p.parent != OUTSIDE_PID && !find(p.parent).lives),
  new Invariant("descent", "XSH fork DESCRIPTION",
    "Nobody is among his own ancestors.",
    (p) => isOwnAncestor(p)),
  new Invariant("no-zombie-outside", "XSH _Exit DESCRIPTION",
    "Whoever stands outside has reaped his children at once.",
    (p) => p.isZombie && p.parent == OUTSIDE_PID),
  new Invariant("siblings-in-order", "XSH wait DESCRIPTION",
    "The children of a process have places of their own, from 0, without a gap.",
    (p) => p.place != 0 && !anyOther(p, (p, q) => q.parent == p.parent && q.place == p.place - 1)),
  new Invariant("stop-or-continue", "XSH 2.4.1 Signal Generation and Delivery",
    "A pending SIGCONT and a pending stop signal exclude each other.",
    (p) => has(p.pending, Signal.SIGCONT) && (p.pending & STOPS) != 0),
  new Invariant("settled", "XSH 2.4.1 Signal Generation and Delivery",
    "A process that runs has no signal pending that it does not block.",
    (p) => p.runs && (p.pending & ~p.blocked) != 0),
  new Invariant("blocked-in-a-call", "XSH 2.4.1 Signal Generation and Delivery",
    "A process sleeps exactly if a call of it has not returned.",
    (p) => !p.isStopped && !p.isZombie && p.asleep == p.runs),
  new Invariant("terminal-of-one-session", "XBD 11.1.3 The Controlling Terminal",
    "A terminal controls one session: the processes that it controls are in it.",
    (p) => p.lives && p.terminal != NO_TERMINAL && controlling(p).session != p.session),
  new Invariant("session-with-one-terminal", "XBD 11.1.3 The Controlling Terminal",
    "A session has at most one controlling terminal.",
    (p) => hasSecondTerminal(p)),
  new Invariant("foreground-in-its-session", "XBD 11.1.2 Process Groups",
    "The foreground group of a terminal is in the session that the terminal controls, or has no members.",
    (p) => isForegroundElsewhere(p)),
];

/** The first invariant that does not hold in the state at hand, or -1. */
export function firstBroken(): i32 {
  for (let i = 0; i < INVARIANTS.length; i++) {
    const broken = INVARIANTS[i].broken;
    for (let p = first(), stop = end(); p != stop; p = p.next) if (p.exists && broken(p)) return i;
  }
  return -1;
}

function anyOther(p: Process, fits: (p: Process, other: Process) => bool): bool {
  for (let q = first(), stop = end(); q != stop; q = q.next) {
    if (q.exists && q != p && fits(p, q)) return true;
  }
  return false;
}

function isOwnAncestor(p: Process): bool {
  let ancestor = find(p.parent);
  for (let steps = header.used; steps > 0 && ancestor != p; steps--) {
    ancestor = find(ancestor.parent);
  }
  return ancestor == p;
}

function hasSecondTerminal(p: Process): bool {
  let count = 0;
  for (let i = 0; i < TERMINALS_MAX; i++) {
    if (p.leadsSession && terminalAt(i).session == p.session) count++;
  }
  return count > 1;
}

function isForegroundElsewhere(p: Process): bool {
  for (let i = 0; i < TERMINALS_MAX; i++) {
    const terminal = terminalAt(i);
    if (terminal.session != 0 && terminal.isForeground(p.group) && p.session != terminal.session) {
      return true;
    }
  }
  return false;
}

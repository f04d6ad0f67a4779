import { Errno } from "../errno";
import { Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";
import { Signal } from "../signal";
import { answer } from "../step";
import { End, Terminal, freeFromSession, leaveTerminal, signalForeground } from "../terminal";
import { TerminalCall, badDescriptor, hungUp } from "./descriptor";
import { signalPermitted } from "./kill";

const CLAUSE = "XBD 11.1.3 The Controlling Terminal";

export const enum Allowed { ANY_MEMBER, DEV_TTY_ONLY, LEADER_ONLY }
export const ALLOWED = new Question("tiocnotty.allowed", CLAUSE,
  "Who can give up the controlling terminal with TIOCNOTTY, and how?", [
    permitted("any-member", "Every process for itself, and the session leader for its session."),
    permitted("dev-tty-only", "A process that is no session leader, through /dev/tty."),
    permitted("leader-only", "The session leader."),
  ]);

export const enum LeaderEffect { HANGS_UP, HANGS_UP_AS_LEADER, DETACHES }
export const LEADER_EFFECT = new Question("tiocnotty.leader-effect", CLAUSE,
  "What does a session leader do that gives up the controlling terminal?", [
    permitted("hangs-up",
      "The foreground group is sent SIGHUP and SIGCONT, and the session has no terminal."),
    permitted("hangs-up-as-leader",
      "The same, but only those are sent anything whom the leader itself could signal."),
    permitted("detaches", "The session has no terminal, and nobody is sent anything."),
  ]);

/** ioctl(terminal, TIOCNOTTY) */
export class Tiocnotty extends TerminalCall {
  get isOwnTerminal(): bool { return this.isControlling && this.end != End.MASTER; }
  get allowed(): Allowed { return ask(ALLOWED); }
}
const call = new Tiocnotty();

export const BAD_DESCRIPTOR = badDescriptor("tiocnotty", CLAUSE);
export const HUNG_UP = hungUp("tiocnotty", CLAUSE);

export const NOT_TERMINAL = new Rule<Tiocnotty>("tiocnotty.not-terminal", Errno.ENOTTY, CLAUSE,
  "The terminal must be the caller's controlling terminal.",
  (c) => c.isAlive && !c.isOwnTerminal);

export const NOT_DEV_TTY = new Rule<Tiocnotty>("tiocnotty.not-dev-tty", Errno.ENOTTY, CLAUSE,
  "On this kernel the terminal can only be given up through /dev/tty.",
  (c) => c.isOwnTerminal && c.end != End.DEV_TTY && c.allowed == Allowed.DEV_TTY_ONLY);

export const LEADER = new Rule<Tiocnotty>("tiocnotty.leader", Errno.EINVAL, CLAUSE,
  "On this kernel a session leader cannot give up its terminal.",
  (c) => c.isOwnTerminal && c.caller.leadsSession && c.allowed == Allowed.DEV_TTY_ONLY);

export const NOT_LEADER = new Rule<Tiocnotty>("tiocnotty.not-leader", Errno.EPERM, CLAUSE,
  "On this kernel only the session leader can give up the terminal.",
  (c) => c.isOwnTerminal && !c.caller.leadsSession && c.allowed == Allowed.LEADER_ONLY);

export function tiocnotty(caller: Process, end: End, number: i32): void {
  call.fill(caller, end, number);
  if (orderOf(Call.TIOCNOTTY).refuses<Tiocnotty>(call)) return;
  answer.returns(0);
  if (!caller.leadsSession) {
    leaveTerminal(caller);
    return;
  }
  const effect = ask(LEADER_EFFECT);
  if (effect == LeaderEffect.HANGS_UP) {
    signalForeground(call.terminal, Signal.SIGHUP);
    signalForeground(call.terminal, Signal.SIGCONT);
  } else if (effect == LeaderEffect.HANGS_UP_AS_LEADER) {
    hangUpAs(caller, call.terminal);
  }
  freeFromSession(call.terminal);
}

function hangUpAs(leader: Process, terminal: Terminal): void {
  if (terminal.foreground == 0 || terminal.foregroundGone) return;
  signalPermitted(leader, terminal.foreground, Signal.SIGHUP);
  signalPermitted(leader, terminal.foreground, Signal.SIGCONT);
}

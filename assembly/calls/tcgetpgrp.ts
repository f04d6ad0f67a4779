import { Errno } from "../errno";
import { Pid, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, permitted } from "../question";
import { Rule } from "../rule";
import { groupExists } from "../session";
import { answer } from "../step";
import { End, Terminal } from "../terminal";
import { TerminalCall, badDescriptor, hungUp } from "./descriptor";

const call = new TerminalCall();

/** What a kernel without old numbers gives: more than any process ID. */
const NO_GROUP: Pid = 100000;

export const enum Vanished { OLD_NUMBER, NO_GROUP }
export const VANISHED = new Question("tcgetpgrp.vanished", "XSH tcgetpgrp RETURN VALUE",
  "What does tcgetpgrp give when the foreground group does not exist any more?", [
    permitted("old-number", "The number that the group had."),
    permitted("no-group", "A number that no group has."),
  ]);

export const BAD_DESCRIPTOR = badDescriptor("tcgetpgrp", "XSH tcgetpgrp ERRORS EBADF");
export const HUNG_UP = hungUp("tcgetpgrp", "XSH tcgetpgrp ERRORS");

export const NOT_TERMINAL = new Rule<TerminalCall>("tcgetpgrp.not-terminal", Errno.ENOTTY,
  "XSH tcgetpgrp ERRORS ENOTTY",
  "The terminal must be the caller's controlling terminal.",
  (c) => c.isAlive && !c.isControlling && !c.isTellingMaster);

/** tcgetpgrp(terminal) */
export function tcgetpgrp(caller: Process, end: End, number: i32): void {
  call.fill(caller, end, number);
  if (orderOf(Call.TCGETPGRP).refuses<TerminalCall>(call)) return;
  answer.returns(foregroundOf(call.terminal));
}

function foregroundOf(terminal: Terminal): Pid {
  const group = terminal.foreground;
  if (group == 0) return 0;
  const isGone = terminal.foregroundGone || !groupExists(group);
  return isGone && ask(VANISHED) == Vanished.NO_GROUP ? NO_GROUP : group;
}

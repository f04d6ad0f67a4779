import { Errno } from "../errno";
import { Pid, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Question, ask, deviant, permitted } from "../question";
import { Rule } from "../rule";
import { groupExists, groupIsIn, sessionExists } from "../session";
import { Signal } from "../signal";
import { answer } from "../step";
import { End, setForeground } from "../terminal";
import {
  CHANGING_HELD, CHANGING_ORPHANED, GatedCall, background, holdUp, orphaned,
} from "./background";
import { badDescriptor, hungUp } from "./descriptor";
import { named } from "./pthread_create";

export const enum NonGroup { REFUSED, ACCEPTED }
export const NON_GROUP = new Question("tcsetpgrp.non-group", "XSH tcsetpgrp ERRORS EPERM",
  "Can a number be put in the foreground that is a process's of the session, and no group's?", [
    permitted("refused", "It cannot: it must be a group."),
    deviant("accepted", "It can, and counts if a group with this number is founded."),
  ]);

/** tcsetpgrp(terminal, group) */
export class Tcsetpgrp extends GatedCall {
  group: Pid = 0;

  /** The number names a group, or what this kernel takes for one. */
  get isKnown(): bool { return groupExists(this.group) || this.isOtherNumber; }
  private get isOtherNumber(): bool {
    return (named(this.group).exists || sessionExists(this.group))
      && ask(NON_GROUP) == NonGroup.ACCEPTED;
  }
  get isInSession(): bool {
    const session = this.caller.session;
    if (groupExists(this.group)) return groupIsIn(this.group, session);
    return named(this.group).session == session;
  }
}
const call = new Tcsetpgrp();

export const BAD_DESCRIPTOR = badDescriptor("tcsetpgrp", "XSH tcsetpgrp ERRORS EBADF");
export const HUNG_UP = hungUp("tcsetpgrp", "XSH tcsetpgrp ERRORS");
export const ORPHANED = orphaned("tcsetpgrp", "XSH tcsetpgrp ERRORS EIO", CHANGING_ORPHANED);
export const BACKGROUND = background("tcsetpgrp", Signal.SIGTTOU,
  "XSH tcsetpgrp DESCRIPTION", CHANGING_HELD);

export const PGID_NEGATIVE = new Rule<Tcsetpgrp>("tcsetpgrp.pgid-negative", Errno.EINVAL,
  "XSH tcsetpgrp ERRORS EINVAL",
  "A process group ID is never negative.",
  (c) => c.group < 0);

export const PGID_ZERO = new Rule<Tcsetpgrp>("tcsetpgrp.pgid-zero", Errno.EINVAL,
  "XSH tcsetpgrp ERRORS EINVAL",
  "A kernel may refuse 0 as a number that no group can have.",
  (c) => c.group == 0);

export const NOT_TERMINAL = new Rule<Tcsetpgrp>("tcsetpgrp.not-terminal", Errno.ENOTTY,
  "XSH tcsetpgrp ERRORS ENOTTY",
  "The terminal must be the caller's controlling terminal.",
  (c) => c.isOpen && !c.isControlling);

export const GROUP_ABSENT = new Rule<Tcsetpgrp>("tcsetpgrp.group-absent", Errno.EPERM,
  "XSH tcsetpgrp ERRORS EPERM",
  "The group that is to be in the foreground must exist.",
  (c) => c.group >= 0 && !c.isKnown);

export const GROUP_ELSEWHERE = new Rule<Tcsetpgrp>("tcsetpgrp.group-elsewhere", Errno.EPERM,
  "XSH tcsetpgrp ERRORS EPERM",
  "The group that is to be in the foreground must be in the caller's session.",
  (c) => c.group >= 0 && c.isKnown && !c.isInSession);

export function tcsetpgrp(caller: Process, end: End, number: i32, group: Pid): void {
  call.fill(caller, end, number);
  call.group = group;
  if (orderOf(Call.TCSETPGRP).refuses<Tcsetpgrp>(call)) {
    if (answer.isHeld) holdUp(caller, end, number, group);
    return;
  }
  answer.returns(0);
  setForeground(call.terminal, group);
}

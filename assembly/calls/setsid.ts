import { Errno } from "../errno";
import { answer } from "../step";
import { leadSession } from "../kernel";
import { NOBODY, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Rule } from "../rule";
import { groupRemainsOf } from "../session";

/** setsid() */
export class Setsid {
  caller: Process = NOBODY;
}
const call = new Setsid();

export const GROUP_LEADER = new Rule<Setsid>("setsid.group-leader", Errno.EPERM,
  "XSH setsid ERRORS EPERM",
  "A process that leads a group cannot start a session.",
  (c) => c.caller.leadsGroup);

export const GROUP_REMAINS = new Rule<Setsid>("setsid.group-remains", Errno.EPERM,
  "XSH setsid ERRORS EPERM",
  "A process cannot start a session while others, zombies included, are in the group that has its number.",
  (c) => groupRemainsOf(c.caller));

export function setsid(caller: Process): void {
  call.caller = caller;
  if (orderOf(Call.SETSID).refuses<Setsid>(call)) return;
  leadSession(caller);
  answer.returns(caller.pid);
}

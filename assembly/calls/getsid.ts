import { Errno } from "../errno";
import { answer } from "../step";
import { Pid, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Rule } from "../rule";
import { Lookup, LookupRules, leaderIsGone } from "./lookup";

export const GETSID = new LookupRules("getsid", "XSH getsid ERRORS",
  "On this kernel a negative process ID is an invalid value; the standard only says that no such process exists.");
export const LEADER_GONE = new Rule<Lookup>("getsid.leader-gone", Errno.ESRCH,
  "XSH getsid ERRORS ESRCH",
  "On this kernel a session can be read only while its leader lives; the standard has no such limit.",
  (c) => c.target.exists && leaderIsGone(c.target.session));
const call = new Lookup();

/** getsid(pid): 0 is the caller. */
export function getsid(caller: Process, pid: Pid): void {
  call.fill(caller, pid);
  if (!orderOf(Call.GETSID).refuses<Lookup>(call)) answer.returns(call.target.session);
}

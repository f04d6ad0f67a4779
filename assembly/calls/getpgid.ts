import { answer } from "../step";
import { Pid, Process } from "../process";
import { Call, orderOf } from "../profile";
import { Lookup, LookupRules } from "./lookup";

export const GETPGID = new LookupRules("getpgid", "XSH getpgid ERRORS EINVAL",
  "A process ID is never negative.");
const call = new Lookup();

/** getpgid(pid): 0 is the caller. */
export function getpgid(caller: Process, pid: Pid): void {
  call.fill(caller, pid);
  if (!orderOf(Call.GETPGID).refuses<Lookup>(call)) answer.returns(call.target.group);
}

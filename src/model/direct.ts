import type { Directive } from "../trace/ast.js";
import type { Possible } from "./branch.js";
import type { Machine } from "./machine.js";

/** The kernel after an instruction of the trace. An instruction about a process that was never made is none. */
export function directed(
  machine: Machine,
  from: Possible,
  { name, arguments: [argument] }: Directive,
): Possible {
  if (name !== "next-pid" || argument?.kind !== "name" || !from.names.has(argument.name))
    return from;
  return { ...from, state: machine.withNextPid(from.state, from.names.numberOf(argument.name)) };
}

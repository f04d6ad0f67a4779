import type { Step } from "../trace/ast.js";
import { printCall } from "../trace/index.js";

/** A step as a trace has it, without its result: `shell: setpgid(job, job)`. */
export function lineOf({ actor, call }: Step): string {
  return `${actor}: ${printCall(call)}`;
}

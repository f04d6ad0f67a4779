import { INIT } from "../trace/index.js";
import { drawArguments } from "./arguments.js";
import type { Weighted } from "./dice.js";
import type { Draft } from "./draft.js";

/** How often a call is made where nothing speaks for another one. */
const weights: readonly Weighted<string>[] = [
  [10, "fork"],
  [5, "execve"],
  [5, "_exit"],
  [2, "wait"],
  [9, "waitpid"],
  [9, "waitid"],
  [1, "getpid"],
  [1, "getppid"],
  [1, "getpgrp"],
  [4, "getpgid"],
  [4, "getsid"],
  [17, "setpgid"],
  [6, "setsid"],
  [3, "setresuid"],
  [1, "prctl"],
  [2, "pthread_create"],
  [17, "kill"],
  [4, "raise"],
  [6, "sigaction"],
  [4, "sigprocmask"],
  [2, "sigpending"],
  [2, "sigsuspend"],
  [2, "pause"],
  [1, "openpty"],
];

/** The same of the calls that are about a terminal of the trace. */
const terminalWeights: readonly Weighted<string>[] = [
  [4, "open"],
  [3, "close"],
  [6, "ioctl"],
  [3, "tcgetpgrp"],
  [11, "tcsetpgrp"],
  [3, "tcgetsid"],
  [4, "tcsetattr"],
  [5, "read"],
  [4, "write"],
  [8, "type"],
];

/** Who makes the next call: anybody who can, `init` less often. */
function drawCaller({ dice, running }: Draft): string | undefined {
  const others = running.filter((name) => name !== INIT);
  return running.length === others.length || (others.length > 0 && dice.chance(75))
    ? dice.pick(others)
    : INIT;
}

/** One call by somebody, chosen from all that there are. False if it was refused. */
export function anyCall(draft: Draft): boolean {
  const caller = drawCaller(draft);
  if (caller === undefined) return false;
  return callOf(draft, caller);
}

/** One call by this process, chosen from all that there are. */
export function callOf(draft: Draft, caller: string): boolean {
  const known = draft.terminals.length > 0 ? [...weights, ...terminalWeights] : weights;
  const name = draft.dice.weighted(known);
  if (name === undefined || (name === "_exit" && caller === INIT && draft.dice.chance(90)))
    return false;
  return draft.call(caller, name, ...drawArguments(draft, caller, name)) !== undefined;
}

/** This call, by this process, with arguments that are drawn. */
export function anyOf(draft: Draft, caller: string, name: string): boolean {
  return draft.call(caller, name, ...drawArguments(draft, caller, name)) !== undefined;
}

import { answerOf, Names, rowOf, visibleEffects } from "../names.js";
import type { Answer, Effect, Step, Trace } from "../trace/ast.js";
import { bindingOf, printAnswer, printEffect, stepsOf, toSyscall } from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import {
  BOOT_PIDS,
  CAPACITY,
  type KernelEffect,
  type KernelStep,
  type Machine,
} from "./machine.js";

/** A kernel in the middle of a trace: its state, the numbers its processes have, and what they sleep in. */
export interface Possible {
  readonly state: Uint8Array;
  readonly names: Names;
  /** The function that each blocked process sleeps in, by the process's name. */
  readonly asleep: ReadonlyMap<string, string>;
}

/** One way a step can go, and the kernel after it. */
export interface Branch extends Possible {
  readonly answer: Answer;
  /** What a program could see of the effects, sorted by process. */
  readonly effects: readonly Effect[];
  /** Everything the step changed, in order, as the model names it. */
  readonly changes: readonly KernelEffect[];
  /** The rules that refused the call, by their place in the catalogue. */
  readonly rules: readonly number[];
}

/** What an outcome shows, as text: two with the same text cannot be told apart from outside. */
export function textOf({ answer, effects }: Pick<Branch, "answer" | "effects">): string {
  return [printAnswer(answer), ...effects.map(printEffect)].join("\n");
}

/** The same text for kernels that are the same, with the same names for their processes. */
export function keyOf({ state, names, asleep }: Possible): string {
  const bytes = Array.from(state, (byte) => String.fromCharCode(byte)).join("");
  return [bytes, names.key, ...asleep].join("\0");
}

/** The kernel at the start of a trace. */
export function startOf(machine: Machine): Possible {
  return { state: machine.start, names: Names.of(BOOT_PIDS), asleep: new Map() };
}

/** How many processes a trace can have at a time. */
export function capacityFor(trace: Trace): number {
  const forks = stepsOf(trace).filter((step) => step.call.function === "fork").length;
  return Math.min(CAPACITY.max, forks + 2);
}

/** Every way the step can go from here. `complete` is false if the model could not list them all. */
export function branchesFrom(
  machine: Machine,
  from: Possible,
  step: Step,
): { branches: Branch[]; complete: boolean } {
  const { names } = from;
  if (!isAbout(step, names)) return { branches: [notRun(from)], complete: true };
  const syscall = toSyscall(step.call, (name) => names.pidOf(name));
  const { steps, complete } = machine.possible(from.state, names.pidOf(step.actor), syscall);
  return {
    branches: steps.map((possible) => branchOf(from, step, possible.step, possible.state)),
    complete: complete && !steps.some((possible) => isFull(possible.step)),
  };
}

/** The processes of the trace, sorted by name. */
export function rowsOf(machine: Machine, { state, names }: Possible): ProcessRow[] {
  const rows = machine.processes(state).map((process) => rowOf(process, names));
  return rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function branchOf(
  from: Possible,
  step: Step,
  { outcome, rules, effects }: KernelStep,
  state: Uint8Array,
): Branch {
  const completion = outcome.tag === "completed" ? outcome.val : undefined;
  const bound = bindingOf(step);
  const isBound = bound !== undefined && completion?.tag === "returned";
  const names = isBound ? from.names.bind(bound, completion.val) : from.names;
  const exiting = step.call.function === "_exit" ? step.actor : undefined;
  return {
    state,
    names,
    asleep:
      outcome.tag === "blocked"
        ? new Map(from.asleep).set(step.actor, step.call.function)
        : from.asleep,
    answer: answerOf(outcome, names),
    effects: visibleEffects(
      effects,
      names,
      exiting,
      (process) => from.asleep.get(process) ?? "wait",
    ),
    changes: effects,
    rules: [...rules],
  };
}

/** The model has no room for another process: no kernel said so. */
function isFull({ outcome }: KernelStep): boolean {
  const completion = outcome.tag === "completed" ? outcome.val : undefined;
  return completion?.tag === "refused" && completion.val.rule === undefined;
}

/** A step about a process that a failed fork never made is not performed. */
function notRun(from: Possible): Branch {
  return { ...from, answer: { kind: "not-run" }, effects: [], changes: [], rules: [] };
}

function isAbout(step: Step, names: Names): boolean {
  const mentioned = step.call.arguments.flatMap((argument) =>
    argument.kind === "name" ? [argument.name] : [],
  );
  return [step.actor, ...mentioned].every((name) => names.has(name));
}

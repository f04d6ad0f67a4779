import type {
  Completion,
  Effect as KernelEffect,
  Outcome,
  Process,
  WaitStatus,
} from "../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Answer, Effect, Status } from "./trace/ast.js";
import type { ProcessRow } from "./world.js";

/**
 * Which number each name has, in one world. A value of this class never changes: `bind` gives
 * another one, so that worlds that part after a step keep their own numbers.
 */
export class Names {
  private constructor(
    private readonly numbers: ReadonlyMap<string, number>,
    private readonly names: ReadonlyMap<number, string>,
  ) {}

  static of(start: Readonly<Record<string, number>>): Names {
    let names = new Names(new Map(), new Map());
    for (const [name, number] of Object.entries(start)) names = names.bind(name, number);
    return names;
  }

  /** The same names, and this one. The newest name of a number is the one it is shown by. */
  bind(name: string, number: number): Names {
    return new Names(
      new Map(this.numbers).set(name, number),
      new Map(this.names).set(number, name),
    );
  }

  has(name: string): boolean {
    return this.numbers.has(name);
  }

  /** @throws {RangeError} if the name was never bound: its fork failed, or was not run. */
  pidOf(name: string): number {
    const number = this.numbers.get(name);
    if (number === undefined) throw new RangeError(`${name} has no number`);
    return number;
  }

  /** The name of the number, or the number itself. */
  nameOf(number: number): string {
    return this.names.get(number) ?? String(number);
  }

  /** The same text for the same names with the same numbers, bound in the same order. */
  get key(): string {
    return [...this.numbers].join();
  }
}

/** `killed(sigterm)` as a trace has it: `killed SIGTERM`. */
export function statusOf(status: WaitStatus): Status {
  if (status.tag === "exited") return { kind: "exited", code: status.val };
  return { kind: "killed", signal: status.val.toUpperCase() };
}

function answerOfCompletion(completion: Completion, names: Names): Answer {
  switch (completion.tag) {
    case "returned":
      return { kind: "value", value: names.nameOf(completion.val) };
    case "reported":
      return {
        kind: "report",
        child: names.nameOf(completion.val.child),
        status: statusOf(completion.val.status),
      };
    case "refused":
      return { kind: "error", errno: completion.val.errno.toUpperCase() };
  }
}

/** What a call gave, with names for numbers. */
export function answerOf(outcome: Outcome, names: Names): Answer {
  return outcome.tag === "completed"
    ? answerOfCompletion(outcome.val, names)
    : { kind: outcome.tag };
}

/**
 * What a program could see of the effects of a step. The death of a process in its own `_exit` is
 * not among them: the answer says it.
 *
 * @param sleepsIn the function that a process was blocked in before the step
 */
export function visibleEffects(
  effects: readonly KernelEffect[],
  names: Names,
  exiting: string | undefined,
  sleepsIn: (process: string) => string,
): Effect[] {
  const seen: Effect[] = [];
  for (const effect of effects) {
    if (effect.tag === "died") {
      const process = names.nameOf(effect.val.process);
      const status = statusOf(effect.val.status);
      if (process !== exiting || status.kind !== "exited")
        seen.push({ kind: "died", process, status });
    } else if (effect.tag === "resumed") {
      const process = names.nameOf(effect.val.process);
      const answer = answerOfCompletion(effect.val.completion, names);
      seen.push({ kind: "resumed", process, function: sleepsIn(process), answer });
    }
  }
  return inOrder(seen);
}

/** Sorted by process; what happened to one process keeps its order. */
export function inOrder(effects: readonly Effect[]): Effect[] {
  return [...effects].sort((a, b) => (a.process < b.process ? -1 : a.process > b.process ? 1 : 0));
}

/** The row of a process, with names for numbers. */
export function rowOf(process: Process, names: Names): ProcessRow {
  return {
    name: names.nameOf(process.pid),
    parent: names.nameOf(process.parent),
    group: names.nameOf(process.group),
    session: names.nameOf(process.session),
    state: process.state,
  };
}

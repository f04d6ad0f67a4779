import type { Move } from "../model/search.js";
import type { Argument, Call, Expectation, Field, Item, Step, Trace } from "../trace/index.js";
import {
  bindingOf,
  INIT,
  OUTSIDE,
  type Standing,
  signatures,
  stepsOf,
  UNUSED,
} from "../trace/index.js";
import { INIT_NUMBER, processName, terminalName } from "./domains.js";

const at = { line: 0, column: 0, offset: 0 };

/** What a call gives that makes a process or a terminal: its name. */
function giving(name: string): Expectation {
  return { answers: [{ kind: "value", value: name }], effects: [] };
}

/** The name of the n-th of a kind, from 1. */
const nameOf: Record<Standing, (n: number) => string> = {
  process: (n) => processName(INIT_NUMBER + n),
  thread: (n) => (n === 1 ? "thread" : `thread${n}`),
  terminal: (n) => terminalName(n - 1),
};

/**
 * Moves as a trace writes them. Numbers are given out again in an exploration; a name is the one of
 * whoever had the number last.
 */
export class Walk {
  private readonly items: Item[] = [];
  private readonly names = new Map<number, string>([
    [1, OUTSIDE],
    [INIT_NUMBER, INIT],
  ]);
  /** How many of each kind have a name. */
  private readonly made = { process: 0, thread: 0, terminal: 0 };

  /**
   * @param calls the calls of the exploration, in which processes go by their numbers
   * @param exact a number that is given out again is so in the trace too
   * @param beginning what was done before the exploration began
   */
  constructor(
    private readonly calls: readonly Call[],
    private readonly exact = false,
    beginning?: Trace,
  ) {
    for (const step of beginning ? stepsOf(beginning) : []) this.repeat(step);
  }

  /** A step as it is, which may make something. */
  private repeat(step: Step): void {
    this.items.push(step);
    const binds = signatures.get(step.call.function)?.binds;
    const name = bindingOf(step);
    if (!binds || name === undefined) return;
    this.made[binds] += 1;
    const number = INIT_NUMBER + this.made.process + this.made.thread;
    if (binds !== "terminal") this.names.set(number, name);
  }

  /** How many steps there are so far. */
  get length(): number {
    return this.items.length;
  }

  /**
   * Makes a move.
   *
   * @param aims the number that whom it makes could get, if that is not the one that he gets
   */
  step({ caller, call: index, makes }: Move, aims = 0): void {
    const call = this.calls[index];
    if (!call) throw new RangeError(`the exploration has no call ${index}`);
    if (this.exact) this.chooseNumber(aims || makes);
    const renamed = { ...call, arguments: call.arguments.map((one) => this.renamed(one)) };
    this.add(this.nameOf(caller), renamed, this.binding(call, makes));
  }

  /** The moves so far, with these fields in front. */
  trace(fields: readonly Field[]): Trace {
    return { fields, items: [...this.items] };
  }

  /** The next process gets the number of one that is gone; in a trace nobody gets that of `init`. */
  private chooseNumber(makes: number): void {
    const last = this.names.get(makes);
    if (makes === 0 || makes === INIT_NUMBER || last === undefined) return;
    const name: Argument = { kind: "name", name: last, negated: false, at };
    this.items.push({ kind: "directive", name: "next-pid", arguments: [name], at });
  }

  private add(actor: string, call: Call, expectation: Expectation | undefined): void {
    const step: Step = { kind: "step", actor, call, overrides: [], at };
    this.items.push(expectation ? { ...step, expectation } : step);
  }

  /** The name of what the call makes. */
  private binding(call: Call, makes: number): Expectation | undefined {
    const binds = signatures.get(call.function)?.binds;
    if (!binds || (binds !== "terminal" && makes === 0)) return undefined;
    this.made[binds] += 1;
    const name = nameOf[binds](this.made[binds]);
    if (binds !== "terminal") this.names.set(makes, name);
    return giving(name);
  }

  private renamed(argument: Argument): Argument {
    if (argument.kind !== "name" || !/^\d/.test(argument.name)) return argument;
    return { ...argument, name: this.nameOf(Number(argument.name)) };
  }

  private nameOf(number: number): string {
    return this.names.get(number) ?? UNUSED;
  }
}

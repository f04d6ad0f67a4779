import type { Move } from "../model/search.js";
import type { Argument, Call, Expectation, Field, Item, Step, Trace } from "../trace/index.js";
import { INIT, OUTSIDE, UNUSED } from "../trace/index.js";
import { INIT_NUMBER } from "./alphabet.js";

const at = { line: 0, column: 0, offset: 0 };

/** What a call gives that makes a process or a terminal: its name. */
function giving(name: string): Expectation {
  return { answers: [{ kind: "value", value: name }], effects: [] };
}

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
  private made = 0;

  /**
   * @param calls the calls of the exploration, in which processes go by their numbers
   * @param exact a number that is given out again is so in the trace too
   */
  constructor(
    private readonly calls: readonly Call[],
    private readonly exact = false,
  ) {}

  /** How many steps there are so far. */
  get length(): number {
    return this.items.length;
  }

  /** Makes a move. */
  step({ caller, call: index, makes }: Move): void {
    const call = this.calls[index];
    if (!call) throw new RangeError(`the exploration has no call ${index}`);
    if (this.exact) this.chooseNumber(makes);
    const renamed = { ...call, arguments: call.arguments.map((one) => this.renamed(one)) };
    this.add(this.nameOf(caller), renamed, this.binding(call, makes));
  }

  /** The moves so far, with these fields in front. */
  trace(fields: readonly Field[]): Trace {
    return { fields, items: [...this.items] };
  }

  /** The next process gets the number of one that is gone. */
  private chooseNumber(makes: number): void {
    const last = this.names.get(makes);
    if (makes === 0 || last === undefined) return;
    const name: Argument = { kind: "name", name: last, negated: false, at };
    this.items.push({ kind: "directive", name: "next-pid", arguments: [name], at });
  }

  private add(actor: string, call: Call, expectation: Expectation | undefined): void {
    const step: Step = { kind: "step", actor, call, overrides: [], at };
    this.items.push(expectation ? { ...step, expectation } : step);
  }

  private binding(call: Call, makes: number): Expectation | undefined {
    if (call.function === "openpty") return giving("tty");
    if (call.function !== "fork" || makes === 0) return undefined;
    this.made += 1;
    const name = `p${this.made}`;
    this.names.set(makes, name);
    return giving(name);
  }

  private renamed(argument: Argument): Argument {
    if (argument.kind !== "name" || argument.name === "tty") return argument;
    return { ...argument, name: this.nameOf(Number(argument.name)) };
  }

  private nameOf(number: number): string {
    return this.names.get(number) ?? UNUSED;
  }
}

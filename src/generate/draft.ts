import { type Branch, branchesFrom, type Possible, rowsOf, startOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { directed } from "../model/direct.js";
import { type Machine, machineFor } from "../model/machine.js";
import type { Argument, Directive, Item, Step } from "../trace/ast.js";
import { bindingOf, INIT, MAX_TERMINALS, OUTSIDE, signatures, stepsOf } from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import type { Dice } from "./dice.js";
import { type Need, needsOfStep } from "./needs.js";
import { named, nowhere, stepOf } from "./written.js";

/** A step that can go in more ways than these takes the judge longer than it is worth. */
const WAYS_MAX = 64;

/** What a trace may ask for. */
export interface Scope {
  /** The kernel whose model is beside the draft, so that calls are meaningful for it. */
  readonly profile: Profile;
  /** What the world offers. A step that needs anything else is not written. */
  readonly offers: ReadonlySet<Need>;
}

/**
 * A trace while it is written, with the model at its side: who lives, who sleeps, which group is
 * gone. A step that would lead nowhere is refused and leaves no trace.
 */
export class Draft {
  readonly items: Item[] = [];
  rows: readonly ProcessRow[];
  readonly terminals: string[] = [];
  readonly threads: string[] = [];
  /** Every process that was ever made, `init` first. */
  readonly made: string[] = [INIT];
  private readonly machine: Machine;
  private world: Possible;

  /** @param processes how many processes it may make */
  constructor(
    readonly dice: Dice,
    private readonly scope: Scope,
    private readonly processes: number,
  ) {
    this.machine = machineFor(scope.profile, processes + 2);
    this.world = startOf(this.machine);
    this.rows = rowsOf(this.machine, this.world);
  }

  /** The number of steps. */
  get length(): number {
    return this.items.length;
  }

  /** Adds a call; undefined if it is refused. */
  call(actor: string, name: string, ...written: readonly Argument[]): Branch | undefined {
    const makes = this.nameFor(name);
    const isFull = name === "openpty" && this.terminals.length === MAX_TERMINALS;
    return isFull ? undefined : this.add(stepOf(actor, name, written, makes));
  }

  /** Adds a step; undefined if it is refused. */
  add(step: Step): Branch | undefined {
    if (step.call.function === "fork" && this.made.length > this.processes) return undefined;
    if (!this.isAbout(step)) return undefined;
    if (!this.isOffered(step) || this.hasMaster(step)) return undefined;
    const { branches, complete } = branchesFrom(this.machine, this.world, step);
    const [branch] = branches;
    if (!branch || !complete || branches.length > WAYS_MAX) return undefined;
    const rows = rowsOf(this.machine, branch);
    if (this.isDull(branch, rows) && !this.dice.chance(3)) return undefined;
    this.items.push(step);
    this.world = branch;
    this.rows = rows;
    this.bind(step, branch);
    return branch;
  }

  /** Makes a child; undefined if there is no room for one. */
  fork(parent: string): string | undefined {
    return this.call(parent, "fork") && this.made.at(-1);
  }

  /** The next fork gives this process's number. */
  reuse(name: string): void {
    if (!this.scope.offers.has("namespace") || !this.world.names.has(name)) return;
    const directive: Directive = {
      kind: "directive",
      name: "next-pid",
      arguments: [named(name)],
      at: nowhere,
    };
    this.items.push(directive);
    this.world = directed(this.machine, this.world, directive);
  }

  row(name: string): ProcessRow | undefined {
    return this.rows.find((row) => row.name === name);
  }

  /** Those that can make a call. */
  get running(): string[] {
    return this.inState("running");
  }

  /** Those that can still do something, now or later. */
  get living(): string[] {
    return this.rows.filter(({ state }) => state !== "zombie").map(({ name }) => name);
  }

  inState(state: ProcessRow["state"]): string[] {
    return this.rows.filter((row) => row.state === state).map(({ name }) => name);
  }

  childrenOf(parent: string): string[] {
    return this.rows.filter((row) => row.parent === parent).map(({ name }) => name);
  }

  /** Those that were made and whose number is free again. */
  get gone(): string[] {
    return this.made.filter((name) => !this.row(name));
  }

  /** The groups that exist, by name. */
  get groups(): string[] {
    return this.existing(this.rows.map(({ group }) => group));
  }

  /** Those of the groups that have a name in the trace, each once. */
  existing(groups: readonly string[]): string[] {
    return [...new Set(groups)].filter((name) => name !== OUTSIDE && this.world.names.has(name));
  }

  /**
   * The caller makes a second terminal. When it dies, both hang up, and on Linux whoever sleeps at
   * one of them may run in between: the model does not know that.
   */
  private hasMaster({ actor, call }: Step): boolean {
    if (call.function !== "openpty") return false;
    const made = stepsOf({ fields: [], items: this.items }).filter(
      (step) => step.call.function === "openpty",
    );
    return made.some((step) => step.actor === actor);
  }

  /** Everybody in it has been made. */
  private isAbout({ actor, call }: Step): boolean {
    const mentioned = call.arguments.flatMap((argument) =>
      argument.kind === "name" || argument.kind === "master" ? [argument.name] : [],
    );
    return [actor, ...mentioned].every((name) => this.world.names.has(name));
  }

  /** The world has what the step needs. Outside a namespace only members get signals. */
  private isOffered(step: Step): boolean {
    const { offers } = this.scope;
    if (needsOfStep(step).some((need) => !offers.has(need))) return false;
    const [target] = step.call.arguments;
    if (step.call.function !== "kill" || target?.kind !== "name") return true;
    if (offers.has("namespace")) return true;
    return this.rows.some((row) => (target.negated ? row.group : row.name) === target.name);
  }

  /** Nobody could go on, or the step is not made at all. */
  private isDull({ answer }: Branch, rows: readonly ProcessRow[]): boolean {
    return answer.kind === "not-run" || !rows.some(({ state }) => state === "running");
  }

  private nameFor(name: string): string | undefined {
    switch (signatures.get(name)?.binds) {
      case "terminal":
        return this.unused((index) => nth("tty", index));
      case "thread":
        return this.unused((index) => nth("thread", index));
      case "process":
        return this.unused(letter);
      default:
        return undefined;
    }
  }

  /** The first of these names that stands for nothing yet. */
  private unused(name: (index: number) => string): string {
    for (let index = 0; ; index++) if (!this.world.names.has(name(index))) return name(index);
  }

  /** Keeps the name that the step has bound. */
  private bind(step: Step, { names }: Branch): void {
    const name = bindingOf(step);
    if (name === undefined || !names.has(name)) return;
    const binds = signatures.get(step.call.function)?.binds;
    const list = { process: this.made, thread: this.threads, terminal: this.terminals };
    if (binds) list[binds].push(name);
  }
}

/** `tty`, `tty2`, `tty3`. */
function nth(name: string, index: number): string {
  return index === 0 ? name : `${name}${index + 1}`;
}

/** `a` to `z`, then `a2`. */
function letter(index: number): string {
  const name = String.fromCharCode("a".charCodeAt(0) + (index % 26));
  return nth(name, Math.floor(index / 26));
}

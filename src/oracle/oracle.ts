import {
  type Branch,
  branchesFrom,
  capacityFor,
  keyOf,
  type Possible,
  rowsOf,
  startOf,
  textOf,
} from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { directed } from "../model/direct.js";
import { type Machine, machineFor, type Process } from "../model/machine.js";
import type { Names } from "../names.js";
import type { Directive, Step, Trace } from "../trace/ast.js";
import { NONE, UNSEEN } from "../trace/index.js";
import type { ProcessRow } from "../world.js";

/** More kernels than these are not followed. */
const WORLDS_MAX = 4096;

/**
 * The set of kernels that a profile allows and that nothing observed so far has ruled out. Under a
 * kernel's own profile they differ in what its scheduler may do; under `posix` also in how they
 * answer what the standard leaves open.
 */
export class Oracle {
  private readonly machine: Machine;
  private readonly capacity: number;
  private worlds: readonly Possible[];
  /**
   * The model could not list every way a step can go: it says so rather than drop some silently.
   */
  bounded = false;

  constructor(trace: Trace, profile: Profile) {
    this.capacity = capacityFor(trace);
    this.machine = machineFor(profile, this.capacity);
    this.worlds = [startOf(this.machine)];
  }

  /**
   * Every way the step can go; those that look alike and lead to equal states are one. The set
   * stays as it is.
   */
  branches(step: Step): Branch[] {
    const all = this.worlds.map((world) => branchesFrom(this.machine, world, step));
    this.bounded ||= all.some(({ complete }) => !complete);
    const branches = all.flatMap((some) => some.branches);
    return distinct(branches, (branch) => `${textOf(branch)}\0${keyOf(branch)}`);
  }

  /**
   * Every way the step could go from here if the kernels had the rules of another profile from now
   * on. What they answer to questions they keep.
   */
  branchesUnder(rules: Profile, step: Step): Branch[] {
    const machine = machineFor(rules, this.capacity);
    return this.worlds.flatMap((world) => branchesFrom(machine, world, step).branches);
  }

  /** Goes on with these kernels only. How they came to their states matters no more. */
  keep(worlds: readonly Possible[]): void {
    const different = distinct(worlds, keyOf);
    this.bounded ||= different.length > WORLDS_MAX;
    this.worlds = different.slice(0, WORLDS_MAX);
  }

  /** Follows an instruction of the trace. */
  direct(directive: Directive): void {
    this.worlds = this.worlds.map((world) => directed(this.machine, world, directive));
  }

  /** The processes of the trace, sorted by name. */
  rows(world: Possible): ProcessRow[] {
    return rowsOf(this.machine, world);
  }

  /**
   * Goes on from what was observed, though no kernel of the set would have done it.
   *
   * @param branch the way that comes closest
   * @returns false if the model cannot be brought into the state observed
   */
  adopt(branch: Branch, rows: readonly ProcessRow[]): boolean {
    const known = this.machine.processes(branch.state);
    const observed = rows.map((row) => processOf(row, branch.names, known));
    if (!observed.every((process) => process !== undefined)) return false;
    const state = this.machine.adopt(branch.state, observed);
    if (!state) return false;
    const stopped = observed.filter((process) => process.state === "stopped");
    this.keep([{ ...branch, state, stopped: new Set(stopped.map(({ pid }) => pid)) }]);
    return true;
  }
}

/** The first of each kind. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  if (items.length < 2) return [...items];
  return [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
}

/** The row with the model's numbers; undefined if it names somebody the model does not know. */
function processOf(row: ProcessRow, names: Names, known: readonly Process[]): Process | undefined {
  const process = known.find(({ pid }) => pid === numberOf(names, row.name));
  const [parent, group, session] = [row.parent, row.group, row.session].map((name) =>
    numberOf(names, name),
  );
  if (!process || parent === undefined || group === undefined || session === undefined)
    return undefined;
  const placed = { ...process, parent, group, session, state: row.state };
  return row.terminal === UNSEEN ? placed : onTerminal(placed, row, names);
}

/** The process with the terminal of the row; undefined if the model does not know that. */
function onTerminal(process: Process, row: ProcessRow, names: Names): Process | undefined {
  const { terminal: _, ...without } = process;
  const foreground = row.foreground === NONE ? 0 : numberOf(names, row.foreground);
  const terminal = terminalOf(row, names);
  if (foreground === undefined || (terminal === undefined && row.terminal !== NONE))
    return undefined;
  const placed = { ...without, foreground };
  return terminal === undefined ? placed : { ...placed, terminal };
}

function numberOf(names: Names, name: string): number | undefined {
  return names.has(name) ? names.numberOf(name) : undefined;
}

/** Terminals have the same numbers in every world, so one without a name is known too. */
function terminalOf({ terminal }: ProcessRow, names: Names): number | undefined {
  if (names.has(terminal)) return names.numberOf(terminal);
  return /^\d+$/.test(terminal) ? Number(terminal) : undefined;
}

import type { Catalog, Profile } from "../model/catalog.js";
import { BOOT_PIDS, CAPACITY, type Machine, machineFor, type Process } from "../model/machine.js";
import { answerOf, inOrder, Names, rowOf, visibleEffects } from "../names.js";
import type { Answer, Directive, Effect, Step, Trace } from "../trace/ast.js";
import { bindingOf, printAnswer, printEffect, stepsOf, toSyscall } from "../trace/index.js";
import type { ProcessRow } from "../world.js";

/** One kernel that is still possible: its state, and the numbers its processes have in it. */
interface Possible {
  readonly state: Uint8Array;
  readonly names: Names;
}

/** One way a step can go. */
export interface Branch extends Possible {
  readonly answer: Answer;
  /** What a program could see of the effects, sorted by process. */
  readonly effects: readonly Effect[];
  /** Everything the step changed, in order, as the model names it. */
  readonly changes: readonly KernelChange[];
  /** The rules that refused the call, by their place in the catalogue. */
  readonly rules: readonly number[];
}
type KernelChange = import("../model/machine.js").KernelEffect;

/** What a branch shows, as text: two branches with the same text cannot be told apart from outside. */
export function textOf({ answer, effects }: Pick<Branch, "answer" | "effects">): string {
  return [printAnswer(answer), ...effects.map(printEffect)].join("\n");
}

/**
 * The set of kernels that a profile allows and that nothing observed so far has ruled out. Under a kernel's own profile
 * they differ in what its scheduler may do; under `posix` also in how they answer what the standard leaves open.
 */
export class Oracle {
  private readonly machine: Machine;
  private worlds: readonly Possible[];
  /** The function that each blocked process sleeps in. */
  private readonly asleep = new Map<string, string>();
  /** The model could not list every way a step can go: it says so rather than drop some silently. */
  bounded = false;

  constructor(profile: Profile, capacity: number) {
    this.machine = machineFor(profile, capacity);
    this.worlds = [{ state: this.machine.start, names: Names.of(BOOT_PIDS) }];
  }

  /** How many kernels are still possible. */
  get size(): number {
    return this.worlds.length;
  }

  /** Every way the step can go. The set stays as it is. */
  branches(step: Step): Branch[] {
    const branches = this.worlds.flatMap((world) => this.branchesOf(world, step));
    return branches.filter((branch, i) => branches.findIndex((other) => isSame(branch, other)) === i);
  }

  /** Goes on with these ways only. */
  keep(step: Step, branches: readonly Branch[]): void {
    this.worlds = branches;
    for (const { answer } of branches) if (answer.kind === "blocked") this.asleep.set(step.actor, step.call.function);
  }

  /** Follows an instruction of the trace. */
  direct({ name, arguments: [argument] }: Directive): void {
    if (name !== "next-pid" || argument?.kind !== "name") return;
    this.worlds = this.worlds.map(({ state, names }) => ({
      state: this.machine.withNextPid(state, names.pidOf(argument.name)),
      names,
    }));
  }

  /** The processes of the trace after a branch, in the order of their names. */
  rows(branch: Possible): ProcessRow[] {
    return this.machine.processes(branch.state).map((process) => rowOf(process, branch.names)).sort(byName);
  }

  /**
   * Goes on from what was observed, though no kernel of the set would have done it.
   *
   * @param branch the way that comes closest
   * @returns false if the model cannot be brought into the state observed
   */
  adopt(step: Step, branch: Branch, rows: readonly ProcessRow[]): boolean {
    const { names } = branch;
    const known = this.machine.processes(branch.state);
    const numbers = rows.map((row) => processOf(row, names, known));
    if (!numbers.every((process) => process !== undefined)) return false;
    const state = this.machine.adopt(branch.state, numbers);
    if (!state) return false;
    this.keep(step, [{ ...branch, state }]);
    return true;
  }

  private branchesOf(world: Possible, step: Step): Branch[] {
    const { names } = world;
    if (!mentionsBound(step, names)) return [unable(world)];
    const syscall = toSyscall(step.call, (name) => names.pidOf(name));
    const possible = this.machine.possible(world.state, names.pidOf(step.actor), syscall);
    this.bounded ||= !possible.complete;
    const bound = bindingOf(step);
    return possible.steps.map(({ step: { outcome, effects }, state }) => {
      const number = outcome.tag === "completed" && outcome.val.tag === "returned" ? outcome.val.val : undefined;
      const after = bound !== undefined && number !== undefined ? names.bind(bound, number) : names;
      const exiting = step.call.function === "_exit" ? step.actor : undefined;
      const refused = outcome.tag === "completed" && outcome.val.tag === "refused" ? outcome.val.val.rules : [];
      return {
        state,
        names: after,
        answer: answerOf(outcome, after),
        effects: inOrder(visibleEffects(effects, after, exiting, (process) => this.asleep.get(process) ?? "wait")),
        changes: effects,
        rules: [...refused],
      };
    });
  }
}

/** A step about a process that a failed fork never made is not performed. */
function unable(world: Possible): Branch {
  return { ...world, answer: { kind: "not-run" }, effects: [], changes: [], rules: [] };
}

function mentionsBound(step: Step, names: Names): boolean {
  const mentioned = step.call.arguments.flatMap((argument) => (argument.kind === "name" ? [argument.name] : []));
  return [step.actor, ...mentioned].every((name) => names.has(name));
}

function isSame(a: Branch, b: Branch): boolean {
  return textOf(a) === textOf(b) && a.names.equals(b.names) && sameBytes(a.state, b.state);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function byName(a: ProcessRow, b: ProcessRow): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function processOf(row: ProcessRow, names: Names, known: readonly Process[]): Process | undefined {
  const numberOf = (name: string) => (names.has(name) ? names.pidOf(name) : Number(name));
  const pid = numberOf(row.name);
  const process = known.find((candidate) => candidate.pid === pid);
  const [parent, group, session] = [row.parent, row.group, row.session].map(numberOf);
  if (!process || parent === undefined || group === undefined || session === undefined) return undefined;
  if ([parent, group, session].some(Number.isNaN)) return undefined;
  return { pid, parent, group, session, state: row.state, execed: process.execed };
}

/** How many processes a trace can have at a time, with room to spare. */
export function capacityFor(trace: Trace): number {
  const forks = stepsOf(trace).filter((step) => step.call.function === "fork").length;
  return Math.min(CAPACITY.max, forks + 2);
}

/** The ids of the rules at these places of the catalogue. */
export function ruleIds(rules: readonly number[], { rules: all }: Catalog): string[] {
  return rules.flatMap((index) => all[index]?.id ?? []);
}

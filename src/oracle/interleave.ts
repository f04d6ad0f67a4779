import {
  type Branch,
  branchesFrom,
  keyOf,
  notRun,
  type Possible,
  textOf,
} from "../model/branch.js";
import type { Machine } from "../model/machine.js";
import type { Parallel, Step } from "../trace/ast.js";
import { stepsIn } from "../trace/index.js";
import { distinct } from "./distinct.js";

/** How a step went, without the state it led to: there are many, and a state is large. */
export type Passed = Omit<Branch, "state">;

/** A kernel in the middle of a block. */
export interface Way {
  readonly world: Possible;
  /** How each step of the block went, by its place in the block; undefined until it is made. */
  readonly made: readonly (Passed | undefined)[];
  /** What those steps showed: of two ways with equal texts nobody can tell which it was. */
  readonly shown: string;
  /** The same text for ways that nobody could tell apart, now or later. */
  readonly key: string;
}

/** Everything that can be after the same turns. */
export interface Stage {
  /** The processes that made a step since the block began, one after the other. */
  readonly turns: readonly string[];
  readonly ways: readonly Way[];
}

/** A block that is gone through. */
export interface Block {
  readonly machine: Machine;
  readonly steps: readonly Step[];
  /** The processes that make them, in the order in which they first occur. */
  readonly actors: readonly string[];
}

/** What the next turn of one process leads to. */
export interface Turn {
  readonly actor: string;
  /** From 0, in the order in which the steps of the block are written. */
  readonly step: number;
  /** Every way that the step can go. */
  readonly branches: readonly Branch[];
  readonly stage: Stage;
}

/** A way through a block, to its end. */
export interface Ended extends Way {
  readonly made: readonly Passed[];
  /** The processes that have steps left and wait for ever: a deadlock. */
  readonly waiting: readonly string[];
}

/** Where a stage can lead. */
export interface Next {
  /** One for each process that can make its next step. */
  readonly turns: readonly Turn[];
  /** The ways that go no further: nobody can make another step. */
  readonly ended: readonly Ended[];
  /** False if the model could not list everything. */
  readonly complete: boolean;
}

export function blockOf(machine: Machine, parallel: Parallel): Block {
  const steps = stepsIn(parallel);
  return { machine, steps, actors: [...new Set(steps.map(({ actor }) => actor))] };
}

/** The beginning of a block, for each kernel that may have come to it. */
export function beginning({ steps }: Block, worlds: readonly Possible[]): Stage {
  const made = steps.map(() => undefined);
  const ways = worlds.map((world) => {
    return { world: { ...world, schedule: [...world.schedule, []] }, made, shown: "", key: "" };
  });
  return { turns: [], ways };
}

/**
 * Every turn that can be next. A process whose call has not returned, or that is stopped, has none
 * until it goes on; nor has one that was not made yet, or whose step is about somebody who was not.
 * Steps that nobody can make any more are not made.
 */
export function nextOf(block: Block, stage: Stage): Next {
  const tried = block.actors.map((actor) => turnOf(block, stage, actor));
  const able = new Set(tried.flatMap(({ able }) => able));
  return {
    turns: tried.flatMap(({ turn }) => turn ?? []),
    ended: stage.ways.filter((way) => !able.has(way)).map((way) => endOf(block, way)),
    complete: tried.every(({ complete }) => complete),
  };
}

/** The turn of one process, and the ways in which it can have it. */
function turnOf(
  block: Block,
  { turns, ways }: Stage,
  actor: string,
): { turn?: Turn; able: Way[]; complete: boolean } {
  const index = nextStep(block, turns, actor);
  const step = block.steps[index];
  if (!step) return { able: [], complete: true };
  const tries = ways.map((way) => ({ way, ...attempt(block, way, step) }));
  const complete = tries.every((tried) => tried.complete);
  const able = tries.filter(({ branches }) => branches.length > 0).map(({ way }) => way);
  if (able.length === 0) return { able, complete };
  const after = tries.flatMap(({ way, branches }) =>
    branches.map((branch) => advanced(way, index, branch)),
  );
  const stage = { turns: [...turns, actor], ways: distinct(after, ({ key }) => key) };
  const branches = tries.flatMap((tried) => tried.branches);
  return { turn: { actor, step: index, branches, stage }, able, complete };
}

/** The place in the block of the next step of a process; -1 if it has made all. */
function nextStep({ steps }: Block, turns: readonly string[], actor: string): number {
  let made = turns.filter((other) => other === actor).length;
  return steps.findIndex((step) => step.actor === actor && made-- === 0);
}

/** Every way the step can go; none if its process cannot make it now. */
function attempt(
  { machine }: Block,
  { world }: Way,
  step: Step,
): { branches: Branch[]; complete: boolean } {
  const { branches, complete } = branchesFrom(machine, world, step);
  const made = branches.filter(({ answer }) => answer.kind !== "not-run");
  const before = world.schedule.slice(0, -1);
  const turns = [...(world.schedule.at(-1) ?? []), step.actor];
  return { branches: made.map((each) => ({ ...each, schedule: [...before, turns] })), complete };
}

function advanced({ made, shown }: Way, index: number, branch: Branch): Way {
  const { state: _, ...passed } = branch;
  const texts = [...shown.split("\0"), `${index} ${textOf(branch)}`].sort().join("\0");
  return {
    world: branch,
    made: made.map((other, i) => (i === index ? passed : other)),
    shown: texts,
    key: `${texts}\0${keyOf(branch)}`,
  };
}

/** The way with what nobody can make told as such. */
function endOf({ steps }: Block, { made, ...way }: Way): Ended {
  const { world } = way;
  const left = steps.filter((_, i) => made[i] === undefined).map(({ actor }) => actor);
  return {
    ...way,
    made: made.map((branch) => branch ?? notRun(world)),
    waiting: [...new Set(left)].filter((actor) => isWaiting(world, actor)),
  };
}

function isWaiting({ names, asleep, stopped }: Possible, actor: string): boolean {
  if (!names.has(actor)) return false;
  const number = names.numberOf(actor);
  return asleep.has(number) || stopped.has(number);
}

/**
 * The same text for stages that nobody could tell apart, now or later: the same steps are made, and
 * the same is possible.
 */
export function keyOfStage({ actors }: Block, { turns, ways }: Stage): string {
  const made = actors.map((actor) => turns.filter((other) => other === actor).length);
  return [made.join(), ...ways.map(({ key }) => key).sort()].join("\0\0");
}

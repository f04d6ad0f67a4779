import {
  type Branch,
  branchesFrom,
  capacityFor,
  keyOf,
  type Possible,
  startOf,
  textOf,
} from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { directed } from "../model/direct.js";
import { CAPACITY, type Machine, machineFor } from "../model/machine.js";
import { type Scene, sceneOf } from "../model/scene.js";
import { distinct } from "../oracle/distinct.js";
import { textsOf } from "../oracle/expect.js";
import {
  blocksOf,
  expectationFor,
  type Schedule,
  type Step,
  sequentialised,
  stepsIn,
  type Trace,
} from "../trace/index.js";

/** More kernels than these are not followed at a time. */
const KERNELS_MAX = 256;

/** Processes that somebody who looks ahead may add to what the trace has. */
const SPARE = 8;

/** A step of a trace as a kernel took it, or the start. */
export interface Moment {
  /** The step that led here; undefined at the start. */
  readonly step?: Step;
  /**
   * The way it went: one on which everything that the trace states can still come true. Undefined
   * at the start.
   */
  readonly taken?: Branch;
  /** Every way that it could go, one for each text; none at the start. */
  readonly ways: readonly Branch[];
  /** The kernel after it. */
  readonly at: Possible;
}

/** A kernel on its way, and how it came there. */
interface Node {
  readonly at: Possible;
  readonly branch?: Branch;
  readonly before?: Node;
}

/**
 * One history of a trace under a profile, with every moment at hand, so that it can be gone through
 * forwards and backwards. Where a step can go several ways, one is chosen on which what the trace
 * states comes true.
 */
export class Timeline {
  private readonly scenes = new WeakMap<Possible, Scene>();

  private constructor(
    private readonly machine: Machine,
    /** The start, then one for each step. */
    readonly moments: readonly Moment[],
    /** The order in which the steps of the parallel blocks were made. */
    readonly schedule: Schedule,
    /** False if more could happen than was followed. */
    readonly complete: boolean,
  ) {}

  /** @param schedule the order of the blocks; by default that in which they are written */
  static of(trace: Trace, profile: Profile, schedule = asWritten(trace)): Timeline {
    const growing = Timeline.growing(trace, profile, schedule);
    for (;;) {
      const { done, value } = growing.next();
      if (done === true) return value;
    }
  }

  /** The same, a kernel of a step at a time: for whoever has something else to do in between. */
  static *growing(
    trace: Trace,
    profile: Profile,
    schedule = asWritten(trace),
  ): Generator<void, Timeline> {
    const machine = machineFor(profile, Math.min(CAPACITY.max, capacityFor(trace) + SPARE));
    const levels: Level[] = [];
    let nodes: readonly Node[] = [{ at: startOf(machine) }];
    let complete = true;
    for (const item of sequentialised(trace, schedule).items) {
      if (item.kind === "directive")
        nodes = nodes.map((node) => ({ ...node, at: directed(machine, node.at, item) }));
      if (item.kind !== "step") continue;
      const next = yield* afterStep(machine, nodes, item, profile);
      levels.push({ step: item, ways: next.ways });
      nodes = next.nodes;
      complete &&= next.complete;
    }
    return new Timeline(machine, momentsOf(levels, nodes[0]), schedule, complete);
  }

  /** What the kernel holds; worked out when it is first asked for. */
  scene(at: Possible): Scene {
    const known = this.scenes.get(at) ?? sceneOf(this.machine, at);
    this.scenes.set(at, known);
    return known;
  }

  /** Every way in which a step could go from here, one for each text. Nothing is changed. */
  whatIf(at: Possible, step: Step): readonly Branch[] {
    return distinct(branchesFrom(this.machine, at, step).branches, textOf);
  }
}

/** Every kernel after a step, those only on which what the step states comes true if there are any. */
function* afterStep(
  machine: Machine,
  nodes: readonly Node[],
  step: Step,
  { name }: Profile,
): Generator<void, { nodes: readonly Node[]; ways: readonly Branch[]; complete: boolean }> {
  let complete = true;
  const next: (Node & { branch: Branch })[] = [];
  for (const before of nodes) {
    const found = branchesFrom(machine, before.at, step);
    complete &&= found.complete;
    next.push(...found.branches.map((branch) => ({ at: branch, branch, before })));
    yield;
  }
  const stated = textsOf(expectationFor(step, name));
  const agreeing = next.filter(({ branch }) => stated.includes(textOf(branch)));
  const different = distinct(agreeing.length > 0 ? agreeing : next, ({ at }) => keyOf(at));
  const ways = distinct(
    next.map(({ branch }) => branch),
    textOf,
  );
  complete &&= different.length <= KERNELS_MAX;
  return { nodes: different.slice(0, KERNELS_MAX), ways, complete };
}

interface Level {
  readonly step: Step;
  readonly ways: readonly Branch[];
}

/** The way from the start to the last node, as moments. */
function momentsOf(levels: readonly Level[], last: Node | undefined): Moment[] {
  const moments: Moment[] = [];
  let node = last;
  for (const { step, ways } of [...levels].reverse()) {
    if (!node?.branch) break;
    moments.push({ step, ways, taken: node.branch, at: node.at });
    node = node.before;
  }
  if (node) moments.push({ ways: [], at: node.at });
  return moments.reverse();
}

function asWritten(trace: Trace): Schedule {
  return blocksOf(trace).map((block) => stepsIn(block).map(({ actor }) => actor));
}

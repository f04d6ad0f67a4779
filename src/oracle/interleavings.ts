import { type Branch, notRun, type Possible, textOf } from "../model/branch.js";
import { type Block, beginning, type Ended, keyOfStage, nextOf, type Stage } from "./interleave.js";

/** More steps than these are not tried in one block. */
export const TRIES_MAX = 16_384;

/** Schedules after which the same is possible: they differ in nothing that can ever be seen. */
export interface Equivalents {
  /** The first of them, in the order of the block's text. */
  readonly turns: readonly string[];
  /** How many they are. */
  readonly schedules: number;
  readonly ends: readonly Ended[];
}

/** In which orders a block is gone through. */
export interface Orders {
  /** The one that is wanted. */
  readonly only?: readonly string[] | undefined;
  /** Orders after which the same is possible are kept apart. */
  readonly apart?: boolean | undefined;
}

/** A block, in every order. */
export interface Interleavings {
  readonly classes: readonly Equivalents[];
  /** How each step of the block can go, by its place in the block; one branch for each text. */
  readonly branches: readonly (readonly Branch[])[];
  /** False if there are more ways than the model lists: then these are a part of them. */
  readonly complete: boolean;
  /** How many turns there can be; if one order is wanted, how many of those that it says. */
  readonly longest: number;
}

/** A stage, and how many schedules lead to it. */
interface Counted extends Stage {
  readonly schedules: number;
}

/**
 * Goes through a block in every order of whole steps. After each step, what nobody can tell apart
 * is one, so that the orders are counted rather than run. If the order that is wanted cannot be,
 * there is no class.
 */
export function interleave(
  block: Block,
  worlds: readonly Possible[],
  orders: Orders = {},
): Interleavings {
  const search = new Search(block, orders);
  let stages: Counted[] = [{ ...beginning(block, worlds), schedules: 1 }];
  while (stages.length > 0 && search.hasRoom) stages = search.advance(stages);
  return search.result;
}

class Search {
  private readonly classes: Equivalents[] = [];
  /** For each step, the first branch of each text. */
  private readonly seen: Map<string, Branch>[];
  private complete = true;
  private tries = 0;
  private longest = 0;

  constructor(
    private readonly block: Block,
    private readonly orders: Orders,
  ) {
    this.seen = block.steps.map(() => new Map());
  }

  get hasRoom(): boolean {
    return this.tries <= TRIES_MAX;
  }

  get result(): Interleavings {
    const { classes, longest } = this;
    const branches = this.seen.map((some) => [...some.values()]);
    return { classes, branches, complete: this.complete && this.hasRoom, longest };
  }

  /** Every stage that is one turn further. */
  advance(stages: readonly Counted[]): Counted[] {
    const after = new Map<string, Counted>();
    for (const stage of stages) {
      if (!this.hasRoom) break;
      this.tries += stage.ways.length * this.block.actors.length;
      this.longest = stage.turns.length;
      for (const next of this.after(stage)) {
        const key = this.orders.apart ? next.turns.join() : keyOfStage(this.block, next);
        const known = after.get(key) ?? { ...next, schedules: 0 };
        after.set(key, { ...known, schedules: known.schedules + stage.schedules });
      }
    }
    return [...after.values()];
  }

  /** The stages after one, of those orders that are wanted. */
  private after(stage: Counted): Stage[] {
    const { only } = this.orders;
    const { turns, ended, complete } = nextOf(this.block, stage);
    this.complete &&= complete;
    if (!only || only.length === stage.turns.length) this.end(stage, ended);
    const wanted = turns.filter(({ actor }) => !only || only[stage.turns.length] === actor);
    for (const { step, branches } of wanted) this.see(step, branches);
    return wanted.map(({ stage: next }) => next);
  }

  private end({ turns, schedules }: Counted, ends: readonly Ended[]): void {
    if (ends.length === 0) return;
    this.classes.push({ turns, schedules, ends });
    for (const { made, world } of ends)
      for (const [i, { answer }] of made.entries())
        if (answer.kind === "not-run") this.see(i, [notRun(world)]);
  }

  private see(step: number, branches: readonly Branch[]): void {
    const seen = this.seen[step];
    for (const branch of branches) {
      const text = textOf(branch);
      if (seen && !seen.has(text)) seen.set(text, branch);
    }
  }
}

/** The kernels after a block. */
export function worldsAfter({ classes }: Interleavings): Possible[] {
  return classes.flatMap(({ ends }) => ends.map(({ world }) => world));
}

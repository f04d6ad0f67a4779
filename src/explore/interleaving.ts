import { type Branch, textOf } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { distinct } from "../oracle/distinct.js";
import { type Block, beginning, type Next, nextOf, type Stage } from "../oracle/interleave.js";
import { worldsAfter } from "../oracle/interleavings.js";
import { Oracle } from "../oracle/oracle.js";
import { type Outcome, outcomesOf } from "../oracle/outcomes.js";
import { blocksOf, type Step, type Trace } from "../trace/index.js";

/**
 * A place in the tree of the orders of a block: some turns have been made, and what follows is
 * worked out when it is asked for. The tree is as large as there are orders, so that nobody can
 * list all of it; whoever only wants to know what can come of it asks `forecast`.
 */
export interface Interleaving {
  /** The processes that have made a step of the block, one after the other. */
  readonly turns: readonly string[];
  /** The step of the last turn; undefined at the beginning of the block. */
  readonly step?: Step;
  /** Every way in which that step can go, one for each text. */
  readonly shows: readonly Branch[];
  /** What can have come of the block if it ends here; none where somebody always goes on. */
  outcomes(): readonly Outcome[];
  /** One place for each process that can make the next step, in the order of the block's text. */
  next(): readonly Interleaving[];
}

/**
 * The tree of the orders in which a block of a trace can go under a profile, from its beginning.
 *
 * @param index which block, from 0
 * @throws {RangeError} if the trace has no such block
 */
export function interleavings(trace: Trace, profile: Profile, index = 0): Interleaving {
  const parallel = blocksOf(trace)[index];
  if (!parallel) throw new RangeError(`the trace has no block ${index}`);
  const oracle = new Oracle(trace, profile);
  for (const item of trace.items) {
    if (item === parallel) break;
    if (item.kind === "directive") oracle.direct(item);
    if (item.kind === "step") oracle.keep(oracle.branches(item));
    if (item.kind === "parallel") oracle.keep(worldsAfter(oracle.interleavings(item)));
  }
  const { block, worlds } = oracle.at(parallel);
  return place(oracle, block, beginning(block, worlds), {});
}

function place(
  oracle: Oracle,
  block: Block,
  stage: Stage,
  last: { step?: Step; branches?: readonly Branch[] },
): Interleaving {
  let known: Next | undefined;
  const next = () => {
    known ??= nextOf(block, stage);
    return known;
  };
  return {
    turns: stage.turns,
    ...(last.step && { step: last.step }),
    shows: distinct(last.branches ?? [], textOf),
    outcomes() {
      const ends = next().ended;
      const classes = ends.length > 0 ? [{ turns: stage.turns, schedules: 1, ends }] : [];
      return outcomesOf(block.steps, { classes }, ({ world }) => oracle.rows(world));
    },
    next() {
      return next().turns.map(({ step: index, branches, stage: after }) => {
        const step = block.steps[index];
        return place(oracle, block, after, { ...(step && { step }), branches });
      });
    },
  };
}

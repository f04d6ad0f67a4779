import { type Arbitrary, sample } from "fast-check";
import type { Scope } from "../generate/draft.js";
import { traces } from "../generate/traces.js";
import { variants } from "../generate/variants.js";
import type { Trace } from "../trace/ast.js";

/** Everything that decides which traces a session runs, but for how many. */
export interface Plan extends Scope {
  /** 32 bits. */
  readonly seed: number;
  /** Traces that reached something new in an earlier session. This one does not change the list. */
  readonly corpus: readonly Trace[];
}

/** How many of a hundred runs start from a trace of the corpus. */
const varied = 40;

/**
 * The trace of each run of a plan. A run depends on its number only, so any of them can be made
 * again without the others, or by another process.
 */
export class Runs {
  private readonly anew: Arbitrary<Trace>;
  private readonly variants: Arbitrary<Trace>;

  constructor(private readonly plan: Plan) {
    this.anew = traces(plan);
    this.variants = variants(plan, plan.corpus);
  }

  /** @param run from 0 */
  trace(run: number): Trace {
    const seed = mixed(this.plan.seed, run);
    const isVaried = this.plan.corpus.length > 0 && (seed >>> 8) % 100 < varied;
    const [trace] = sample(isVaried ? this.variants : this.anew, { seed, numRuns: 1 });
    if (!trace) throw new Error(`run ${run} has no trace`);
    return trace;
  }
}

/** Far from each other for neighbouring runs and neighbouring seeds. */
function mixed(seed: number, run: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(run + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

import { type Branch, textOf } from "../../src/model/branch.js";
import type { Profile } from "../../src/model/catalog.js";
import { Oracle } from "../../src/oracle/oracle.js";
import { blocksOf, sequentialised, stepsIn, stepsOf, type Trace } from "../../src/trace/index.js";

/** Every order of as many turns as the processes have steps, shortest first. */
function orders(counts: ReadonlyMap<string, number>): string[][] {
  const able = [...counts].filter(([, count]) => count > 0);
  if (able.length === 0) return [[]];
  return able.flatMap(([actor, count]) =>
    orders(new Map(counts).set(actor, count - 1)).map((rest) => [actor, ...rest]),
  );
}

/** What the steps of a block showed, by their places in the file, and the processes after it. */
export type Seen = string;

/** Every end of the block of a trace, found by running each order as a trace of its own. */
export function bruteForce(trace: Trace, kernel: Profile): Map<Seen, Set<string>> {
  const [block] = blocksOf(trace);
  const steps = block ? stepsIn(block) : [];
  const counts = new Map<string, number>();
  for (const { actor } of steps) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const found = new Map<Seen, Set<string>>();
  for (const order of orders(counts)) {
    const ordered = sequentialised(trace, [order]);
    for (const { seen, turns } of endsOf(ordered, steps.length, kernel))
      found.set(seen, (found.get(seen) ?? new Set()).add(turns.join()));
  }
  return found;
}

/** The ends of one order in which nobody is asked for a step that it cannot make, but at the end. */
function endsOf(trace: Trace, count: number, kernel: Profile): { seen: Seen; turns: string[] }[] {
  const steps = stepsOf(trace);
  const before = steps.length - count;
  const oracle = new Oracle(trace, kernel);
  for (const step of steps.slice(0, before)) oracle.keep(oracle.branches(step));
  const inBlock = steps.slice(before);
  let paths: { from: Branch | undefined; texts: string[]; turns: string[] }[] = [
    { from: undefined, texts: [], turns: [] },
  ];
  const start = oracle.branches(inBlock[0] as (typeof inBlock)[0]);
  for (const [i, step] of inBlock.entries()) {
    paths = paths.flatMap(({ from, texts, turns }) => {
      if (from) oracle.keep([from]);
      const branches = from ? oracle.branches(step) : start;
      return branches.flatMap((branch) => {
        const made = branch.answer.kind !== "not-run";
        // Once somebody could not make its step, nobody else may make one.
        if (made && turns.length < i) return [];
        const text = `${step.at.line} ${textOf(branch)}`;
        return [
          {
            from: branch,
            texts: [...texts, text],
            turns: made ? [...turns, step.actor] : turns,
          },
        ];
      });
    });
  }
  return paths.flatMap(({ from, texts, turns }) => {
    if (!from) return [];
    return [{ seen: seenText(texts, oracle.rows(from)), turns }];
  });
}

export function seenText(texts: readonly string[], rows: unknown): Seen {
  return [...texts].sort().join("\n") + JSON.stringify(rows);
}

import type { Catalog } from "../model/catalog.js";
import { follow, type StepVerdict, type Verdict } from "../oracle/follow.js";
import type { Trace } from "../trace/ast.js";
import type { Observation } from "../world.js";
import type { Statement } from "./blame.js";
import type { Contradiction } from "./result.js";
import { lineOf } from "./step-line.js";

/**
 * The open questions that a kernel answers in two ways up to a step: it did all that one answer
 * allows, showed in an earlier step that the other is not its answer, and gave that one since.
 *
 * @param index the step; the profile that leaves the questions open does not allow it
 * @param verdict of that profile
 * @param statements of the kernels that answer one question in one way, among others
 */
export function contradictions(
  trace: Trace,
  observations: readonly Observation[],
  index: number,
  verdict: Verdict,
  statements: readonly Statement[],
  { questions }: Catalog,
): Contradiction[] {
  const isFollowed = (one: Verdict) => firstBroken(one, verdict, index) === undefined;
  return questions.flatMap(({ id, alternatives }, question) => {
    const permitted = statements.filter(
      (one) => one.id === id && alternatives[one.alternative ?? -1]?.permitted,
    );
    const before = permitted.filter((one) => isFollowed(one.verdict));
    return before.flatMap((first) =>
      permitted.flatMap(({ alternative = 0, verdict: other }): Contradiction[] => {
        const shown = firstBroken(other, verdict, index);
        if (!shown) return [];
        const turn = { after: shown.index, question, alternative };
        const turned = follow(trace, observations, first.profile, { turn });
        if (!isFollowed(turned) || turned.steps[index]?.differs.length !== 0) return [];
        const [earlier = "", now = ""] = [first.alternative, alternative].map(
          (place) => alternatives[place ?? -1]?.name,
        );
        return [{ question: id, index: shown.index, call: lineOf(shown.step), earlier, now }];
      }),
    );
  });
}

/** The first step before this one that one kernel does not allow, and the open profile does. */
function firstBroken(one: Verdict, open: Verdict, index: number): StepVerdict | undefined {
  return one.steps
    .slice(0, index)
    .find(({ differs }, i) => differs.length > 0 && open.steps[i]?.differs.length === 0);
}

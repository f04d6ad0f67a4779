import { follow } from "../oracle/follow.js";
import { lineOf } from "./step-line.js";
/**
 * The questions that the profile leaves open and the kernel answers in two ways up to a step: it
 * did all that one answer allows, showed in an earlier step that the other is not its answer, and
 * gave that one since.
 *
 * @param index the step; the profile does not allow it
 */
export function contradictions(evidence, index, { questions }) {
    const { profile, statements, verdict } = evidence;
    const open = profile.answers.filter(({ alternative }) => alternative === undefined);
    return open.flatMap(({ question }) => {
        const { id = "", alternatives = [] } = questions[question] ?? {};
        const permitted = statements.filter((one) => one.id === id && alternatives[one.alternative ?? -1]?.permitted);
        const firsts = permitted.filter((one) => !firstBroken(one.verdict, verdict, index));
        return firsts.flatMap((first) => permitted.flatMap((then) => {
            const shown = firstBroken(then.verdict, verdict, index);
            if (!shown || !turns(evidence, index, first, { after: shown.index, question }, then))
                return [];
            const [earlier = "", now = ""] = [first, then].map(({ alternative = -1 }) => alternatives[alternative]?.name);
            return [{ question: id, index: shown.index, call: lineOf(shown.step), earlier, now }];
        }));
    });
}
/** Whether it explains the step that a kernel answered like the first one, and then like the other. */
function turns({ trace, observations, verdict }, index, first, turn, { alternative = 0 }) {
    const options = { turn: { ...turn, alternative } };
    const turned = follow(trace, observations, first.kernel, options);
    return (firstBroken(turned, verdict, index) === undefined && turned.steps[index]?.differs.length === 0);
}
/** The first step before this one that one kernel does not allow, and the open profile does. */
function firstBroken(one, open, index) {
    return one.steps
        .slice(0, index)
        .find(({ differs }, i) => differs.length > 0 && open.steps[i]?.differs.length === 0);
}

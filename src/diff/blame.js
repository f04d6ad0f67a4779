import { follow } from "../oracle/follow.js";
/** How each suspect takes what was observed. */
export function question(trace, observations, suspects) {
    return suspects.map((suspect) => ({
        ...suspect,
        verdict: follow(trace, observations, suspect.kernel),
    }));
}
/** The suspects whose difference alone makes what was observed at a step what is allowed. */
export function blamed(statements, index) {
    return statements.filter(({ verdict }) => verdict.steps[index]?.differs.length === 0);
}

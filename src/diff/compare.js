import { catalog, profileNamed, STANDARD } from "../model/catalog.js";
import { follow } from "../oracle/follow.js";
import { fieldOf, listOf } from "../trace/index.js";
import { breachesOf } from "./breach.js";
import { explain, unique } from "./explain-divergence.js";
import { lineOf } from "./step-line.js";
/**
 * Holds what a world showed of a trace to a profile, and to the standard.
 *
 * @param file the trace's path, for the report
 * @param durationMs how long the world took
 */
export function compareTrace(trace, file, transcript, profile, durationMs = 0) {
    const verdict = follow(trace, transcript.observations, profile);
    const standard = follow(trace, transcript.observations, posix());
    const exhausted = exhaustion(transcript.observations, verdict);
    const isExplained = diverged(verdict) && exhausted === undefined;
    const divergences = isExplained
        ? explain(trace, transcript.observations, profile, { verdict, standard })
        : [];
    const outcome = exhausted
        ? { verdict: "broken", reason: exhausted }
        : verdictOf(divergences, transcript, verdict);
    const breaking = exhausted ? [] : breaksOf(trace, transcript, profile, standard, divergences);
    return {
        name: caseName(file),
        file,
        title: fieldOf(trace, "title") ?? "",
        ...outcome,
        conformance: exhausted ? "unknown" : conformanceOf(standard, transcript),
        rules: divergences.length > 0 ? unique(divergences.flatMap(({ speaks }) => speaks)) : namedBy(trace),
        durationMs,
        divergences,
        breaks: unique(breaking),
        different: null,
    };
}
/**
 * The result of a case held to the standard, with what is only different: the rules and questions
 * by which a kernel that keeps to the standard still differs from the one that was expected.
 */
export function withDifference(result, trace, transcript, expected) {
    if (result.verdict !== "agreed")
        return result;
    const { divergences, rules } = compareTrace(trace, result.file, transcript, expected);
    return divergences.length > 0 ? { ...result, different: rules } : result;
}
/** `test/scenarios/setpgid/child-execed.trace` is the case `scenarios/setpgid/child-execed`. */
export function caseName(file) {
    return file
        .replace(/^(.*\/)?(?=(scenarios|museum|found|tutorial|job-control|races)\/)/, "")
        .replace(/\.trace$/, "");
}
/** Counts the cases by verdict. */
export function summarise(cases, durationMs) {
    const count = (verdict) => cases.filter((result) => result.verdict === verdict).length;
    return {
        agreed: count("agreed"),
        diverged: count("diverged"),
        known: count("known"),
        skipped: count("skipped"),
        broken: count("broken"),
        violations: cases.filter(({ conformance }) => conformance === "violates").length,
        durationMs,
    };
}
function posix() {
    const profile = profileNamed(STANDARD);
    if (!profile)
        throw new Error(`the catalogue lacks the profile ${STANDARD}`);
    return profile;
}
/** By what the standard is broken: as the profile breaks it, else as this kernel leaves the profile. */
function breaksOf(trace, { observations }, profile, verdict, divergences) {
    if (!diverged(verdict))
        return [];
    const known = breachesOf(trace, observations, { profile, standard: posix() }, verdict, catalog());
    const unexpected = divergences.filter(({ breaksStandard }) => breaksStandard);
    return [...known, ...unexpected.flatMap(({ speaks }) => speaks)];
}
/** What the front matter says the trace is about. */
function namedBy(trace) {
    const questions = listOf(trace, "questions").map((entry) => entry.split("=")[0] ?? entry);
    return unique([...listOf(trace, "rules"), ...questions]);
}
function diverged({ steps }) {
    return steps.some(({ differs }) => differs.length > 0);
}
/**
 * A machine that runs out of processes or memory says nothing about its kernel: the standard lets
 * fork fail so at any time. Undefined unless that is what went wrong first.
 */
function exhaustion(observations, { steps }) {
    const first = steps.find(({ differs }) => differs.length > 0);
    const answer = first && observations[first.index]?.answer;
    if (first?.step.call.function !== "fork" || answer?.kind !== "error")
        return undefined;
    if (answer.errno !== "EAGAIN" && answer.errno !== "ENOMEM")
        return undefined;
    return `\`${first.step.actor}: fork()\` gave ${answer.errno}: this machine allows no more processes`;
}
function verdictOf(divergences, { obstacle }, verdict) {
    const reason = obstacle?.reason ?? limitOf(verdict) ?? null;
    if (divergences.length > 0)
        return { verdict: "diverged", reason };
    if (obstacle)
        return { verdict: obstacle.kind, reason };
    return { verdict: reason === null ? "agreed" : "broken", reason };
}
/** Why nothing can be said of a step; undefined if something could be said of every one. */
function limitOf({ boundedAt, lostAfter, steps }) {
    if (boundedAt === undefined || lostAfter === undefined)
        return undefined;
    const [first, last] = [boundedAt, lostAfter].map((index) => steps[index]?.step);
    if (!first || !last || steps[lostAfter]?.differs.length !== 0)
        return undefined;
    const limit = `more can happen at line ${first.at.line}, \`${lineOf(first)}\`, than the model follows`;
    return `${limit}, so nothing can be said from line ${last.at.line} on`;
}
function conformanceOf(standard, { obstacle }) {
    if (diverged(standard))
        return "violates";
    return obstacle || standard.lostAfter !== undefined ? "unknown" : "conforms";
}

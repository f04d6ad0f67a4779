import { catalog, ruleIds, STANDARD } from "../model/catalog.js";
import { follow, sameRow } from "../oracle/follow.js";
import { printAnswer, printAnswers, printEffect } from "../trace/index.js";
import { blamed, question } from "./blame.js";
import { contradictions } from "./contradiction.js";
import { lineOf } from "./step-line.js";
import { suspectsOf } from "./suspects.js";
import { unordered } from "./variants.js";
/** Everything that can be said of the steps at which the verdict and the observations differ. */
export function explain(trace, observations, profile, { verdict, standard }) {
    const all = catalog();
    const inquiry = {
        verdict,
        standard,
        anyOrder: follow(trace, observations, unordered(profile)),
        others: all.profiles
            .filter((other) => other !== profile && other.name !== STANDARD)
            .map((other) => follow(trace, observations, other)),
        statements: question(trace, observations, suspectsOf(profile)),
        catalog: all,
    };
    const diverging = verdict.steps.filter(({ differs }) => differs.length > 0);
    return diverging.map((step, i) => {
        const since = (diverging[i - 1]?.index ?? -1) + 1;
        const evidence = { trace, observations, profile, verdict, statements: inquiry.statements };
        const contradicts = contradictions(evidence, step.index, all);
        return divergenceOf(step, since, contradicts, inquiry);
    });
}
/** @param since the step after the divergence before this one */
function divergenceOf(step, since, contradicts, inquiry) {
    const { verdict, standard, anyOrder, others, statements, catalog } = inquiry;
    const { index, observed } = step;
    const allowed = step.allowed.map((branch) => allowedOf(branch, catalog));
    const inAnyOrder = sameErrors(anyOrder.steps[index]?.allowed ?? [], observed);
    const order = step.differs.includes("answer") && observed.answer.kind === "error" && inAnyOrder.length > 0;
    const refusing = allowed.flatMap(({ rules }) => rules);
    return {
        index,
        line: step.step.at.line,
        before: verdict.steps
            .slice(since, index)
            .flatMap((earlier) => shown(earlier.step, earlier.observed)),
        call: lineOf(step.step),
        observed: outcomeLines(observed),
        allowed,
        permitted: (standard.steps[index]?.allowed ?? []).map((branch) => allowedOf(branch, catalog)),
        breaksStandard: (standard.steps[index]?.differs.length ?? 0) > 0,
        rows: rowDifferences(step),
        speaks: unique([
            ...refusing,
            ...inAnyOrder.flatMap(({ rules }) => ruleIds(rules, catalog)),
            ...blamed(statements, index).map(({ id }) => id),
            ...contradicts.map(({ question: id }) => id),
        ]),
        contradicts,
        answersLike: others
            .filter(({ steps }) => steps[index]?.differs.length === 0)
            .map(({ profile }) => profile),
        order,
        lost: verdict.lostAfter === index,
    };
}
function sameErrors(branches, { answer }) {
    return branches.filter((branch) => answer.kind === "error" && printAnswer(branch.answer) === printAnswer(answer));
}
function allowedOf(branch, catalog) {
    return { text: outcomeLines(branch), rules: ruleIds(branch.rules, catalog) };
}
function outcomeLines({ answer, effects }) {
    return [printAnswer(answer), ...effects.map(printEffect)];
}
/** A step as a trace has it, with what was observed. */
function shown(step, { answer, effects }) {
    const head = `${lineOf(step)}${printAnswers([answer])}`;
    return [head, ...effects.map((effect) => `  ${printEffect(effect)}`)];
}
function rowDifferences({ expectedRows, observed, differs }) {
    if (!differs.includes("processes"))
        return [];
    const rows = observed.processes ?? [];
    const names = unique([...expectedRows, ...rows].map(({ name }) => name));
    return names.flatMap((name) => difference(name, expectedRows, rows));
}
function difference(name, expected, observed) {
    const wanted = expected.find((row) => row.name === name);
    const seen = observed.find((row) => row.name === name);
    if (wanted && seen && sameRow(wanted, seen))
        return [];
    return [{ name, ...(wanted && { expected: wanted }), ...(seen && { observed: seen }) }];
}
/** The items, each once. */
export function unique(items) {
    return [...new Set(items)];
}

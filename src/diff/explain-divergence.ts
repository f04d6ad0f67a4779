import type { Branch } from "../model/branch.js";
import { type Catalog, catalog, type Profile, ruleIds, STANDARD } from "../model/catalog.js";
import { follow, type StepVerdict, sameRow, type Verdict } from "../oracle/follow.js";
import type { Step, Trace } from "../trace/ast.js";
import { printAnswer, printAnswers, printEffect } from "../trace/index.js";
import type { Observation, ProcessRow } from "../world.js";
import { blamed, question, type Statement } from "./blame.js";
import { contradictions } from "./contradiction.js";
import type { Allowed, Contradiction, Divergence, RowDifference } from "./result.js";
import { lineOf } from "./step-line.js";
import { suspectsOf } from "./suspects.js";
import { unordered } from "./variants.js";

/** Everything that is asked of the oracle about one trace that diverged. */
interface Inquiry {
  readonly verdict: Verdict;
  readonly standard: Verdict;
  /** The same rules in no order. */
  readonly anyOrder: Verdict;
  /** How each other known kernel takes the observations. */
  readonly others: readonly Verdict[];
  /** How the kernels take them that differ from the profile in one thing. */
  readonly statements: readonly Statement[];
  readonly catalog: Catalog;
}

/** Everything that can be said of the steps at which the verdict and the observations differ. */
export function explain(
  trace: Trace,
  observations: readonly Observation[],
  profile: Profile,
  { verdict, standard }: Pick<Inquiry, "verdict" | "standard">,
): Divergence[] {
  const all = catalog();
  const inquiry: Inquiry = {
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
function divergenceOf(
  step: StepVerdict,
  since: number,
  contradicts: readonly Contradiction[],
  inquiry: Inquiry,
): Divergence {
  const { verdict, standard, anyOrder, others, statements, catalog } = inquiry;
  const { index, observed } = step;
  const allowed = step.allowed.map((branch) => allowedOf(branch, catalog));
  const inAnyOrder = sameErrors(anyOrder.steps[index]?.allowed ?? [], observed);
  const order =
    step.differs.includes("answer") && observed.answer.kind === "error" && inAnyOrder.length > 0;
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

function sameErrors(branches: readonly Branch[], { answer }: Observation): Branch[] {
  return branches.filter(
    (branch) => answer.kind === "error" && printAnswer(branch.answer) === printAnswer(answer),
  );
}

function allowedOf(branch: Branch, catalog: Catalog): Allowed {
  return { text: outcomeLines(branch), rules: ruleIds(branch.rules, catalog) };
}

function outcomeLines({ answer, effects }: Pick<Observation, "answer" | "effects">): string[] {
  return [printAnswer(answer), ...effects.map(printEffect)];
}

/** A step as a trace has it, with what was observed. */
function shown(step: Step, { answer, effects }: Observation): string[] {
  const head = `${lineOf(step)}${printAnswers([answer])}`;
  return [head, ...effects.map((effect) => `  ${printEffect(effect)}`)];
}

function rowDifferences({ expectedRows, observed, differs }: StepVerdict): RowDifference[] {
  if (!differs.includes("processes")) return [];
  const rows = observed.processes ?? [];
  const names = unique([...expectedRows, ...rows].map(({ name }) => name));
  return names.flatMap((name) => difference(name, expectedRows, rows));
}

function difference(
  name: string,
  expected: readonly ProcessRow[],
  observed: readonly ProcessRow[],
): RowDifference[] {
  const wanted = expected.find((row) => row.name === name);
  const seen = observed.find((row) => row.name === name);
  if (wanted && seen && sameRow(wanted, seen)) return [];
  return [{ name, ...(wanted && { expected: wanted }), ...(seen && { observed: seen }) }];
}

/** The items, each once. */
export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

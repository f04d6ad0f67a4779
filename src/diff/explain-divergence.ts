import type { Branch } from "../model/branch.js";
import { type Catalog, catalog, type Profile, ruleIds, STANDARD } from "../model/catalog.js";
import { follow, type StepVerdict, sameRow, type Verdict } from "../oracle/follow.js";
import type { Step, Trace } from "../trace/ast.js";
import { printAnswer, printAnswers, printCall, printEffect } from "../trace/index.js";
import type { Observation, ProcessRow } from "../world.js";
import { blame } from "./blame.js";
import type { Allowed, Divergence, RowDifference } from "./result.js";
import { unordered } from "./variants.js";

/** Everything that is asked of the oracle about one trace that diverged. */
interface Inquiry {
  readonly verdict: Verdict;
  readonly standard: Verdict;
  /** The same rules in no order. */
  readonly anyOrder: Verdict;
  /** How each other known kernel takes the observations. */
  readonly others: readonly Verdict[];
  readonly blamed: readonly (readonly string[])[];
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
    blamed: blame(trace, observations, profile, verdict),
    catalog: all,
  };
  const diverging = verdict.steps.filter(({ differs }) => differs.length > 0);
  return diverging.map((step, i) =>
    divergenceOf(step, (diverging[i - 1]?.index ?? -1) + 1, inquiry),
  );
}

/** @param since the step after the divergence before this one */
function divergenceOf(step: StepVerdict, since: number, inquiry: Inquiry): Divergence {
  const { verdict, standard, anyOrder, others, blamed, catalog } = inquiry;
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
    call: `${step.step.actor}: ${printCall(step.step.call)}`,
    observed: outcomeLines(observed),
    allowed,
    permitted: (standard.steps[index]?.allowed ?? []).map((branch) => allowedOf(branch, catalog)),
    breaksStandard: (standard.steps[index]?.differs.length ?? 0) > 0,
    rows: rowDifferences(step),
    speaks: unique([
      ...refusing,
      ...inAnyOrder.flatMap(({ rules }) => ruleIds(rules, catalog)),
      ...(blamed[index] ?? []),
    ]),
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
  const head = `${step.actor}: ${printCall(step.call)}${printAnswers([answer])}`;
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

import type { Branch } from "../model/branch.js";
import {
  type Catalog,
  catalog,
  type Profile,
  profileNamed,
  ruleIds,
  STANDARD,
} from "../model/catalog.js";
import { follow, type StepVerdict, sameRow, type Verdict } from "../oracle/follow.js";
import type { Step, Trace } from "../trace/ast.js";
import {
  fieldOf,
  listOf,
  printAnswer,
  printAnswers,
  printCall,
  printEffect,
} from "../trace/index.js";
import type { Observation, ProcessRow, Transcript } from "../world.js";
import { blame } from "./blame.js";
import type {
  Allowed,
  CaseResult,
  CaseVerdict,
  Conformance,
  Divergence,
  RowDifference,
  Summary,
} from "./result.js";
import { unordered } from "./variants.js";

/** Everything that is asked of the oracle about one trace that diverged. */
interface Inquiry {
  readonly verdict: Verdict;
  readonly standard: Verdict;
  /** The same rules in no order. */
  readonly anyOrder: Verdict;
  /** For each known profile, how it takes the observations. */
  readonly others: readonly Verdict[];
  readonly blamed: readonly (readonly string[])[];
  readonly catalog: Catalog;
}

/**
 * Holds what a world showed of a trace to a profile, and to the standard.
 *
 * @param file the trace's path, for the report
 * @param durationMs how long the world took
 */
export function compareTrace(
  trace: Trace,
  file: string,
  transcript: Transcript,
  profile: Profile,
  durationMs = 0,
): CaseResult {
  const verdict = follow(trace, transcript.observations, profile);
  const standard = follow(trace, transcript.observations, posix());
  const divergences = diverged(verdict)
    ? explained(trace, transcript.observations, profile, verdict, standard)
    : [];
  const exhausted = exhaustion(transcript.observations, verdict);
  const outcome = exhausted
    ? { verdict: "broken" as const, reason: exhausted }
    : verdictOf(divergences, transcript, verdict);
  return {
    name: caseName(file),
    file,
    title: fieldOf(trace, "title") ?? "",
    ...outcome,
    conformance: exhausted ? "unknown" : conformanceOf(standard, transcript),
    rules:
      divergences.length > 0 ? unique(divergences.flatMap(({ speaks }) => speaks)) : namedBy(trace),
    durationMs,
    divergences,
    different: null,
  };
}

/**
 * The result of a case held to the standard, with what is only different: the rules and questions
 * by which a kernel that keeps to the standard still differs from the one that was expected.
 */
export function withDifference(
  result: CaseResult,
  trace: Trace,
  transcript: Transcript,
  expected: Profile,
): CaseResult {
  if (result.verdict !== "agreed") return result;
  const { divergences, rules } = compareTrace(trace, result.file, transcript, expected);
  return divergences.length > 0 ? { ...result, different: rules } : result;
}

/** `test/scenarios/setpgid/child-execed.trace` is the case `scenarios/setpgid/child-execed`. */
export function caseName(file: string): string {
  return file.replace(/^(.*\/)?(?=(scenarios|museum|tutorial)\/)/, "").replace(/\.trace$/, "");
}

/** Counts the cases by verdict. */
export function summarise(cases: readonly CaseResult[], durationMs: number): Summary {
  const count = (verdict: CaseVerdict) =>
    cases.filter((result) => result.verdict === verdict).length;
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

function posix(): Profile {
  const profile = profileNamed(STANDARD);
  if (!profile) throw new Error(`the catalogue lacks the profile ${STANDARD}`);
  return profile;
}

/** What the front matter says the trace is about. */
function namedBy(trace: Trace): string[] {
  const questions = listOf(trace, "questions").map((entry) => entry.split("=")[0] ?? entry);
  return unique([...listOf(trace, "rules"), ...questions]);
}

function diverged({ steps }: Verdict): boolean {
  return steps.some(({ differs }) => differs.length > 0);
}

/**
 * A machine that runs out of processes or memory says nothing about its kernel: the standard lets
 * fork fail so at any time. Undefined unless that is what went wrong first.
 */
function exhaustion(observations: readonly Observation[], { steps }: Verdict): string | undefined {
  const first = steps.find(({ differs }) => differs.length > 0);
  const answer = first && observations[first.index]?.answer;
  if (first?.step.call.function !== "fork" || answer?.kind !== "error") return undefined;
  if (answer.errno !== "EAGAIN" && answer.errno !== "ENOMEM") return undefined;
  return `\`${first.step.actor}: fork()\` gave ${answer.errno}: this machine allows no more processes`;
}

function verdictOf(
  divergences: readonly Divergence[],
  { obstacle }: Transcript,
  { bounded }: Verdict,
): { verdict: CaseVerdict; reason: string | null } {
  if (divergences.length > 0) return { verdict: "diverged", reason: obstacle?.reason ?? null };
  if (obstacle) return { verdict: obstacle.kind, reason: obstacle.reason };
  if (bounded)
    return { verdict: "broken", reason: "more can happen in this trace than the model lists" };
  return { verdict: "agreed", reason: null };
}

function conformanceOf(standard: Verdict, { obstacle }: Transcript): Conformance {
  if (diverged(standard)) return "violates";
  return obstacle || standard.lostAfter !== undefined || standard.bounded ? "unknown" : "conforms";
}

function explained(
  trace: Trace,
  observations: readonly Observation[],
  profile: Profile,
  verdict: Verdict,
  standard: Verdict,
): Divergence[] {
  const all = catalog();
  const inquiry: Inquiry = {
    verdict,
    standard,
    anyOrder: follow(trace, observations, unordered(profile)),
    others: all.profiles.map((other) => follow(trace, observations, other)),
    blamed: blame(trace, observations, profile, all),
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
      .filter(({ profile, steps }) => profile !== STANDARD && steps[index]?.differs.length === 0)
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
export function shown(step: Step, { answer, effects }: Observation): string[] {
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

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

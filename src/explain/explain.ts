import { listed } from "../layout.js";
import { catalog, familiesOf, profileNames, type Question, type Rule } from "../model/catalog.js";
import { type Invariant, invariants } from "../model/search.js";
import { defaultActionOf, errnos, isFixed, namedSignals, signatures } from "../trace/index.js";
import { hint } from "../trace/nearest.js";
import {
  breachName,
  callOf,
  ordersOf,
  placesOf,
  questionNamed,
  ruleNamed,
  stancesOf,
  standard,
} from "./catalogue.js";
import type {
  CallExplanation,
  Candidate,
  ErrnoExplanation,
  Explanation,
  InvariantExplanation,
  LineExplanation,
  QuestionExplanation,
  RuleExplanation,
  SignalExplanation,
  TermExplanation,
} from "./explanation.js";
import { exampleOf } from "./fit.js";
import { looksLikeLine, readLine } from "./line.js";
import { sampleOf } from "./sample.js";
import {
  filesOf,
  type Scenario,
  scenariosOfCall,
  scenariosOfQuestion,
  scenariosOfRule,
} from "./scenarios.js";
import { sourceFileOf } from "./source-files.js";
import {
  adviceOn,
  advices,
  signalTexts,
  type TermText,
  termNamed,
  termNames,
  unlikeliness,
} from "./texts/index.js";

/** Nothing goes by that name. The message says what may have been meant. */
export class UnknownSubject extends Error {
  override readonly name = "UnknownSubject";
}

/**
 * What the model knows about a rule, a question, an error, a signal, a call, an invariant, a line
 * such as `setpgid(0,0) = -1 EPERM`, or a term such as `orphaned process group`.
 *
 * @param scenarios the traces among which examples are looked for
 * @throws {UnknownSubject} if there is no such thing
 * @throws {LineError} if it looks like a line and is none
 */
export function explain(what: string, scenarios: readonly Scenario[]): Explanation {
  const subject = what.trim();
  const rule = ruleNamed(subject);
  if (rule) return explainRule(rule, scenarios);
  const question = questionNamed(subject.replace(/=.*/, ""));
  if (question) {
    checkAnswer(question, subject);
    return explainQuestion(question, scenarios);
  }
  if (looksLikeLine(subject)) return explainLine(subject, scenarios);
  if (errnos.includes(subject.toUpperCase())) return explainErrno(subject.toUpperCase(), scenarios);
  const signal = signalNamed(subject);
  if (signal !== undefined) return explainSignal(signal, scenarios);
  if (signatures.has(subject)) return explainCall(subject, scenarios);
  const invariant = invariants().find(({ id }) => id === subject);
  if (invariant) return explainInvariant(invariant);
  const term = termNamed(subject);
  if (term) return explainTerm(term, scenarios);
  throw new UnknownSubject(`nothing is known of \`${subject}\`${suggestion(subject)}`);
}

/** The signals of a terminal's keys. */
const keys: ReadonlyMap<string, string> = new Map([
  ["C", "SIGINT"],
  ["Z", "SIGTSTP"],
  ["\\", "SIGQUIT"],
]);

/** `SIGTTOU`, `sigttou`, `TTOU`; `^Z`, `ctrl-z`. */
function signalNamed(subject: string): string | undefined {
  const name = subject.toUpperCase();
  const key = /^(?:\^|CTRL[-+]?)(.)$/.exec(name)?.[1];
  if (key !== undefined) return keys.get(key);
  return namedSignals.find((signal) => signal === name || signal === `SIG${name}`);
}

/** @throws {UnknownSubject} if an answer is named that the question does not have */
function checkAnswer({ id, alternatives }: Question, subject: string): void {
  const names = alternatives.map(({ name }) => name);
  const answer = subject.slice(id.length + 1);
  if (subject === id || names.includes(answer)) return;
  throw new UnknownSubject(`\`${id}\` has no answer \`${answer}\`: there are ${listed(names)}`);
}

function suggestion(subject: string): string {
  const { rules, questions } = catalog();
  const ids = [...rules, ...questions].map(({ id }) => id);
  const parts = ids.filter((id) => id.endsWith(`.${subject}`));
  if (parts.length > 0) return `; there is ${parts.map((id) => `\`${id}\``).join(", ")}`;
  const near = hint(subject, [
    ...ids,
    ...errnos,
    ...namedSignals,
    ...signatures.keys(),
    ...invariants().map(({ id }) => id),
    ...termNames,
  ]);
  const kinds =
    "a rule, a question, an error, a signal, a call, an invariant, a term such as `orphaned`, or a line such as `setpgid(0,0) = -1 EPERM`";
  // Errors and signals are written in capitals, but not by everybody.
  const loud = hint(subject.toUpperCase(), [...errnos, ...namedSignals]);
  return near || loud || `: it is not ${kinds}`;
}

function explainRule(rule: Rule, scenarios: readonly Scenario[]): RuleExplanation {
  const places = placesOf(rule.id);
  const having = places.map(({ profile }) => profile);
  return {
    kind: "rule",
    id: rule.id,
    call: callOf(rule.id),
    breach: breachName(rule.breach),
    gate: rule.breach.tag === "signal",
    clause: rule.clause,
    text: rule.text,
    advice: adviceFor(rule.id),
    standard: having.includes(standard),
    places,
    absent: profileNames().filter((name) => !having.includes(name)),
    source: sourceFileOf(rule.id),
    scenarios: filesOf(scenariosOfRule(rule.id, scenarios)),
  };
}

function explainInvariant({ id, clause, text }: Invariant): InvariantExplanation {
  return { kind: "invariant", id, clause, text, source: "assembly/explore/invariants.ts" };
}

function adviceFor(id: string): RuleExplanation["advice"] {
  const { meaning, remedy } = adviceOn(id) ?? {};
  return meaning === undefined || remedy === undefined ? null : { meaning, remedy };
}

function explainQuestion(question: Question, scenarios: readonly Scenario[]): QuestionExplanation {
  const { id, clause, text, alternatives } = question;
  return {
    kind: "question",
    id,
    clause,
    text,
    alternatives: alternatives.map((alternative) => ({
      ...alternative,
      scenarios: filesOf(scenariosOfQuestion(id, scenarios, alternative.name)),
    })),
    stances: stancesOf(question),
    source: sourceFileOf(id),
  };
}

function explainErrno(errno: string, scenarios: readonly Scenario[]): ErrnoExplanation {
  const rules = catalog().rules.filter(({ id }) => breachesOf(id).includes(errno));
  return { kind: "errno", errno, rules: rules.map((rule) => explainRule(rule, scenarios)) };
}

function explainSignal(signal: string, scenarios: readonly Scenario[]): SignalExplanation {
  const { rules, questions } = catalog();
  const text = signalTexts.get(signal);
  const isGate = ({ id }: Rule) => breachesOf(id).includes(signal);
  const names = ({ text }: { readonly text: string }) => new RegExp(`\\b${signal}\\b`).test(text);
  const own = text?.questions?.flatMap((id) => questionNamed(id) ?? []) ?? [];
  const asks = (question: Question) =>
    !own.includes(question) && (names(question) || question.alternatives.some(names));
  return {
    kind: "signal",
    signal,
    text: text?.means ?? "",
    sender: text?.sender ?? "",
    defaultAction: defaultActionOf(signal) ?? "differs",
    fixed: isFixed(signal),
    advice: text?.advice ?? "",
    otherwise: text?.otherwise ?? null,
    see: text?.see ?? [],
    rules: rules.filter(isGate).map((rule) => explainRule(rule, scenarios)),
    named: rules
      .filter((rule) => !isGate(rule) && names(rule))
      .map((rule) => explainRule(rule, scenarios)),
    questions: [...own, ...questions.filter(asks)].map((question) =>
      explainQuestion(question, scenarios),
    ),
    sample: sampleOf(text?.trace, scenarios) ?? null,
  };
}

function explainTerm(term: TermText, scenarios: readonly Scenario[]): TermExplanation {
  const { name, also, text, matters, clause, see, trace } = term;
  return {
    kind: "term",
    term: name,
    also,
    text,
    matters,
    clause,
    see,
    rules: term.rules.flatMap((id) => ruleNamed(id) ?? []).map((r) => explainRule(r, scenarios)),
    questions: term.questions
      .flatMap((id) => questionNamed(id) ?? [])
      .map((question) => explainQuestion(question, scenarios)),
    sample: sampleOf(trace, scenarios) ?? null,
  };
}

/** What kernels give for a rule, each once. */
function breachesOf(id: string): string[] {
  return [...new Set(placesOf(id).map(({ breach }) => breach))];
}

function explainCall(call: string, scenarios: readonly Scenario[]): CallExplanation {
  const { rules, questions } = catalog();
  const belongs = ({ id }: Rule | Question) => familiesOf(call).includes(callOf(id));
  return {
    kind: "call",
    call,
    signature: signatures.get(call)?.text ?? call,
    rules: rules.filter(belongs).map((rule) => explainRule(rule, scenarios)),
    orders: familiesOf(call).flatMap(ordersOf),
    questions: questions.filter(belongs).map((question) => explainQuestion(question, scenarios)),
  };
}

function explainLine(text: string, scenarios: readonly Scenario[]): LineExplanation {
  const line = readLine(text);
  const { call, answer } = line;
  const errno = answer?.kind === "error" ? answer.errno : null;
  const rules = catalog().rules.filter(
    ({ id }) =>
      familiesOf(call).includes(callOf(id)) && (errno === null || breachesOf(id).includes(errno)),
  );
  const candidates = rules.map((rule): Candidate => {
    const wanted = errno ?? breachName(rule.breach);
    const own = scenariosOfRule(rule.id, scenarios);
    const others = scenariosOfCall(call, scenarios).filter((scenario) => !own.includes(scenario));
    const example = exampleOf(rule.id, wanted, line, [...own, ...others]);
    return { rule: explainRule(rule, scenarios), example: example ?? null };
  });
  const likeliest = candidates.toSorted((one, other) => rank(one, errno) - rank(other, errno));
  const fitting = likeliest.filter(({ example }) => example !== null);
  const rest = likeliest.filter(({ example }) => example === null);
  return {
    kind: "line",
    line: text.trim(),
    call,
    hasArguments: line.pattern !== undefined,
    errno,
    candidates: [...fitting, ...rest],
  };
}

/** Less for a likelier rule: first those of which the error is the usual one. */
function rank({ rule }: Candidate, errno: string | null): number {
  const isUsual = errno === null || rule.breach === errno;
  return (isUsual ? 0 : advices.length + 1) + unlikeliness(rule.id);
}

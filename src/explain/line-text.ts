import { listed, wrap } from "../layout.js";
import { signatures } from "../trace/index.js";
import { standard } from "./catalogue.js";
import type { Candidate, LineExplanation } from "./explanation.js";
import { indented, type Look, legend } from "./look.js";
import { ruleLines } from "./rule-text.js";
import { breachesBeside } from "./subject-text.js";
import { interrupted } from "./texts/advice.js";

/** A line, and what is the matter where it was seen. */
export function lineLines(explanation: LineExplanation, look: Look): string[] {
  const { line, call, hasArguments, errno, candidates } = explanation;
  const fitting = candidates.filter(({ example }) => example !== null);
  const others = candidates.filter(({ example }) => example === null);
  const names = others.map(({ rule }) => rule.id);
  return [
    look.paint.bold(line),
    "",
    ...answerLines(fitting, explanation, look),
    ...wrap(verdict(fitting.length, explanation), look.width),
    ...fitting.flatMap((candidate) => ["", ...indented(candidateLines(candidate, look))]),
    ...(names.length > 0 ? ["", ...wrap(unfit(names, errno, call, hasArguments), look.width)] : []),
    ...(candidates.length > 0 ? ["", ...legend(look)] : []),
  ];
}

/** What is the matter, as far as it can be said: the likely rule first, and what else it can be. */
function answerLines(
  fitting: readonly Candidate[],
  { errno }: LineExplanation,
  { paint, width }: Look,
): string[] {
  if (errno === null) return [];
  const [likely, ...others] = fitting.map(({ rule }) => rule).filter(({ advice }) => advice);
  if (!likely?.advice) return [];
  const beside = breachesBeside(likely, errno);
  const { meaning, remedy } = likely.advice;
  const first =
    fitting.length > 1 ? `Most likely ${paint.bold(likely.id)}: ${lowered(meaning)}` : meaning;
  return [
    ...wrap(`${first}${beside === "" ? "" : ` Instead of ${errno}: ${beside}.`}`, width),
    ...wrap(`What to do: ${lowered(remedy)}`, width),
    ...others.flatMap(({ id, advice }) =>
      advice ? wrap(`Or ${paint.bold(id)}: ${lowered(advice.meaning)}`, width) : [],
    ),
    "",
  ];
}

/** A sentence that follows a colon. */
function lowered(sentence: string): string {
  return sentence.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}

function verdict(count: number, { call, hasArguments, errno }: LineExplanation): string {
  if (errno === "EINTR" && signatures.get(call)?.sleeps) return interrupted;
  const like = hasArguments ? " like this" : "";
  const given = errno === null ? "can be refused or held up" : `gives ${errno}`;
  const those = count === 1 ? "this rule" : "one of these rules";
  return count > 0
    ? `Called${like || " with the right arguments"}, ${call} ${given} if ${those} is broken:`
    : `No rule that is modelled refuses ${call}${like}${errno === null ? "" : ` with ${errno}`}; the limits of a machine are not modelled.`;
}

function unfit(
  names: readonly string[],
  errno: string | null,
  call: string,
  hasArguments: boolean,
): string {
  const what = errno === null ? `${call} can also be refused` : `${errno} can also come`;
  const which = `by ${listed(names, "or")}: no trace leads to it`;
  return hasArguments ? `With other arguments ${what} ${which} with these.` : `${what} ${which}.`;
}

function candidateLines({ rule, example }: Candidate, look: Look): string[] {
  // What it means is said above, for all of them.
  const about = ruleLines({ ...rule, advice: null }, { ...look, width: look.width - 2 });
  if (!example) return about;
  const { file, line, step, profile } = example;
  const place = profile === standard ? "" : ` under ${profile}`;
  return [...about, "", `  for instance after ${file}:${line}${place}: ${step}`];
}

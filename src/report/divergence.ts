import pc from "picocolors";
import type { Allowed, CaseResult, Contradiction, Divergence } from "../diff/result.js";
import { alternativeOf, questionNamed, ruleNamed, standard } from "../explain/catalogue.js";
import { columns, counted, hang, listed, type Paint, tied, wrap } from "../layout.js";
import { sameField } from "../oracle/follow.js";
import { visible } from "../trace/text.js";
import type { Style } from "./reporter.js";

/** What every part of the text needs to know. */
interface Scene extends Style {
  readonly profile: string;
  readonly divergence: Divergence;
  readonly paint: Paint;
}

/** How many outcomes are listed of those that were allowed. */
const most = 8;

/** How far everything below the name of a case is indented. */
const margin = "    ";

/**
 * A case that diverged, told to somebody who has never seen the trace, the profile or the standard.
 */
export function divergentCase(result: CaseResult, profile: string, style: Style): string[] {
  const paint = pc.createColors(style.color);
  const head = [paint.red(paint.bold(`✗ ${result.name}`)), `  ${visible(result.title)}`].filter(
    hasText,
  );
  const rest = result.verdict === "diverged" ? (result.reason ?? "") : "";
  const cut = wrap(rest && `Not all of it was compared: ${rest}.`, style.width - 4);
  const all = result.divergences.flatMap((divergence) => {
    const place = paint.cyan(`${result.file}:${divergence.line}:1`);
    const scene: Scene = { ...style, profile, divergence, paint };
    return ["", `  ${place}${underSchedules(scene)}`, "", ...divergenceLines(scene)];
  });
  return [...head, ...all, ...(cut.length > 0 ? ["", ...cut.map((line) => margin + line)] : [])];
}

function hasText(line: string): boolean {
  return line.trim() !== "";
}

/** Of a trace with blocks: the schedule that is told, and how many others diverge alike. */
function underSchedules({ divergence, paint }: Scene): string {
  const [first, ...others] = divergence.schedules ?? [];
  if (first === undefined) return "";
  const more =
    others.length > 0 ? paint.dim(` and ${counted(others.length, "schedule")} more`) : "";
  return ` under the schedule ${paint.bold(first)}${more}`;
}

function divergenceLines(scene: Scene): string[] {
  const parts = [story(scene), outcomes(scene), rows(scene), explanations(scene), notes(scene)];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, i) => (i === 0 ? part : ["", ...part]))
    .map((line) => (line === "" ? "" : margin + line));
}

/** The trace up to the step, as it went. */
function story({ divergence, paint }: Scene): string[] {
  // The steps before these have been shown, with an earlier divergence.
  const since = divergence.index - divergence.before.filter((line) => !line.startsWith(" ")).length;
  let step = since;
  const digits = String(divergence.index + 1).length;
  const numbered = divergence.before.map((line) => {
    const head = line.startsWith(" ") ? "" : String(++step);
    return `  ${paint.dim(head.padStart(digits))}  ${line}`;
  });
  const last = `${paint.red(">")} ${String(divergence.index + 1).padStart(digits)}  ${paint.bold(divergence.call)}`;
  const earlier = since > 0 ? [paint.dim(`  ${".".repeat(digits)}  as above`)] : [];
  return [...earlier, ...numbered, last];
}

/** What a trace writes where a call has no result, in words. */
const glosses: Readonly<Record<string, string>> = {
  "?": "the process died in the call",
  "<unfinished ...>": "the call has not returned",
  "<not run>": "the process was dead, stopped or asleep, so the call was not made",
};

function gloss(line: string, paint: Paint): string {
  const words = glosses[line];
  return words === undefined ? "" : paint.dim(`  (${words})`);
}

/** What happened, what the profile allows, what the standard permits. */
function outcomes(scene: Scene): string[] {
  const { divergence, profile, paint } = scene;
  const label = (text: string) => paint.bold(text.padEnd(Math.max(15, profile.length + 2)));
  const seen = divergence.observed.map((line) => paint.red(line) + gloss(line, paint));
  const beyond = profile === standard ? [] : hang(label(`${standard} permits`), permitted(scene));
  return [
    ...hang(label("this kernel"), [...seen, ...spokeHere(scene)]),
    ...hang(label(profile), list(divergence.allowed, scene, paint.green)),
    ...beyond,
  ];
}

/** The rules that this kernel may have refused by, where only the order of the checks differs. */
function spokeHere(scene: Scene): string[] {
  const { divergence } = scene;
  if (!divergence.order) return [];
  const refusing = divergence.allowed.flatMap(({ rules }) => rules);
  const others = divergence.speaks.filter((id) => ruleNamed(id) && !refusing.includes(id));
  return others.flatMap((id) => sentence(id, scene));
}

function permitted(scene: Scene): string[] {
  const { divergence, paint, width } = scene;
  if (divergence.permitted.length === 0) {
    return wrap("unknown: what happened before is beyond what the standard permits.", width - 24);
  }
  if (sameOutcomes(divergence.permitted, divergence.allowed)) return [paint.dim("the same")];
  return list(divergence.permitted, scene, (text) => text);
}

function sameOutcomes(a: readonly Allowed[], b: readonly Allowed[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function list(
  allowed: readonly Allowed[],
  scene: Scene,
  color: (text: string) => string,
): string[] {
  const shown = allowed.slice(0, most).flatMap(({ text, rules }, i) => {
    const lines = text.map((line) => color(line) + gloss(line, scene.paint));
    const alternative = i === 0 ? lines : hang(scene.paint.dim("or "), lines);
    return [...alternative, ...rules.flatMap((id) => sentence(id, scene))];
  });
  const rest = allowed.length - most;
  return rest > 0 ? [...shown, scene.paint.dim(`or ${rest} more`)] : shown;
}

/** A rule with its sentence and its clause. */
function sentence(id: string, { paint, width }: Scene): string[] {
  const rule = ruleNamed(id);
  if (!rule) return [`  ${id}`];
  const text = `${paint.bold(rule.id)}: ${rule.text} ${paint.dim(tied(`[${rule.clause}]`))}`;
  return wrap(text, Math.max(40, width - 24)).map((line) => `  ${line}`);
}

const fields = ["parent", "group", "session", "state", "terminal", "foreground"] as const;

/** The processes that are not where they should be. */
function rows({ divergence, profile, paint }: Scene): string[] {
  if (divergence.rows.length === 0) return [];
  const head = ["process", "", "this kernel", profile].map((cell) => paint.dim(cell));
  const cells = divergence.rows.flatMap(({ name, expected, observed }) => {
    if (!expected || !observed) {
      return [[name, "exists", ...[observed, expected].map((row) => (row ? "yes" : "no"))]];
    }
    const differing = fields.filter((field) => !sameField(expected[field], observed[field]));
    return differing.map((field) => [
      name,
      field,
      paint.red(observed[field]),
      paint.green(expected[field]),
    ]);
  });
  return [
    "After the step the processes differ:",
    ...columns([head, ...cells]).map((line) => `  ${line}`),
  ];
}

/** In what one thing a kernel must differ from the profile to answer like this. */
function explanations(scene: Scene): string[] {
  const { divergence, profile } = scene;
  const refusing = divergence.allowed.flatMap(({ rules }) => rules);
  const others = divergence.order
    ? []
    : divergence.speaks.filter((id) => ruleNamed(id) && !refusing.includes(id));
  const twice = divergence.contradicts.map(({ question }) => question);
  const questions = divergence.speaks.filter((id) => questionNamed(id) && !twice.includes(id));
  return [
    ...titled(
      `A kernel like ${profile} but without this rule would do this:`,
      others.flatMap((id) => sentence(id, scene)),
    ),
    ...titled(
      `A kernel like ${profile} but with another answer to this question would do this:`,
      questions.flatMap((id) => asked(id, scene)),
    ),
    ...titled(
      "This kernel answers one question in two ways; it must always answer alike:",
      divergence.contradicts.flatMap((both) => answeredTwice(both, scene)),
    ),
  ];
}

function titled(title: string, body: readonly string[]): string[] {
  return body.length > 0 ? [title, ...body] : [];
}

/** A question, and both answers with the steps that showed them. */
function answeredTwice({ question: id, index, call, earlier, now }: Contradiction, scene: Scene) {
  const { divergence, paint, width } = scene;
  const question = questionNamed(id);
  if (!question) return [];
  const textOf = (name: string) =>
    question.alternatives.find((one) => one.name === name)?.text ?? name;
  const text = `${paint.bold(id)}: ${question.text} ${paint.dim(tied(`[${question.clause}]`))}`;
  const steps: [number, string, string][] = [
    [index, call, earlier],
    [divergence.index, divergence.call, now],
  ];
  const answers = steps.map(
    ([at, made, name]) => `step ${at + 1}, \`${tied(made)}\`: ${paint.bold(name)}: ${textOf(name)}`,
  );
  return [
    ...wrap(text, width - 8).map((line) => `  ${line}`),
    ...answers.flatMap((answer) => hang("    ", wrap(answer, width - 10))),
  ];
}

/** A question, and what the profile answers: one thing, or any that is permitted. */
function asked(id: string, { profile, paint, width }: Scene): string[] {
  const question = questionNamed(id);
  if (!question) return [];
  const own = alternativeOf(question, profile);
  const open = question.alternatives.filter(({ permitted }) => permitted);
  const answers = (own ? [own] : open).map(({ text }) => text);
  const answer = answers.length > 0 ? ` ${profile}: ${answers.join(" Or: ")}` : "";
  const clause = paint.dim(tied(`[${question.clause}]`));
  const text = `${paint.bold(id)}: ${question.text}${answer} ${clause}`;
  return wrap(text, width - 8).map((line) => `  ${line}`);
}

function notes({ divergence, profile, paint, width }: Scene): string[] {
  const { answersLike, breaksStandard, lost, order, permitted } = divergence;
  const said = [
    breaksStandard ? paint.red("What was observed breaks the standard.") : "",
    !breaksStandard && profile !== standard && permitted.length > 0
      ? `The standard permits what was observed; it only is not what ${profile} does.`
      : "",
    order ? "Both refuse, each by a rule that is broken: the order of the checks differs." : "",
    answersLike.length > 0
      ? `Answers like ${listed(answersLike)}.`
      : "No known kernel answers like this.",
    lost ? "The model cannot go on from here: the steps after this one were not compared." : "",
  ];
  return said.filter(hasText).flatMap((line) => wrap(line, width - 4));
}

/** The divergence in one line, for forms that have no room for more. */
export function inOneLine(divergence: Divergence, profile: string): string {
  const { call, observed, allowed, rows, schedules } = divergence;
  const wanted = allowed.map(({ text }) => text.join("; "));
  const observation = observed.join("; ");
  const order = schedules?.[0] === undefined ? "" : ` under the schedule ${schedules[0]}`;
  const what = `${call}: this kernel gave ${observation}${order}`;
  if (wanted.includes(observation))
    return `${what} as ${profile} allows, but ${misplaced(rows.length)}`;
  return `${what}, ${profile} allows ${listed(wanted.slice(0, most), "or") || "nothing"}`;
}

function misplaced(count: number): string {
  return `${counted(count, "process differs", "processes differ")} afterwards`;
}

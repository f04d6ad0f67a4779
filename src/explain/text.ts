import { columns, counted, hang, listed, type Paint, tied, wrap } from "../layout.js";
import { type CallOrder, type Place, standard } from "./catalogue.js";
import { evidenceLegend, evidenceMarks } from "./evidence.js";
import type {
  CallExplanation,
  Candidate,
  ErrnoExplanation,
  Explanation,
  LineExplanation,
  QuestionExplanation,
  RuleExplanation,
  SignalExplanation,
} from "./explanation.js";

/** How the text is to look. */
interface Look {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** How many scenarios of one subject are named. */
const most = 5;

/** No rule gives it. */
const interrupted =
  "EINTR is given by a call that sleeps while a handler runs, where the call does not begin again. No rule is broken.";

/** An explanation for people; no newline at its end. */
export function explanationText(explanation: Explanation, look: Look): string {
  return lines(explanation, look).join("\n");
}

function lines(explanation: Explanation, look: Look): string[] {
  switch (explanation.kind) {
    case "rule":
      return [...ruleLines(explanation, look), "", ...legend(look)];
    case "question":
      return [...questionLines(explanation, look), "", ...legend(look)];
    case "errno":
      return errnoLines(explanation, look);
    case "signal":
      return signalLines(explanation, look);
    case "call":
      return [...callLines(explanation, look), "", ...legend(look)];
    case "line":
      return lineLines(explanation, look);
  }
}

function legend({ paint, width }: Look): string[] {
  return wrap(evidenceLegend(), width).map((line) => paint.dim(line));
}

function indented(text: readonly string[], by = "  "): string[] {
  return text.map((line) => (line === "" ? "" : by + line));
}

function fields(
  pairs: readonly (readonly [string, readonly string[]])[],
  { paint }: Look,
): string[] {
  const width = Math.max(...pairs.map(([label]) => label.length));
  return pairs.flatMap(([label, value]) => hang(`${paint.dim(label.padEnd(width))}  `, value));
}

function few(files: readonly string[]): string[] {
  if (files.length === 0) return ["none"];
  const rest = files.length - most;
  return [...files.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])];
}

function ruleLines(rule: RuleExplanation, look: Look): string[] {
  const { paint, width } = look;
  const posix = rule.standard
    ? `has this rule: when it is broken, ${rule.breach} is permitted, whatever else is broken`
    : "does not have this rule; only the kernels below do";
  return [
    paint.bold(rule.id),
    ...indented(wrap(rule.text, width - 2)),
    "",
    ...indented(
      fields(
        [
          [rule.gate ? "signal" : "error", [rule.breach]],
          ["clause", [rule.clause]],
          [standard, wrap(posix, width - 14)],
          ["source", [rule.source]],
          ["scenarios", few(rule.scenarios)],
        ],
        look,
      ),
    ),
    "",
    ...indented(places(rule, look)),
  ];
}

function places({ places, absent, call }: RuleExplanation, { paint }: Look): string[] {
  const head = ["kernel", `place in ${call}`, "error", "known by", "checked after"];
  const rows = places.map((place) => [
    place.profile,
    placeText(place),
    place.breach,
    evidenceMarks[place.evidence].mark,
    place.after ?? "",
  ]);
  const table = columns([head.map((cell) => paint.dim(cell)), ...rows]);
  const lacking = absent.length > 0 ? [`not checked by ${listed(absent)}`] : [];
  return [...table, ...lacking];
}

function placeText({ place, of }: Place): string {
  return place === null ? "in any order" : `${place} of ${of}`;
}

function questionLines(question: QuestionExplanation, look: Look): string[] {
  const { paint, width } = look;
  const answers = question.alternatives.flatMap(({ name, text, permitted, scenarios }) => {
    const kernels = question.stances.filter(({ alternative }) => alternative === name);
    const who = kernels.map(
      ({ profile, evidence }) => `${profile} ${evidenceMarks[evidence].mark}`,
    );
    return [
      "",
      ...hang(`${paint.bold(name)}  `, wrap(text, width - 4 - name.length)),
      ...indented(
        fields(
          [
            [standard, [permitted ? "permits it" : "does not permit it"]],
            ["kernels", wrap(who.join(", ") || "none", width - 14)],
            ["scenarios", few(scenarios)],
          ],
          look,
        ),
      ),
    ];
  });
  const open = question.stances.filter(({ alternative }) => alternative === null);
  const left = open.map(({ profile }) => profile);
  return [
    paint.bold(question.id),
    ...indented(wrap(question.text, width - 2)),
    "",
    ...indented(
      fields(
        [
          ["clause", [question.clause]],
          ["source", [question.source]],
        ],
        look,
      ),
    ),
    ...indented(answers),
    ...(left.length > 0 ? ["", `  left open by ${listed(left)}`] : []),
  ];
}

function errnoLines({ errno, rules }: ErrnoExplanation, look: Look): string[] {
  if (errno === "EINTR") return wrap(interrupted, look.width);
  if (rules.length === 0) return [`No call that is modelled gives ${errno}.`];
  const head = `${look.paint.bold(errno)} is given by ${counted(rules.length, "rule")}:`;
  return [
    head,
    ...rules.flatMap((rule) => ["", ...indented(ruleLines(rule, look))]),
    "",
    look.paint.dim(evidenceLegend()),
  ];
}

function signalLines({ signal, rules, named }: SignalExplanation, look: Look): string[] {
  const { paint, width } = look;
  const bold = paint.bold(signal);
  const gates = rules.flatMap((rule) => ["", ...indented(ruleLines(rule, look))]);
  const texts = named.flatMap(({ id, text }) => [
    "",
    ...indented([paint.bold(id), ...indented(wrap(text, width - 4))]),
  ]);
  const held = `${bold} is sent by ${counted(rules.length, "rule")}, and the call waits:`;
  return [
    ...(gates.length > 0 ? [held, ...gates, "", ...legend(look)] : []),
    ...(gates.length > 0 && texts.length > 0 ? [""] : []),
    ...(texts.length > 0 ? [`${bold} is what these are about:`, ...texts] : []),
    ...(gates.length + texts.length === 0 ? [`No rule or question is about ${signal} alone.`] : []),
  ];
}

function callLines(call: CallExplanation, look: Look): string[] {
  const { paint, width } = look;
  const rules = call.rules.flatMap(({ id, breach, text, clause }) => [
    `${paint.bold(id)}  ${breach}`,
    ...indented(wrap(`${text} ${paint.dim(tied(`[${clause}]`))}`, width - 4)),
  ]);
  const questions = call.questions.flatMap(({ id, text }) => [
    paint.bold(id),
    ...indented(wrap(text, width - 4)),
  ]);
  return [
    paint.bold(call.signature),
    ...section(rules.length > 0 ? "Refused by" : "Nothing refuses it.", rules),
    ...section(
      "The order in which each kernel checks",
      call.orders.flatMap((order) => orderLines(order, call.rules, look)),
    ),
    ...section("Open questions, and what kernels make of them", questions),
  ];
}

function section(title: string, body: readonly string[]): string[] {
  if (body.length === 0 && !title.endsWith(".")) return [];
  return ["", `${title}${title.endsWith(".") ? "" : ":"}`, ...indented(body)];
}

function orderLines(
  { profile, ordered, entries }: CallOrder,
  rules: readonly RuleExplanation[],
  { paint, width }: Look,
): string[] {
  const names = entries.map(({ rule, breach, evidence }) => {
    const short = rule.slice(rule.indexOf(".") + 1);
    const usual = rules.find(({ id }) => id === rule)?.breach;
    return tied(
      [short, ...(breach === usual ? [] : [breach]), evidenceMarks[evidence].mark].join(" "),
    );
  });
  const note = ordered ? "" : paint.dim(tied(" (in any order)"));
  const body = wrap(names.join(ordered ? " → " : " · ") + note, width - 14);
  return hang(paint.bold(profile.padEnd(11)), body);
}

function lineLines(
  { line, call, hasArguments, errno, candidates }: LineExplanation,
  look: Look,
): string[] {
  const { paint } = look;
  const fitting = candidates.filter(({ example }) => example !== null);
  const others = candidates.filter(({ example }) => example === null);
  const given = errno === null ? "can be refused or held up" : `gives ${errno}`;
  const like = hasArguments ? " like this" : "";
  const names = others.map(({ rule }) => rule.id);
  const verdict =
    fitting.length > 0
      ? `Called${like || " with the right arguments"}, ${call} ${given} if one of these is broken:`
      : `No rule that is modelled refuses ${call}${like}${errno === null ? "" : ` with ${errno}`}; the limits of a machine are not modelled.`;
  return [
    paint.bold(line),
    "",
    ...wrap(verdict, look.width),
    ...fitting.flatMap((candidate) => ["", ...indented(candidateLines(candidate, look))]),
    ...(names.length > 0 ? ["", ...wrap(unfit(names, errno, call, hasArguments), look.width)] : []),
    ...(candidates.length > 0 ? ["", ...legend(look)] : []),
  ];
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
  if (!example) return ruleLines(rule, look);
  const { file, line, step, profile } = example;
  const place = profile === standard ? "" : ` under ${profile}`;
  return [...ruleLines(rule, look), "", `  for instance after ${file}:${line}${place}: ${step}`];
}

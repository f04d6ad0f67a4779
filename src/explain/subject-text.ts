import { columns, listed, tie, tied, widthOf, wrap } from "../layout.js";
import type { Evidence } from "../model/catalog.js";
import type { DefaultAction } from "../trace/index.js";
import { type Stance, standard } from "./catalogue.js";
import type {
  QuestionExplanation,
  RuleExplanation,
  Sample,
  SignalExplanation,
  TermExplanation,
} from "./explanation.js";
import { fields, indented, type Look, section } from "./look.js";

/** How many rules, and how many questions, are shown of one subject; the others are named. */
const most = 4;

const actions: Readonly<Record<DefaultAction, string>> = {
  ends: "It ends the process.",
  stops: "It stops the process, until SIGCONT.",
  continues: "It continues the process if it is stopped, and else does nothing.",
  nothing: "It does nothing.",
  differs: "It ends the process on some systems, and does nothing on others.",
};

/** A term: what it is, why it matters, and what is known of it. */
export function termLines(term: TermExplanation, look: Look): string[] {
  const { paint, width } = look;
  const room = width - 18;
  return [
    paint.bold(term.term),
    ...indented(wrap(term.text, width - 2)),
    "",
    ...indented(
      fields(
        [
          ["why it matters", wrap(term.matters, room)],
          ["clause", [term.clause]],
          ["also called", wrap(term.also.map(tied).join(", "), room)],
          ["see also", wrap(term.see.map(tied).join(", "), room)],
        ],
        look,
      ),
    ),
    ...section("The rules about it", briefRules(term.rules, look)),
    ...section("Where kernels differ", briefQuestions(term.questions, look)),
    ...sampleLines(term.sample, look),
    ...closing([...term.rules, ...term.questions], look),
  ];
}

/** A signal: what it means, who sends it, what it does, and what is known of it. */
export function signalLines(signal: SignalExplanation, look: Look): string[] {
  const { paint, width } = look;
  const { text, sender, defaultAction, fixed, advice, otherwise, see } = signal;
  const room = width - 14;
  const can = fixed ? "cannot" : "can";
  const action = `${actions[defaultAction]} It ${can} be caught, ignored ${fixed ? "or" : "and"} blocked.`;
  return [
    paint.bold(signal.signal),
    ...indented(wrap(text, width - 2)),
    "",
    ...indented(
      fields(
        [
          ["sent by", wrap(sender, room)],
          ["by default", wrap(action, room)],
          ["what to do", wrap(advice, room)],
          ...(otherwise === null ? [] : [["instead", wrap(otherwise, room)] as const]),
          ...(see.length === 0
            ? []
            : [["see also", wrap(see.map(tied).join(", "), room)] as const]),
        ],
        look,
      ),
    ),
    ...section("The rules that send it and hold the call up", briefRules(signal.rules, look)),
    ...section("The other rules that name it", briefRules(signal.named, look)),
    ...section("Where kernels differ", briefQuestions(signal.questions, look)),
    ...sampleLines(signal.sample, look),
    ...closing([...signal.rules, ...signal.named, ...signal.questions], look),
  ];
}

/** What kernels give that do not give the error of the rule, as `ENOTTY on linux and gvisor`. */
export function breachesBeside({ places }: RuleExplanation, breach: string): string {
  const kernels = places.filter(({ profile }) => profile !== standard);
  const others = [...new Set(kernels.map((place) => place.breach))].filter((b) => b !== breach);
  return others
    .map((other) => `${other} on ${listed(known(kernels.filter((p) => p.breach === other)))}`)
    .join("; ");
}

/**
 * The kernels of which a fact is known; if it is known of none, all of which it is taken to be so.
 */
function known(
  facts: readonly { readonly profile: string; readonly evidence: Evidence }[],
): string[] {
  const sure = facts.filter(({ evidence }) => evidence !== "unverified");
  if (sure.length > 0) return sure.map(({ profile }) => profile);
  return facts.map(({ profile }) => tied(`${profile} ?`));
}

/** A line for each rule: what it gives, and where to see it. */
function briefRules(rules: readonly RuleExplanation[], look: Look): string[] {
  const { paint } = look;
  const rows = rules.slice(0, most).map((rule) => {
    const own = rule.standard ? "" : ` only on ${listed(known(rule.places))}`;
    const beside = breachesBeside(rule, rule.breach);
    return [
      paint.bold(rule.id),
      `${rule.breach}${own}${beside === "" ? "" : `, ${beside}`}`.replaceAll(tie, " "),
      paint.dim(rule.scenarios[0] ?? ""),
    ];
  });
  const table = columns(rows);
  // Where a line of the table is too long, each scenario has a line of its own.
  const fits = table.every((line) => widthOf(line) <= look.width - 2);
  const lines = fits ? table : columns(rows.map((row) => row.slice(0, 2)));
  return [
    ...lines.flatMap((line, i) => (fits ? [line] : [line, `  ${rows[i]?.[2]}`])),
    ...rest(rules, look),
  ];
}

/** What each kernel makes of a question, in the form in which a trace says what differs. */
function briefQuestions(questions: readonly QuestionExplanation[], look: Look): string[] {
  const { paint, width } = look;
  const differing = questions.filter(({ stances }) => answersIn(stances).size > 1);
  const lines = differing.slice(0, most).flatMap((question) => {
    const answers = question.alternatives.flatMap(({ name, text, permitted }) => {
      const kernels = question.stances.filter(
        ({ profile, alternative }) => alternative === name && profile !== standard,
      );
      const who = `${known(kernels).join(", ")}${permitted ? "" : tied("; not POSIX")}`;
      return kernels.length > 0 ? [`${paint.dim(`[${who}]`)} ${text}`] : [];
    });
    return [
      paint.bold(question.id),
      ...indented(wrap([question.text, ...answers].join(" "), width - 4)),
    ];
  });
  return [...lines, ...rest(differing, look)];
}

/** What kernels answer; what the standard does is not counted. */
function answersIn(stances: readonly Stance[]): Set<string | null> {
  const kernels = stances.filter(({ profile }) => profile !== standard);
  return new Set(kernels.map(({ alternative }) => alternative));
}

/** What there is no room for. */
function rest(subjects: readonly { readonly id: string }[], { width }: Look): string[] {
  const ids = subjects.slice(most).map(({ id }) => id);
  return ids.length > 0 ? wrap(`and also ${ids.join(", ")}`, width - 2) : [];
}

function sampleLines(sample: Sample | null, { paint, width }: Look): string[] {
  if (!sample) return [];
  const { file, title, lines } = sample;
  return ["", ...wrap(`For instance, ${title}:`, width), ...indented([paint.dim(file), ...lines])];
}

function closing(subjects: readonly { readonly id: string }[], { paint, width }: Look): string[] {
  const [first] = subjects;
  if (!first) return [];
  const note = `\`retinue explain ${first.id}\` and so on say more. A kernel whose answer is only supposed is marked with ?, or left out.`;
  return ["", ...wrap(note, width).map((line) => paint.dim(line))];
}

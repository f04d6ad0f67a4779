import { counted, hang, listed, tied, wrap } from "../layout.js";
import { type CallOrder, standard } from "./catalogue.js";
import { evidenceLegend, evidenceMarks } from "./evidence.js";
import type {
  CallExplanation,
  ErrnoExplanation,
  Explanation,
  InvariantExplanation,
  QuestionExplanation,
  RuleExplanation,
} from "./explanation.js";
import { lineLines } from "./line-text.js";
import { fields, indented, type Look, legend, section } from "./look.js";
import { few, ruleLines } from "./rule-text.js";
import { signalLines, termLines } from "./subject-text.js";
import { interrupted } from "./texts/advice.js";

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
    case "term":
      return termLines(explanation, look);
    case "call":
      return [...callLines(explanation, look), "", ...legend(look)];
    case "line":
      return lineLines(explanation, look);
    case "invariant":
      return invariantLines(explanation, look);
  }
}

function invariantLines({ id, clause, text, source }: InvariantExplanation, look: Look): string[] {
  const { paint, width } = look;
  const tested = wrap("in every state, by `retinue explore`", width - 11);
  const rows = [
    ["clause", [clause]],
    ["source", [source]],
    ["tested", tested],
  ] as const;
  return [paint.bold(id), ...indented([...wrap(text, width - 2), "", ...fields(rows, look)])];
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

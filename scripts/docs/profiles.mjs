import { ordersOf, stancesOf } from "../../dist/explain/catalogue.js";
import { catalog } from "../../dist/model/catalog.js";
import { byCall, entryText, legend, mark, profiles, questions } from "./facts.mjs";
import { code, page, table } from "./markdown.mjs";

/** docs/profiles.md: what is known of each kernel. */
export function profilesPage() {
  const { rules } = catalog();
  const descriptions = catalog().profiles.map(({ name, text }) => [code(name), text]);
  const orders = [...byCall(rules).keys()].flatMap((call) => [
    `### ${call}`,
    table(
      ["kernel", "order of the checks"],
      ordersOf(call).map(({ profile, ordered, entries }) => [
        profile,
        entries.map(entryText).join(ordered ? " → " : " · "),
      ]),
    ),
  ]);
  return page([
    "# The profiles",
    "A profile says what one kernel does: the order in which it checks the rules of each call, and its answer to each question.",
    table(["profile", "what it rests on"], descriptions),
    legend,
    "## Answers",
    "An answer in bold is one that the standard does not permit; `open` means that every permitted answer is allowed.",
    table(["question", ...profiles], questions.map(questionRow)),
    "## Orders",
    "Under `posix` there is no order: any broken rule may speak. An error behind a rule is the one this kernel gives in place of the usual one.",
    ...orders,
  ]);
}

/** @param {import("../../dist/model/catalog.js").Question} question */
function questionRow(question) {
  const stances = stancesOf(question);
  const cells = profiles.map((name) => {
    const stance = stances.find(({ profile }) => profile === name);
    if (!stance) return "–";
    const { alternative, evidence } = stance;
    if (alternative === null) return "open";
    const permitted = question.alternatives.find((each) => each.name === alternative)?.permitted;
    return `${permitted ? alternative : `**${alternative}**`} ${mark(evidence)}`;
  });
  return [code(question.id), ...cells];
}

import { stancesOf } from "../../dist/explain/catalogue.js";
import { explain } from "../../dist/explain/index.js";
import { answering, legend, questions } from "./facts.mjs";
import { code, link, page, table } from "./markdown.mjs";

/**
 * docs/unspecified.md: what the standard leaves open.
 *
 * @param {readonly import("../../dist/explain/index.js").Scenario[]} scenarios
 */
export function unspecifiedPage(scenarios) {
  const open = questions.filter(
    ({ alternatives }) => alternatives.filter(({ permitted }) => permitted).length > 1,
  );
  return page([
    "# What the standard leaves open",
    "Each of these questions has more than one answer that POSIX permits. A program that is to run everywhere must be right under all of them. The order in which a call's rules are checked is open too: when several rules are broken, any of their errors is permitted.",
    legend,
    ...open.flatMap((question) => questionBlocks(question, scenarios)),
  ]);
}

/**
 * @param {import("../../dist/model/catalog.js").Question} question
 * @param {readonly import("../../dist/explain/index.js").Scenario[]} scenarios
 */
function questionBlocks(question, scenarios) {
  const explanation = explain(question.id, scenarios);
  const alternatives = explanation.kind === "question" ? explanation.alternatives : [];
  const rows = alternatives.map(({ name, text, permitted, scenarios: [scenario] }) => [
    permitted ? name : `${name} (not permitted)`,
    text,
    answering(stancesOf(question), name),
    scenario ? link(scenario, "trace") : "",
  ]);
  return [
    `## ${question.id}`,
    `${question.text} (${question.clause})`,
    table(["answer", "what it means", "who", "shown by"], rows),
    `Left open by: ${answering(stancesOf(question), null) || "nobody"}. ${code(`npx retinue explain ${question.id}`)}`,
  ];
}

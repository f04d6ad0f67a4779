import { ordersOf } from "../../dist/explain/catalogue.js";
import { explain } from "../../dist/explain/index.js";
import { catalog } from "../../dist/model/catalog.js";
import { byCall, legend, mark, profiles, short } from "./facts.mjs";
import { code, link, page, table } from "./markdown.mjs";

/** @typedef {import("../../dist/explain/index.js").RuleExplanation} RuleExplanation */

/**
 * docs/rules.md: every rule, by call.
 *
 * @param {readonly import("../../dist/explain/index.js").Scenario[]} scenarios
 */
export function rulesPage(scenarios) {
  const explained = catalog().rules.flatMap(({ id }) => {
    const explanation = explain(id, scenarios);
    return explanation.kind === "rule" ? [explanation] : [];
  });
  return page([
    "# The rules",
    "A call is refused when a rule is broken. A kernel checks the rules of a call in an order of its own and stops at the first that is broken; under `posix` any broken rule may speak. The number in a table is the place in that kernel's order; an error behind it is the one this kernel gives in place of the usual one; `–` means that the kernel does not have the rule.",
    legend,
    ...[...byCall(explained)].flatMap(([call, rules]) => callBlocks(call, rules)),
  ]);
}

/**
 * @param {string} call
 * @param {readonly RuleExplanation[]} rules
 */
function callBlocks(call, rules) {
  const having = new Set(ordersOf(call).map(({ profile }) => profile));
  const kernels = profiles.filter((name) => having.has(name));
  const sentences = rules.map((rule) => {
    const [scenario] = rule.scenarios;
    const example = scenario ? ` · ${link(scenario, "scenario")}` : "";
    return `- ${code(rule.id)} **${rule.breach}**: ${rule.text}\n  ${rule.clause} · ${link(rule.source, "source")}${example}`;
  });
  const rows = rules.map((rule) => [
    code(short(rule.id)),
    ...kernels.map((name) => placeText(rule, name)),
  ]);
  return [`## ${call}`, sentences.join("\n"), table(["rule", ...kernels], rows)];
}

/**
 * @param {RuleExplanation} rule
 * @param {string} profile
 */
function placeText(rule, profile) {
  const place = rule.places.find((candidate) => candidate.profile === profile);
  if (!place) return "–";
  const breach = place.breach === rule.breach ? "" : ` ${place.breach}`;
  return `${place.place ?? "any"}${breach} ${mark(place.evidence)}`;
}

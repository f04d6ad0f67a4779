import { textOf } from "../../dist/model/branch.js";
import { forecast, mismatches } from "../../dist/oracle/expect.js";
import { fieldOf, printCall } from "../../dist/trace/index.js";
import { home, nameOf, readClaims, verdictOf } from "./claims.mjs";
import { profile } from "./facts.mjs";
import { code, link, page, table } from "./markdown.mjs";

/** The kernels whose answers are shown beside the standard's. */
const kernels = ["posix", "linux", "darwin", "freebsd"];

/** @typedef {import("../../dist/explain/index.js").Scenario} Scenario */

/**
 * docs/tutorial.md: what the tutorial claims, and what the traces of its programs answer.
 *
 * @param {readonly Scenario[]} scenarios
 */
export async function tutorialPage(scenarios) {
  const claims = await readClaims();
  const traces = scenarios.filter(({ file }) => file.startsWith(`${home}/`));
  const names = traces.map(nameOf);
  for (const { claim, traces: wanted } of claims) {
    const missing = wanted.find((name) => !names.includes(name));
    if (missing !== undefined)
      throw new Error(`${home}/claims.tsv: ${claim} names no trace ${missing}`);
  }
  return page([
    "# A tutorial, checked",
    "A tutorial on `os.setpgid` makes these claims, in its text or by its programs. A claim about what a program sees is held to what the traces answer in the model, under the standard and under three kernels, and the verdicts are written from those runs; the others, marked as read, are a reader's. An empty cell says the same as the standard. `npx retinue check examples/tutorial` compares the traces with the kernel of this machine.",
    table(
      ["claim", "what it says", ...kernels, "why", "rule", "shown by"],
      claims.map((claim) => claimRow(claim, traces)),
    ),
    "## The traces",
    "Each table shows a step and what it can answer; where a cell is empty the answer is the one of `posix`.",
    ...traces.flatMap(traceBlocks),
  ]);
}

/**
 * A claim with what the runs make of it. Where it is not about what a program sees, the verdict is
 * a reader's.
 *
 * @param {import("./claims.mjs").Claim} claim
 * @param {readonly Scenario[]} traces
 */
function claimRow(claim, traces) {
  const verdicts = kernels.map((kernel) => verdictOf(claim, traces, kernel));
  const [standard = "", ...others] = verdicts;
  if (standard !== "" && standard !== claim.verdict)
    throw new Error(`${home}/claims.tsv: ${claim.claim} is ${standard}, not ${claim.verdict}`);
  return [
    claim.claim,
    claim.said,
    standard === "" ? `${claim.verdict} (read)` : standard,
    ...others.map((verdict) => (verdict === standard ? "" : verdict)),
    claim.why,
    claim.rules.map(code).join(" "),
    claim.traces.map((trace) => `[${trace}](#${trace})`).join(" "),
  ];
}

/**
 * Every answer of every step, each as one text.
 *
 * @param {import("../../dist/trace/index.js").Trace} trace
 * @param {string} name
 */
function answersOf(trace, name) {
  return forecast(trace, profile(name)).map(({ branches }) => branches.map(textOf));
}

/** @param {Scenario} scenario */
function traceBlocks(scenario) {
  const { trace, file } = scenario;
  const wrong = kernels.filter((name) => mismatches(trace, profile(name)).length > 0);
  if (wrong.length > 0)
    throw new Error(`${file} does not state what the model gives under ${wrong.join(", ")}`);
  const columns = kernels.map((name) => answersOf(trace, name).map(cell));
  const rows = forecast(trace, profile("posix")).map(({ step }, i) => [
    code(`${step.actor}: ${printCall(step.call)}`),
    columns[0]?.[i] ?? "",
    ...columns.slice(1).map((column) => (column[i] === columns[0]?.[i] ? "" : (column[i] ?? ""))),
  ]);
  return [
    `### ${nameOf(scenario)}`,
    `${link(file, fieldOf(trace, "title") ?? file)}`,
    table(["step", ...kernels], rows),
  ];
}

/** @param {readonly string[]} answers */
function cell(answers) {
  return answers.map((answer) => answer.split("\n").map(code).join("; ")).join(" or ");
}

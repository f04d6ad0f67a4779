import { readFile } from "node:fs/promises";
import { textOf } from "../../dist/model/branch.js";
import { profileNamed } from "../../dist/model/catalog.js";
import { forecast, mismatches } from "../../dist/oracle/expect.js";
import { fieldOf, printCall } from "../../dist/trace/index.js";
import { path } from "../build/paths.mjs";
import { code, link, page, table } from "./markdown.mjs";

const home = "examples/tutorial";

/** The kernels whose answers are shown beside the standard's. */
const kernels = ["posix", "linux", "darwin", "freebsd"];

/** @typedef {import("../../dist/explain/index.js").Scenario} Scenario */

/**
 * One claim of the tutorial, as the table of claims has it.
 *
 * @typedef {object} Claim
 * @property {string} claim its number
 * @property {string} said
 * @property {string} verdict
 * @property {string} why
 * @property {string[]} rules
 * @property {string[]} traces names without folder and ending
 */

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
    "A tutorial on `os.setpgid` makes these claims, in its text or by its programs. Each is held to the standard and to three kernels by traces: what a program can do, with every answer it can get. What the traces answer is taken from runs of the model; `npx retinue check examples/tutorial` compares it with the kernel of this machine.",
    table(
      ["claim", "what it says", "verdict", "why", "rule", "shown by", "kernels"],
      claims.map((claim) => claimRow(claim, traces)),
    ),
    "## The traces",
    "Each table shows a step and what it can answer; where a cell is empty the answer is the one of `posix`.",
    ...traces.flatMap(traceBlocks),
  ]);
}

/** @returns {Promise<Claim[]>} */
async function readClaims() {
  const [head = "", ...lines] = (await readFile(path(home, "claims.tsv"), "utf8"))
    .trimEnd()
    .split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = new Map(line.split("\t").map((cell, i) => [columns[i] ?? "", cell]));
    /** @param {string} name */
    const at = (name) => cells.get(name) ?? "";
    /** @param {string} name */
    const words = (name) =>
      at(name)
        .split(/\s+/)
        .filter((word) => word !== "");
    return {
      claim: at("claim"),
      said: at("said"),
      verdict: at("verdict"),
      why: at("why"),
      rules: words("rule"),
      traces: words("trace"),
    };
  });
}

/** @param {Scenario} scenario */
function nameOf({ file }) {
  return file.slice(home.length + 1).replace(/\.trace$/, "");
}

/**
 * @param {Claim} claim
 * @param {readonly Scenario[]} traces
 */
function claimRow(claim, traces) {
  const shown = traces.filter((trace) => claim.traces.includes(nameOf(trace)));
  return [
    claim.claim,
    claim.said,
    claim.verdict,
    claim.why,
    claim.rules.map(code).join(" "),
    shown.map((trace) => `[${nameOf(trace)}](#${nameOf(trace)})`).join(" "),
    disagreement(shown),
  ];
}

/**
 * What the runs say of the kernels: who does what the standard does not permit.
 *
 * @param {readonly Scenario[]} traces
 */
function disagreement(traces) {
  const beyond = kernels.filter((name) => traces.some((trace) => leavesStandard(trace, name)));
  return beyond.length === 0 ? "as POSIX permits" : `${beyond.join(", ")}: beyond POSIX`;
}

/**
 * @param {Scenario} scenario
 * @param {string} kernel
 */
function leavesStandard({ trace }, kernel) {
  const permitted = answersOf(trace, "posix");
  return answersOf(trace, kernel).some((answers, i) =>
    answers.some((answer) => !permitted[i]?.includes(answer)),
  );
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

/** @param {string} name */
function profile(name) {
  const found = profileNamed(name);
  if (!found) throw new Error(`there is no profile ${name}`);
  return found;
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

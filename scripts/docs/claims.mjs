import { readFile } from "node:fs/promises";
import { forecast } from "../../dist/oracle/expect.js";
import { printAnswers, printCall } from "../../dist/trace/index.js";
import { path } from "../build/paths.mjs";
import { profile } from "./facts.mjs";

/** Where the tutorial's programs and the table of its claims are. */
export const home = "examples/tutorial";

/** @typedef {import("../../dist/explain/index.js").Scenario} Scenario */

/**
 * One claim of the tutorial, as the table of claims has it.
 *
 * @typedef {object} Claim
 * @property {string} claim its number
 * @property {string} said
 * @property {string} verdict what a reader makes of it; a run that says otherwise is an error
 * @property {string} why
 * @property {string[]} rules
 * @property {string[]} traces names without folder and ending
 * @property {Claimed[]} claimed what a program would see if the claim were right; none if it is not
 *   about what a program sees
 */

/**
 * A step of a trace, with the answer that the tutorial leads its reader to expect.
 *
 * @typedef {{ trace: string, line: string }} Claimed
 */

/** @param {Scenario} scenario */
export function nameOf({ file }) {
  return file.slice(home.length + 1).replace(/\.trace$/, "");
}

/** @returns {Promise<Claim[]>} */
export async function readClaims() {
  const [head = "", ...lines] = (await readFile(path(home, "claims.tsv"), "utf8"))
    .trimEnd()
    .split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = new Map(line.split("\t").map((cell, i) => [columns[i] ?? "", cell]));
    /** @param {string} name @param {RegExp} [separator] */
    const list = (name, separator = /\s+/) =>
      (cells.get(name) ?? "").split(separator).filter((part) => part !== "");
    return {
      claim: cells.get("claim") ?? "",
      said: cells.get("said") ?? "",
      verdict: cells.get("verdict") ?? "",
      why: cells.get("why") ?? "",
      rules: list("rule"),
      traces: list("trace"),
      claimed: list("claimed", /;\s*/).map(claimedOf),
    };
  });
}

/**
 * @param {string} text
 * @returns {Claimed}
 */
function claimedOf(text) {
  const at = text.indexOf(" ");
  return { trace: text.slice(0, at), line: text.slice(at + 1) };
}

/**
 * What the runs make of a claim on one kernel: it is right if the steps it is about answer what it
 * says and nothing else, half right if some of them do.
 *
 * @param {Claim} claim
 * @param {readonly Scenario[]} traces
 * @param {string} kernel
 * @returns {string} empty if the claim is not about what a program sees
 */
export function verdictOf({ claim, claimed }, traces, kernel) {
  if (claimed.length === 0) return "";
  const held = claimed.map(({ trace, line }) => {
    const scenario = traces.find((other) => nameOf(other) === trace);
    const answers = scenario ? linesLike(scenario, line, kernel) : [];
    if (answers.length === 0) throw new Error(`${home}/claims.tsv: ${claim}: no step is ${line}`);
    return answers.every((answer) => answer === line);
  });
  if (held.every(Boolean)) return "right";
  return held.some(Boolean) ? "half right" : "wrong";
}

/**
 * The same call in the trace with every answer that it can have there.
 *
 * @param {Scenario} scenario
 * @param {string} line
 * @param {string} kernel
 */
function linesLike({ trace }, line, kernel) {
  return forecast(trace, profile(kernel)).flatMap(({ step, branches }) => {
    const call = `${step.actor}: ${printCall(step.call)}`;
    if (!line.startsWith(`${call} `)) return [];
    return branches.map(({ answer }) => `${call}${printAnswers([answer])}`);
  });
}

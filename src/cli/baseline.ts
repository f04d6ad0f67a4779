import type { CaseResult } from "../diff/result.js";
import { badInput } from "./failure.js";
import { textOf } from "./files.js";

/**
 * The divergences that are known, by the name of the case: the rules and questions; none stands for
 * any.
 */
export type Baseline = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a baseline: a JSON report of an earlier run, or a text with a case and the rules it
 * diverges in on each line. A `#` starts a comment; a case without rules may diverge in any.
 *
 * @throws {Failure} if there is no such file, or it is neither
 */
export function readBaseline(file: string): Baseline {
  const text = textOf(file, "baseline");
  return text.trimStart().startsWith("{") ? fromReport(text, file) : fromLines(text, file);
}

function fromReport(text: string, file: string): Baseline {
  const report = parseJson(text, file) as { schema?: unknown; cases?: unknown };
  if (report.schema !== 1 || !Array.isArray(report.cases)) {
    throw badInput(`${file}: this is no report of retinue: it has no schema 1 and no cases`);
  }
  const cases = report.cases.map((entry: unknown, i) => {
    if (isCase(entry)) return entry;
    throw badInput(`${file}: this is no report of retinue: case ${i + 1} has no name and rules`);
  });
  const diverged = cases.filter(({ verdict }) => verdict === "diverged" || verdict === "known");
  return new Map(diverged.map(({ name, rules }) => [name, rules]));
}

function isCase(entry: unknown): entry is Pick<CaseResult, "name" | "verdict" | "rules"> {
  if (typeof entry !== "object" || entry === null) return false;
  const { name, rules } = entry as Partial<CaseResult>;
  return typeof name === "string" && isListOfTexts(rules);
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badInput(`${file}: ${(error as Error).message}`);
  }
}

const word = /^[\w./-]+$/;

function fromLines(text: string, file: string): Baseline {
  const entries = text.split(/\r?\n/).flatMap((line, i): [string, string[]][] => {
    const [name, ...rules] = line
      .replace(/#.*/, "")
      .split(/\s+/)
      .filter((part) => part !== "");
    if (name === undefined) return [];
    const bad = [name, ...rules].find((part) => !word.test(part));
    if (bad === undefined) return [[name, rules]];
    throw badInput(
      `${file}:${i + 1}:${line.indexOf(bad) + 1}: \`${bad}\` is neither a case nor a rule: a line is \`case-name rule…\``,
    );
  });
  return new Map(entries);
}

/** The case with the verdict `known` if it diverged in nothing but what the baseline says. */
export function heldTo(baseline: Baseline, result: CaseResult): CaseResult {
  const rules = baseline.get(result.name);
  if (result.verdict !== "diverged" || rules === undefined) return result;
  const expected = rules.length === 0 || result.rules.every((id) => rules.includes(id));
  return expected ? { ...result, verdict: "known", reason: "the baseline says so" } : result;
}

/** The cases that the baseline says diverge, and that agreed. */
export function outdated(baseline: Baseline, results: readonly CaseResult[]): string[] {
  const agreed = results.filter(({ verdict }) => verdict === "agreed");
  return agreed.map(({ name }) => name).filter((name) => baseline.has(name));
}

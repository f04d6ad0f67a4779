import type { CaseResult, Report } from "../diff/result.js";
import { divergentCase, inOneLine } from "./divergence.js";
import { plainStyle, type Reporter } from "./reporter.js";

/** TAP version 14. */
export const tap: Reporter = {
  says: "TAP version 14",
  mixes: false,
  render(report) {
    const points = report.cases.flatMap((result, i) => point(result, i + 1, report));
    return `${["TAP version 14", `1..${report.cases.length}`, ...points].join("\n")}\n`;
  },
};

function point(result: CaseResult, number: number, report: Report): string[] {
  const passed = result.verdict === "agreed" || result.verdict === "skipped";
  const head = `${passed ? "ok" : "not ok"} ${number} - ${escaped(result.name)}${directive(result)}`;
  return [head, ...diagnostics(result, report)];
}

function directive({ verdict, reason }: CaseResult): string {
  if (verdict === "skipped") return ` # SKIP ${escaped(reason ?? "")}`;
  return verdict === "known" ? ` # TODO ${escaped(reason ?? "known")}` : "";
}

/**
 * A block of YAML. Every scalar in it is also JSON, so that nothing needs quoting rules of its own.
 */
function diagnostics(result: CaseResult, { profile }: Report): string[] {
  const { verdict, reason, divergences, file, rules, conformance } = result;
  if (verdict === "agreed" || verdict === "skipped") return [];
  const [first] = divergences;
  const message = first ? inOneLine(first, profile) : (reason ?? "");
  const lines = [
    `message: ${JSON.stringify(message)}`,
    `severity: ${verdict === "broken" ? "error" : "fail"}`,
    `file: ${JSON.stringify(first ? `${file}:${first.line}` : file)}`,
    `rules: ${JSON.stringify(rules)}`,
    `standard: ${conformance}`,
    ...(first ? ["text: |", ...divergentCase(result, profile, plainStyle).map(below)] : []),
  ];
  return ["---", ...lines, "..."].map(below);
}

function below(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

/** A description must not start a directive. */
function escaped(text: string): string {
  return text.replace(/[\\#]/g, "\\$&").replace(/\s+/g, " ");
}

import type { CaseResult, Report } from "../diff/result.js";
import { counted } from "../layout.js";
import { divergentCase, inOneLine } from "./divergence.js";
import { plainStyle, type Reporter } from "./reporter.js";

/** Workflow commands: an annotation at the line of each divergence. */
export const github: Reporter = {
  says: "annotations of a GitHub workflow",
  mixes: true,
  render(report) {
    const lines = [
      ...report.cases.flatMap((result) => annotations(result, report)),
      ...skipped(report),
    ];
    return lines.map((line) => `${line}\n`).join("");
  },
};

function annotations(result: CaseResult, { profile }: Report): string[] {
  const { verdict, file, name, reason, divergences } = result;
  if (verdict === "broken") return [command("error", { file, title: name }, reason ?? "")];
  if (verdict !== "diverged" && verdict !== "known") return [];
  const level = verdict === "known" ? "notice" : "error";
  return divergences.map((divergence) => {
    const alone = { ...result, divergences: [divergence] };
    const text = [inOneLine(divergence, profile), "", ...divergentCase(alone, profile, plainStyle)];
    return command(level, { file, line: String(divergence.line), title: name }, text.join("\n"));
  });
}

function skipped({ summary }: Report): string[] {
  if (summary.skipped === 0) return [];
  return [command("notice", { title: "retinue" }, `skipped ${counted(summary.skipped, "case")}`)];
}

function command(level: string, properties: Record<string, string>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${level} ${list.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

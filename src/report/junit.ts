import type { CaseResult, Report } from "../diff/result.js";
import { divergentCase, inOneLine } from "./divergence.js";
import { plainStyle, type Reporter } from "./reporter.js";

/** The XML that continuous integration reads: a suite for each folder, a case for each trace. */
export const junit: Reporter = {
  says: "JUnit XML",
  mixes: false,
  render(report) {
    const folders = new Map<string, CaseResult[]>();
    for (const result of report.cases) {
      const folder = split(result.name).folder;
      folders.set(folder, [...(folders.get(folder) ?? []), result]);
    }
    const suites = [...folders].map(([folder, results]) => suite(folder, results, report));
    const time = report.summary.durationMs;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="retinue ${report.command}"${totals(report.cases)} time="${seconds(time)}">`,
      ...suites.flat(),
      "</testsuites>\n",
    ].join("\n");
  },
};

function suite(folder: string, results: readonly CaseResult[], report: Report): string[] {
  const time = results.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return [
    `  <testsuite name="${escaped(folder)}"${totals(results)} time="${seconds(time)}">`,
    "    <properties>",
    ...properties(report).map(
      ([name, value]) => `      <property name="${name}" value="${escaped(value)}"/>`,
    ),
    "    </properties>",
    ...results.flatMap((result) => testcase(result, report)),
    "  </testsuite>",
  ];
}

function properties({ profile, target, shard }: Report): [string, string][] {
  const { kernel, isolation, via } = target;
  return [
    ["profile", profile],
    ["kernel", kernel],
    ["isolation", isolation],
    ...(via === null ? [] : [["via", via] satisfies [string, string]]),
    ...(shard ? [["shard", `${shard.index}/${shard.count}`] satisfies [string, string]] : []),
  ];
}

function totals(results: readonly CaseResult[]): string {
  const count = (...verdicts: readonly string[]) =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const skipped = count("skipped", "known");
  return ` tests="${results.length}" failures="${count("diverged")}" errors="${count("broken")}" skipped="${skipped}"`;
}

function testcase(result: CaseResult, report: Report): string[] {
  const { folder, name } = split(result.name);
  const classname = escaped(folder.replaceAll("/", "."));
  const head = `    <testcase classname="${classname}" name="${escaped(name)}" file="${escaped(result.file)}" time="${seconds(result.durationMs)}"`;
  const inner = outcome(result, report);
  return inner === "" ? [`${head}/>`] : [`${head}>`, `      ${inner}`, "    </testcase>"];
}

function outcome(result: CaseResult, { profile }: Report): string {
  const reason = escaped(result.reason ?? "");
  switch (result.verdict) {
    case "agreed":
      return "";
    case "skipped":
      return `<skipped message="${reason}"/>`;
    case "known":
      return `<skipped message="known: ${reason}"/>`;
    case "broken":
      return `<error message="${reason}"/>`;
    case "diverged": {
      const message = result.divergences.map((each) => inOneLine(each, profile)).join("; ");
      const type = result.rules.join(" ") || "divergence";
      const body = divergentCase(result, profile, plainStyle).join("\n");
      return `<failure type="${escaped(type)}" message="${escaped(message)}">${escaped(body)}</failure>`;
    }
  }
}

function split(name: string): { folder: string; name: string } {
  const slash = name.lastIndexOf("/");
  return slash < 0
    ? { folder: ".", name }
    : { folder: name.slice(0, slash), name: name.slice(slash + 1) };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for XML 1.0, in which most control characters cannot even be escaped. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, "\uFFFD")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

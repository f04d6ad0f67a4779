import pc from "picocolors";
import type { CaseResult, CaseVerdict, Report } from "../diff/result.js";
import { questionNamed, ruleNamed } from "../explain/catalogue.js";
import { counted, duration, hang, listed, type Paint, widthOf, wrap } from "../layout.js";
import { divergentCase } from "./divergence.js";
import { byReason } from "./reasons.js";
import { replayLine } from "./replay.js";
import type { Reporter, Style } from "./reporter.js";

const NO_RULE = "no rule alone";
const ORDER = "order of the checks";

/** What is counted beside rules and questions. */
const beyondRules = new Map([
  [NO_RULE, "No kernel that lacks one rule, or answers one question otherwise, would do this."],
  [ORDER, "Both sides refuse, each by another rule that is broken."],
]);

/** How many cases of one reason are named. */
const named = 12;

/** For people: every divergence in full, then what was not compared, then the counts. */
export const text: Reporter = {
  says: "for people",
  mixes: true,
  render(report, style) {
    const blocks = [
      ...withVerdict(report, "diverged").map((result) => [
        ...divergentCase(result, report.profile, style),
        "",
        `  ${pc.createColors(style.color).dim("again")}  ${replayLine(report, result)}`,
      ]),
      broken(report, style),
      tally(report, style),
      different(report, style),
      ...(style.quiet ? [] : [known(report, style), skipped(report, style)]),
      closing(report, style),
    ];
    const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, ""]);
    return `${lines.slice(0, -1).join("\n")}\n`;
  },
};

function withVerdict({ cases }: Report, verdict: CaseVerdict): CaseResult[] {
  return cases.filter((result) => result.verdict === verdict);
}

function broken(report: Report, { color, width }: Style): string[] {
  const paint = pc.createColors(color);
  return withVerdict(report, "broken").flatMap(({ name, reason }) => [
    paint.yellow(paint.bold(`! ${name}`)),
    ...wrap(`Could not be finished: ${reason ?? "no reason given"}`, width - 4).map(
      (line) => `    ${line}`,
    ),
  ]);
}

function known(report: Report, { color }: Style): string[] {
  const paint = pc.createColors(color);
  const lines = withVerdict(report, "known").map(
    ({ name, rules }) => `  ${[name, ...rules].join(" ")}`,
  );
  return lines.length > 0 ? [paint.bold("Diverged as the baseline says:"), ...lines] : [];
}

/** What the divergences come down to: the rules and questions that speak. */
function tally(report: Report, style: Style): string[] {
  const results = withVerdict(report, "diverged");
  if (results.length < 2) return [];
  const head = "Cases that diverge, by the rule or question that speaks:";
  return [pc.createColors(style.color).bold(head), ...countedBy(results.map(causes), style)];
}

/** How many cases each id is named by, those of most cases first. */
function countedBy(cases: readonly (readonly string[])[], { color, width }: Style): string[] {
  const paint = pc.createColors(color);
  const counts = new Map<string, number>();
  for (const id of cases.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const margin = Math.max(...sorted.map(([id]) => id.length));
  const rows = sorted.flatMap(([id, count]) => {
    const text = ruleNamed(id)?.text ?? questionNamed(id)?.text ?? beyondRules.get(id) ?? "";
    const head = `  ${String(count).padStart(3)}  ${paint.bold(id)}${" ".repeat(margin - id.length)}  `;
    return hang(head, wrap(text, Math.max(30, width - widthOf(head))));
  });
  return rows.map((line) => line.trimEnd());
}

/** What is only different: the standard permits it, but another answer was expected of this kernel. */
function different(report: Report, style: Style): string[] {
  const ids = report.cases.flatMap(({ different }) => (different === null ? [] : [different]));
  const head = "Cases that keep to the standard, but differ from what was expected of this kernel:";
  return ids.length > 0 ? [pc.createColors(style.color).bold(head), ...countedBy(ids, style)] : [];
}

/** Everything that one case is counted under. */
function causes({ rules, divergences }: CaseResult): string[] {
  const named = rules.length > 0 ? rules : [NO_RULE];
  return divergences.some(({ order }) => order) ? [...named, ORDER] : [...named];
}

/** What was skipped, under the reason they have in common. */
function skipped(report: Report, style: Style): string[] {
  return byReason("Skipped", withVerdict(report, "skipped"), style);
}

/** The counts, the standard, and where all this ran. */
function closing(report: Report, { color, width }: Style): string[] {
  const paint = pc.createColors(color);
  const { target, profile, summary } = report;
  const via = target.via === null ? "" : `, via ${target.via}`;
  const facts: [string, string][] = [
    ["cases", counts(report, paint)],
    ["standard", standard(report)],
    ["kernel", `${target.kernel}${via}`],
    ["profile", `${profile}, isolation by ${target.isolation}`],
    ["duration", duration(summary.durationMs)],
  ];
  return facts.flatMap(([label, value]) =>
    hang(`${paint.dim(label.padStart(8))}  `, wrap(value, width - 10)),
  );
}

function counts({ summary, cases }: Report, paint: Paint): string {
  const { agreed, diverged, known, skipped, broken } = summary;
  const parts = [
    paint.green(`${agreed} agreed`),
    diverged > 0 ? paint.red(paint.bold(`${diverged} diverged`)) : `${diverged} diverged`,
    known > 0 ? `${known} known` : "",
    skipped > 0 ? paint.yellow(`${skipped} skipped`) : "",
    broken > 0 ? paint.yellow(paint.bold(`${broken} broken`)) : "",
  ];
  return `${parts.filter((part) => part !== "").join(", ")}, of ${cases.length}`;
}

/**
 * Whether the kernel keeps to the standard is another matter than whether it does what its profile
 * says.
 */
function standard(report: Report): string {
  const breaking = report.cases.filter(({ conformance }) => conformance === "violates");
  if (breaking.length === 0) return "nothing observed breaks POSIX as specified";
  const names = breaking.slice(0, named).map(({ name }) => name);
  const rest = breaking.length - names.length;
  const which = rest > 0 ? `${names.join(", ")} and ${rest} more` : listed(names);
  return `${counted(breaking.length, "case breaks", "cases break")} POSIX as specified: ${which}`;
}

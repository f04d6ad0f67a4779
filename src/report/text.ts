import pc from "picocolors";
import type { CaseResult, CaseVerdict, Report, Shard } from "../diff/result.js";
import {
  alternativeOf,
  questionNamed,
  ruleNamed,
  standard as STANDARD,
} from "../explain/catalogue.js";
import { counted, duration, hang, listed, type Paint, widthOf, wrap } from "../layout.js";
import { divergentCase } from "./divergence.js";
import { fuzzingFacts, howOften, unreached } from "./fuzzing.js";
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
        ...howOften(report, result, style),
        `  ${pc.createColors(style.color).dim("again")}  ${replayLine(report, result)}`,
      ]),
      broken(report, style),
      tally(report, style),
      unreached(report, style),
      different(report, style),
      ...(style.quiet
        ? []
        : [breaking(report, style), known(report, style), skipped(report, style)]),
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

/**
 * What breaks the standard although the profile says so: the reader sees no divergence, and has to
 * learn what that means, by what it is, and where each step of it can be seen.
 */
function breaking(report: Report, style: Style): string[] {
  const { profile } = report;
  const all = agreedButBreaking(report).map(({ breaks }) =>
    breaks.length > 0 ? breaks : [NO_RULE],
  );
  if (all.length === 0) return [];
  const head = `Cases that do what ${profile} does, and break POSIX as specified, by what speaks:`;
  const end = `The profile says what ${profile} is known to do, the standard what every kernel must do. \`--profile ${STANDARD}\` with the same traces shows each step.`;
  return [
    pc.createColors(style.color).bold(head),
    ...countedBy(all, style, profile),
    ...wrap(end, style.width - 2).map((line) => `  ${line}`),
  ];
}

/** The cases that break the standard, but do not diverge. */
function agreedButBreaking({ cases }: Report): CaseResult[] {
  return cases.filter(
    ({ verdict, conformance }) => verdict === "agreed" && conformance === "violates",
  );
}

/**
 * How many cases each id is named by, those of most cases first; with what the profile answers to a
 * question, if one is given.
 */
function countedBy(
  cases: readonly (readonly string[])[],
  { color, width }: Style,
  profile?: string,
): string[] {
  const paint = pc.createColors(color);
  const counts = new Map<string, number>();
  for (const id of cases.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const margin = Math.max(...sorted.map(([id]) => id.length));
  const rows = sorted.flatMap(([id, count]) => {
    const text = ruleNamed(id)?.text ?? questionText(id, profile) ?? beyondRules.get(id) ?? "";
    const head = `  ${String(count).padStart(3)}  ${paint.bold(id)}${" ".repeat(margin - id.length)}  `;
    return hang(head, wrap(text, Math.max(30, width - widthOf(head))));
  });
  return rows.map((line) => line.trimEnd());
}

function questionText(id: string, profile: string | undefined): string | undefined {
  const question = questionNamed(id);
  const own = question && profile !== undefined && alternativeOf(question, profile);
  return own ? `${question.text} ${profile}: ${own.text}` : question?.text;
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
  const { target, profile, summary, shard } = report;
  const via = target.via === null ? "" : `, via ${target.via}`;
  const facts: [string, string][] = [
    ...(report.fuzzing ? fuzzingFacts(report.fuzzing) : []),
    [report.fuzzing ? "traces" : "cases", counts(report, paint)],
    ...schedules(report),
    ["standard", standard(report)],
    ["kernel", `${target.kernel}${via}`],
    ["profile", isolated(profile, target)],
    ...(shard ? [["shard", part(shard)] satisfies [string, string]] : []),
    ["duration", duration(summary.durationMs)],
  ];
  return facts.flatMap(([label, value]) =>
    hang(`${paint.dim(label.padStart(8))}  `, wrap(value, width - 10)),
  );
}

/** That this is not all, and how much of it. */
function part(shard: Shard): string {
  const number = `${shard.index} of ${shard.count}`;
  if (!("suite" in shard)) return number;
  return `${number}: ${shard.places.length} of the ${counted(shard.total, "case")}`;
}

function isolated(profile: string, { isolation }: Report["target"]): string {
  return isolation === "model" ? profile : `${profile}, isolation by ${isolation}`;
}

function counts({ summary, cases, fuzzing }: Report, paint: Paint): string {
  const { agreed, diverged, known, skipped, broken } = summary;
  const parts = [
    paint.green(`${agreed} agreed`),
    diverged > 0 ? paint.red(paint.bold(`${diverged} diverged`)) : `${diverged} diverged`,
    known > 0 ? `${known} known` : "",
    skipped > 0 ? paint.yellow(`${skipped} skipped`) : "",
    broken > 0 ? paint.yellow(paint.bold(`${broken} broken`)) : "",
  ];
  return `${parts.filter((part) => part !== "").join(", ")}, of ${fuzzing?.runs ?? cases.length}`;
}

/** Under how many schedules the traces were run whose order is open; nothing if there are none. */
function schedules({ cases }: Report): [string, string][] {
  const open = cases.flatMap((result) => result.schedules ?? []);
  if (open.length === 0) return [];
  const run = open.reduce((sum, each) => sum + each.run.length, 0);
  const total = open.reduce((sum, { total }) => sum + total, 0);
  const others = (total - run).toLocaleString("en");
  const alike = run < total ? `, alike to ${others} others` : "";
  const traces = counted(open.length, "trace");
  const what = `${counted(run, "schedule")} of ${traces} with parallel blocks${alike}`;
  return [["orders", what]];
}

/**
 * Whether the kernel keeps to the standard is another matter than whether it does what its profile
 * says.
 */
function standard(report: Report): string {
  return [...breakingStandard(report), ...notHeld(report)].join("; ");
}

function breakingStandard(report: Report): string[] {
  const all = report.cases.filter(({ conformance }) => conformance === "violates");
  const observed = report.fuzzing ? "nothing that diverged" : "nothing observed";
  if (all.length === 0) return [`${observed} breaks POSIX as specified`];
  const count = `${counted(all.length, "case breaks", "cases break")} POSIX as specified`;
  const expected = agreedButBreaking(report).length;
  if (expected === 0) return [`${count}: ${namesOf(all)}`];
  const which = expected === all.length ? "as" : `${expected} of them as`;
  return [`${count}, ${which} ${report.profile} is known to`];
}

/** Cases that were compared, but of which the standard does not say whether they keep to it. */
function notHeld({ cases }: Report): string[] {
  const all = cases.filter(
    ({ verdict, conformance }) =>
      conformance === "unknown" && verdict !== "skipped" && verdict !== "broken",
  );
  if (all.length === 0) return [];
  return [`of ${counted(all.length, "case")} it is not known to the end: ${namesOf(all)}`];
}

/** The first names, and how many more there are. */
function namesOf(results: readonly CaseResult[]): string {
  const names = results.slice(0, named).map(({ name }) => name);
  const rest = results.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : listed(names);
}

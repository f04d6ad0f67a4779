import pc from "picocolors";
import type { KernelSuite, Standing, Untold } from "../explore/kernels.js";
import { columns, counted } from "../layout.js";
import type { Style } from "./reporter.js";

/** What a suite covers that was written. */
export interface SuiteReport {
  readonly profile: string;
  readonly cover: "rules" | "classes" | "kernels";
  readonly folder: string;
  /** Of the traces, in their order. */
  readonly files: readonly string[];
  readonly steps: number;
  /** How many situations, classes of states or kernels. */
  readonly covered: number;
  /** What became of the kernels that differ in one thing; null if the suite covers something else. */
  readonly apart: Pick<KernelSuite, "kernels" | "spaces"> | null;
}

const what: Record<SuiteReport["cover"], readonly [string, string]> = {
  rules: ["situation", "situations"],
  classes: ["class of states", "classes of states"],
  kernels: ["kernel", "kernels"],
};

const reasons: Record<Untold, string> = {
  same: "both checks give the same",
  alike: "wherever it might have done something else, it looked the same",
  unmet: "it could have done nothing else in any state",
};

/** For people. */
export function suiteText(report: SuiteReport, style: Style): string {
  const { folder, files, steps, cover, covered, apart } = report;
  const head = `${counted(files.length, "trace")} in ${folder}, ${counted(steps, "step")}`;
  if (!apart) return `${head}: ${counted(covered, ...what[cover])}\n`;
  const of = `${covered} of the ${apart.kernels.length} kernels that differ from ${report.profile} in one thing`;
  const lines = [`${head}: they find ${of}`];
  if (!style.quiet) lines.push("", ...spaces(apart), ...untold(apart, style));
  return `${lines.join("\n")}\n`;
}

function spaces({ spaces: all }: NonNullable<SuiteReport["apart"]>): string[] {
  const rows = all.map(({ subject, calls, states, complete, tellings }) => [
    `  ${subject.name}`,
    counted(tellings.length, "kernel").padStart(11),
    `${states.toLocaleString("en")} states`.padStart(13),
    complete ? "these are all" : "there are more",
    counted(calls.length, "call"),
  ]);
  return columns(rows);
}

/** Those that are not found, by the reason. */
function untold({ kernels }: NonNullable<SuiteReport["apart"]>, { color }: Style): string[] {
  const paint = pc.createColors(color);
  const left = kernels.filter((one) => "untold" in one);
  return (Object.keys(reasons) as Untold[]).flatMap((reason) => {
    const own = left.filter((one) => one.untold === reason);
    if (own.length === 0) return [];
    const title = paint.bold(`not found, for ${reasons[reason]}: ${own.length}`);
    return ["", title, ...own.map(({ kernel }) => `  ${kernel.name}`)];
  });
}

/** In the form that schema/suite.schema.json describes. */
export function suiteJson({ apart, files, ...rest }: SuiteReport): string {
  const kernels = apart?.kernels.map((one: Standing) => ({
    kernel: one.kernel.name,
    trace: "trace" in one ? (files[one.trace] ?? null) : null,
    untold: "untold" in one ? one.untold : null,
  }));
  const spacesOf = apart?.spaces.map(({ subject, calls, states, complete }) => ({
    subject: subject.name,
    processes: subject.processes,
    calls: calls.length,
    states,
    complete,
  }));
  const found = { ...rest, files, kernels: kernels ?? null, spaces: spacesOf ?? null };
  return `${JSON.stringify({ schema: 1, command: "explore", ...found }, null, 2)}\n`;
}

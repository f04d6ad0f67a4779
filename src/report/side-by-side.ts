import pc from "picocolors";
import { columns, listed } from "../layout.js";
import { textOf } from "../model/branch.js";
import type { StepVerdict, Verdict } from "../oracle/follow.js";
import { printCall } from "../trace/index.js";
import type { Obstacle } from "../world.js";
import type { Style } from "./reporter.js";

/** How many outcomes of a step are shown. */
const most = 4;

/**
 * Every step of a trace as it went on a kernel, beside what a profile allows; a newline at the end.
 */
export function sideBySide(
  title: string,
  { profile, steps, lostAfter }: Verdict,
  obstacle: Obstacle | undefined,
  { color }: Style,
): string {
  const paint = pc.createColors(color);
  const head = ["", "", "step", "this kernel", profile].map((cell) => paint.dim(cell));
  const rows = steps.flatMap((step) => {
    const differs = step.differs.length > 0;
    const here = differs ? paint.red : String;
    const there = differs ? paint.green : String;
    const mark = differs ? paint.red("✗") : " ";
    const call = `${step.step.actor}: ${printCall(step.step.call)}`;
    return beside(
      [[mark], [paint.dim(String(step.index + 1))], [call]],
      textOf(step.observed).split("\n").map(here),
      [...allowedLines(step).map(there), ...misplaced(step).map(there)],
    );
  });
  const end = [
    ...(lostAfter === undefined ? [] : ["  the model cannot go on from here"]),
    ...(obstacle ? [`  ${obstacle.kind}: ${obstacle.reason}`] : []),
  ];
  return `${[paint.bold(title), ...columns([head, ...rows]), ...end].join("\n")}\n`;
}

/** Cells of several lines as several rows. */
function beside(
  head: readonly (readonly string[])[],
  here: readonly string[],
  there: readonly string[],
): string[][] {
  const cells = [...head, here, there];
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, i) => cells.map((cell) => cell[i] ?? ""));
}

function allowedLines({ allowed }: StepVerdict): string[] {
  const shown = allowed.slice(0, most).flatMap((branch, i) => {
    const [first = "", ...rest] = textOf(branch).split("\n");
    return [i === 0 ? first : `or ${first}`, ...rest];
  });
  const rest = allowed.length - most;
  return rest > 0 ? [...shown, `or ${rest} more`] : shown;
}

/** Where only the processes differ, the two columns would look the same. */
function misplaced({ differs, expectedRows, observed }: StepVerdict): string[] {
  if (!differs.includes("processes")) return [];
  const seen = new Map((observed.processes ?? []).map((row) => [row.name, JSON.stringify(row)]));
  const others = expectedRows.filter((row) => seen.get(row.name) !== JSON.stringify(row));
  const names = others.map(({ name }) => name);
  return [`(but not for ${names.length > 0 ? listed(names) : "the processes that are left"})`];
}

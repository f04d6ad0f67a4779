import pc from "picocolors";
import { counted, wrap } from "../layout.js";
import type { Style } from "./reporter.js";

/** A case with the reason why nothing, or not all, is known of it. */
export interface Reasoned {
  readonly name: string;
  readonly reason: string | null;
}

/** How many cases of one reason are named. */
const most = 12;

/** The cases under the reason that they have in common. */
export function byReason(
  done: string,
  cases: readonly Reasoned[],
  { color, width }: Pick<Style, "color" | "width">,
): string[] {
  const paint = pc.createColors(color);
  const groups = new Map<string, string[]>();
  for (const { name, reason } of cases) {
    const key = reason ?? "no reason given";
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups].flatMap(([reason, names]) => [
    ...wrap(`${done} ${counted(names.length, "case")}: ${reason}`, width).map(paint.bold),
    ...wrap(firstOf(names, most), width - 2).map((line) => `  ${line}`),
  ]);
}

/** The first of the names, and how many more there are. */
export function firstOf(names: readonly string[], count: number): string {
  const rest = names.length - count;
  return names.slice(0, count).join(" ") + (rest > 0 ? ` and ${rest} more` : "");
}

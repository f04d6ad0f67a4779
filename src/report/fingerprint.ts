import pc from "picocolors";
import type { Target } from "../diff/result.js";
import { questionNamed, ruleNamed } from "../explain/catalogue.js";
import type { Distance } from "../fingerprint/distance.js";
import type { Exhibit } from "../fingerprint/exhibit.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Place } from "../fingerprint/recording.js";
import { columns, counted, duration, hang, widthOf, wrap } from "../layout.js";
import { answersTable, callTable, shortPlace, type TableStyle } from "./fingerprint-table.js";
import { byReason, firstOf } from "./reasons.js";
import type { Style } from "./reporter.js";

/** How many examples of one kind are named. */
const most = 3;

/** The fingerprint of a kernel, for people. */
export function fingerprintText(
  fingerprint: Fingerprint,
  target: Target,
  durationMs: number,
  { color, width }: Pick<Style, "color" | "width">,
): string {
  const style = { paint: pc.createColors(color), width };
  const { answers, calls, unmade } = fingerprint;
  const { bold } = style.paint;
  const blocks = [
    [bold("Answers"), ...answersTable(answers, style)],
    [bold("Checks of each call, in their order")],
    ...calls.map((line) => callTable(line, style)),
    key(style),
    nearest(fingerprint, style),
    leftovers(fingerprint, style),
    violations(fingerprint, style),
    byReason("Not run to the end", unmade, { color, width }),
    closing(fingerprint, target, durationMs, style),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function key({ paint, width }: TableStyle): string[] {
  const text =
    "M: measured at that line of that case, where a kernel with anything else here would have shown something else. ?: taken from the nearest known kernel. x: contradicted. !: not permitted by POSIX. `before 2 3`: broken together with rules 2 and 3, this one spoke. Cases without a folder are in test/scenarios.";
  return wrap(text, width).map((line) => paint.dim(line));
}

/** The known profiles, by how much of what was measured they have otherwise. */
function nearest({ nearest: known }: Fingerprint, { paint }: TableStyle): string[] {
  const rows = known.map(({ profile, lines, cases }) => [
    `  ${profile}`,
    counted(lines, "line"),
    counted(cases, "case"),
  ]);
  return [
    paint.bold("Known profiles: the measured lines that they have otherwise, and the cases"),
    ...columns(rows),
  ];
}

function leftovers({ leftovers: all }: Fingerprint, style: TableStyle): string[] {
  if (all.length === 0) return [];
  return [
    style.paint.bold("What no answer and no order explains"),
    ...all.flatMap(({ places, example }) => specimen(places, example, "the table allows", style)),
  ];
}

function violations({ violations: all }: Fingerprint, style: TableStyle): string[] {
  const { paint, width } = style;
  if (all.length === 0) return [paint.bold("Nothing observed breaks POSIX as specified.")];
  return [
    paint.bold("What breaks POSIX as specified"),
    ...all.flatMap(({ id, places, example }) => {
      const { text, clause } = subject(id);
      const head = `  ${id === undefined ? "no line of the table alone" : paint.red(id)}`;
      const sentence = text === "" ? [] : wrap(`${text} [${clause}]`, width - 6);
      return [
        head,
        ...sentence.map((line) => `      ${line}`),
        ...specimen(places, example, "POSIX permits", style),
      ];
    }),
  ];
}

function subject(id: string | undefined): { text: string; clause: string } {
  const found = id === undefined ? undefined : (ruleNamed(id) ?? questionNamed(id));
  return found ?? { text: "", clause: "" };
}

/** Steps of one kind: where they are, and what the first of them is. */
function specimen(
  places: readonly Place[],
  { call, observed, allowed, onlyProcesses }: Exhibit,
  holder: string,
  { paint, width }: TableStyle,
): string[] {
  const count = counted(places.length, "step");
  const head = `  ${count.padStart(9)}  `;
  const where = firstOf(places.map(shortPlace), most);
  const permitted = allowed.map((text) => text.join("; ")).join(", or ") || "nothing that is known";
  const what = onlyProcesses
    ? `${call} gives ${observed.join("; ")}, but leaves the processes otherwise than ${holder}`
    : `${call} gives ${observed.join("; ")}; ${holder} ${permitted}`;
  return [
    ...hang(head, wrap(what, width - widthOf(head))),
    ...hang(" ".repeat(head.length), wrap(where, width - head.length)).map((line) =>
      paint.dim(line),
    ),
  ];
}

/** What was compared, and the one sentence that matters. */
function closing(
  { nearest: [first], cases, steps, answers, calls, profile }: Fingerprint,
  { kernel, via, isolation }: Target,
  durationMs: number,
  { paint, width }: TableStyle,
): string[] {
  const lines = [...answers, ...calls.flatMap(({ present }) => present)];
  const measured = lines.filter(({ standing }) => standing.kind === "measured").length;
  const contradicted = lines.filter(({ standing }) => standing.kind === "contradicted").length;
  const facts: [string, string][] = [
    ["this is", paint.bold(first ? verdict(first) : "unknown")],
    ["measured", `${measured} of ${counted(lines.length, "line")}, ${contradicted} contradicted`],
    ["observed", `${counted(steps, "step")} of ${counted(cases, "case")}`],
    ["kernel", `${kernel}${via === null ? "" : `, via ${via}`}, isolation by ${isolation}`],
    ["profile", `${profile.name}: ${profile.text}`],
    ["duration", duration(durationMs)],
  ];
  return facts.flatMap(([label, value]) =>
    hang(`${paint.dim(label.padStart(8))}  `, wrap(value, width - 10)),
  );
}

function verdict({ profile, lines, cases }: Distance): string {
  if (cases === 0) return profile;
  return `no known kernel; the nearest is ${profile}, which has ${counted(lines, "measured line")} otherwise`;
}

import pc from "picocolors";
import type { Explored, Outcome } from "../explore/exploration.js";
import { columns, counted, wrap } from "../layout.js";
import { print } from "../trace/index.js";
import type { Style } from "./reporter.js";

/** For people: how large the state space is, what the calls gave in it, what does not hold. */
export function explorationText(explored: Explored, style: Style): string {
  const blocks = [
    head(explored, style),
    size(explored),
    ...(style.quiet ? [] : [outcomes(explored.outcomes, style)]),
    ending(explored, style),
  ];
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

/** In the form that schema/exploration.schema.json describes. */
export function explorationJson(explored: Explored): string {
  const { violation, ...rest } = explored;
  const trace = violation && { ...violation, trace: print(violation.trace) };
  return `${JSON.stringify({ schema: 1, command: "explore", ...rest, violation: trace }, null, 2)}\n`;
}

function head({ profile, processes, calls, view }: Explored, { color }: Style): string[] {
  const paint = pc.createColors(color);
  const looked = view === "relations" ? ", looking at relations only" : "";
  return [
    `${paint.bold(profile)}, ${processes} processes, each of which tries ${counted(calls, "call")} in every state${looked}`,
  ];
}

function size(explored: Explored): string[] {
  const { renaming, states, renamings, transitions, changes, seconds, bytes, end } = explored;
  const stands = `${grouped(renamings)} states, if every process can have every number`;
  const rows = [
    [
      grouped(states),
      renaming ? "classes of states" : "states",
      renaming && end === "complete" ? stands : "",
    ],
    [grouped(transitions), "transitions", `${grouped(changes)} of them lead to another state`],
    [
      `${grouped(Math.round(renamings / Math.max(seconds, 0.001)))}/s`,
      "states",
      `${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB`,
    ],
  ];
  const width = Math.max(...rows.map(([figure = ""]) => figure.length));
  return columns(rows.map(([figure = "", ...rest]) => [figure.padStart(width), ...rest])).map(
    (line) => `  ${line}`,
  );
}

function outcomes(all: readonly Outcome[], { color }: Style): string[] {
  const paint = pc.createColors(color);
  const totals = new Map<string, number>();
  for (const { call, count } of all) totals.set(call, (totals.get(call) ?? 0) + count);
  const width = Math.max(0, ...all.map(({ count }) => grouped(count).length));
  let last = "";
  const rows = all.map(({ call, outcome, count }) => {
    const share = (100 * count) / (totals.get(call) ?? 1);
    const name = call === last ? "" : paint.bold(call);
    last = call;
    return [name, grouped(count).padStart(width), `${share.toFixed(1).padStart(5)} %`, outcome];
  });
  return columns(rows).map((line) => `  ${line}`);
}

function ending(explored: Explored, { color, width }: Style): string[] {
  const paint = pc.createColors(color);
  const { end, violation, invariants, states } = explored;
  if (violation) {
    const trace = print(violation.trace).trimEnd().split("\n");
    const says = `does not hold: ${violation.says} The shortest way there:`;
    return [
      paint.red(paint.bold(violation.invariant)),
      ...wrap(says, width - 4).map((line) => `    ${line}`),
      "",
      ...trace.map((line) => `    ${line}`),
    ];
  }
  if (end === "limit") return [paint.yellow(`There are more states; this is where --limit is.`)];
  if (end === "crowded")
    return [
      paint.yellow(`Some states were left out: they differ in too many ways to be numbered.`),
    ];
  const held = `${counted(invariants, "invariant")} ${invariants === 1 ? "holds" : "hold"} in every one.`;
  return [`These are all${invariants > 0 ? `; ${held}` : "."}`].map((line) =>
    states > 0 ? paint.green(line) : line,
  );
}

function grouped(value: number): string {
  return value.toLocaleString("en");
}

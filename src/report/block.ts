import { counted, listed, type Paint } from "../layout.js";
import { catalog, ruleIds } from "../model/catalog.js";
import type { BlockForecast, Mismatch } from "../oracle/expect.js";
import type { Made, Outcome } from "../oracle/outcomes.js";
import {
  NONE,
  printAnswer,
  printAnswers,
  printCall,
  printEffect,
  printSchedule,
} from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import { ruleLines } from "./rule-lines.js";

/** How many outcomes of a block are shown. */
const most = 24;

/**
 * Every outcome of a block with a schedule that leads there, what the steps show under it, and
 * where the processes then differ from those of another outcome.
 *
 * @param mismatches those of the block's steps
 */
export function blockLines(
  block: BlockForecast,
  mismatches: readonly Mismatch[],
  paint: Paint,
  width: number,
): string[] {
  const { outcomes, schedules } = block;
  const shown = outcomes.slice(0, most);
  const rest = outcomes.length - shown.length;
  return [
    `${paint.bold("parallel:")} ${summary(block)}`,
    ...shown.flatMap((outcome) => {
      const afterwards = differences(outcome, outcomes);
      return [
        `  ${paint.bold(printSchedule(outcome.schedule) || "nobody can make a step")}${share(outcome, block, paint)}`,
        ...outcome.steps.flatMap((made) => madeLines(made, paint, width)),
        ...(outcome.waiting.length > 0 ? [paint.yellow(`    ${stuck(outcome)}`)] : []),
        ...(afterwards === "" ? [] : [`    ${paint.dim("then")} ${afterwards}`]),
      ];
    }),
    ...(rest > 0
      ? [paint.dim(`  and ${counted(rest, "outcome")} more of ${amount(schedules)} orders`)]
      : []),
    ...mismatches.map((mismatch) => paint.red(`  ${disagreement(mismatch)}`)),
  ];
}

function summary(block: BlockForecast): string {
  const { outcomes, schedules, parallel, isScheduled, complete } = block;
  const steps = counted(parallel.lines.filter(({ kind }) => kind === "step").length, "step");
  const ends = counted(outcomes.length, "outcome");
  if (!complete) return `${steps} in more orders than the model goes through, ${ends} among them`;
  if (isScheduled) return `${steps} in the order asked for, ${ends}`;
  const orders = `${amount(schedules)} ${schedules === 1 ? "order" : "orders"}`;
  const [first, ...others] = outcomes.map(({ processes }) => JSON.stringify(processes));
  const alike = others.length > 0 && others.every((rows) => rows === first);
  if (alike) return `${steps} in ${orders}, ${ends} that leave the processes alike`;
  const always = outcomes.length === 1 && schedules > 1 ? " whatever the order" : "";
  return `${steps} in ${orders}, ${ends}${always}`;
}

/** A number as people read it; beyond what is counted exactly, its size. */
function amount(count: number): string {
  return Number.isSafeInteger(count) ? count.toLocaleString("en") : `some ${count.toPrecision(2)}`;
}

/** How many of the orders lead to this outcome too. */
function share({ schedules }: Outcome, block: BlockForecast, paint: Paint): string {
  if (schedules <= 1 || block.isScheduled) return "";
  const others = schedules - 1;
  return paint.dim(` and ${amount(others)} ${others === 1 ? "order" : "orders"} more`);
}

function madeLines({ step, branch }: Made, paint: Paint, width: number): string[] {
  const { answer, effects, rules } = branch;
  return [
    `    ${step.actor}: ${printCall(step.call)}${printAnswers([answer])}`,
    ...effects.map((effect) => `      ${printEffect(effect)}`),
    ...ruleIds(rules, catalog()).flatMap((id) =>
      ruleLines(id, paint, width - 2).map((line) => `  ${line}`),
    ),
  ];
}

function stuck({ waiting }: Outcome): string {
  return `${listed(waiting)} cannot go on, with steps left`;
}

function disagreement({ step, stated, possible }: Mismatch): string {
  const call = `${step.actor}: ${printCall(step.call)}`;
  const [states, gives] = [stated, possible].map((texts) => texts.join(" | ") || "nothing");
  return `${call}: the trace states ${states}; all orders together give ${gives}`;
}

/** What is true of each process and terminal: a quality, and which it is. */
type Facts = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A foreground group is one of the terminal's, however many processes have it. */
function facts(rows: readonly ProcessRow[]): Facts {
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const { name, foreground, ...qualities } of rows) {
    found.set(name, qualities);
    if (qualities.terminal !== NONE) found.set(qualities.terminal, { foreground });
  }
  return found;
}

/** Where the processes are after an outcome, as far as they are elsewhere after another one. */
function differences({ processes }: Outcome, outcomes: readonly Outcome[]): string {
  const own = facts(processes);
  const all = outcomes.map((outcome) => facts(outcome.processes));
  const subjects = new Set(all.flatMap((each) => [...each.keys()]));
  return [...subjects]
    .map((subject) => [subject, whereIs(subject, own, all)] as const)
    .filter(([, place]) => place !== "")
    .map(([subject, place]) => `${subject}: ${place}`)
    .join("; ");
}

function whereIs(subject: string, own: Facts, all: readonly Facts[]): string {
  const here = own.get(subject);
  if (!here) return "is no more";
  const others = all.map((each) => each.get(subject));
  const existing = others.filter((other) => other !== undefined);
  const differing = Object.entries(here).filter(
    ([quality, value]) =>
      existing.some((other) => other[quality] !== value) ||
      (quality === "state" && existing.length < all.length),
  );
  return differing.map((entry) => entry.join(" ")).join(", ");
}

/** The same for programs. */
export function blockJson({ parallel, outcomes, schedules, complete }: BlockForecast): object {
  return {
    line: parallel.at.line,
    schedules,
    complete,
    outcomes: outcomes.map((outcome) => ({
      schedule: printSchedule(outcome.schedule),
      schedules: outcome.schedules,
      steps: outcome.steps.map(({ step, branch: { answer, effects, rules } }) => ({
        line: step.at.line,
        call: `${step.actor}: ${printCall(step.call)}`,
        answer: printAnswer(answer),
        effects: effects.map(printEffect),
        rules: ruleIds(rules, catalog()),
      })),
      waiting: outcome.waiting,
      processes: outcome.processes,
    })),
  };
}

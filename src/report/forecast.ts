import pc from "picocolors";
import { counted, hang, type Paint } from "../layout.js";
import type { Branch } from "../model/branch.js";
import { catalog, ruleIds } from "../model/catalog.js";
import type { BlockForecast, Forecast, Mismatch } from "../oracle/expect.js";
import {
  printAnswer,
  printAnswers,
  printCall,
  printEffect,
  printSchedule,
} from "../trace/index.js";
import { visible } from "../trace/text.js";
import { blockJson, blockLines } from "./block.js";
import { changeText } from "./changes.js";
import type { Style } from "./reporter.js";
import { ruleLines } from "./rule-lines.js";

/** A trace as the model runs it under one profile. */
export interface Rehearsal {
  readonly file: string;
  readonly title: string;
  readonly profile: string;
  readonly forecasts: readonly Forecast[];
  /** The steps whose stated expectation the model does not share. */
  readonly mismatches: readonly Mismatch[];
}

/** The model could list everything that can happen in the trace. */
export function isComplete({ forecasts }: Rehearsal): boolean {
  return forecasts.every(({ complete }) => complete);
}

/**
 * Every step with everything that can happen, the rules that refuse it, and what it changes; a
 * newline at the end.
 */
export function rehearsalText(rehearsal: Rehearsal, style: Style): string {
  const paint = pc.createColors(style.color);
  const { file, title, profile, forecasts, mismatches } = rehearsal;
  const digits = String(forecasts.length).length;
  const room = style.width - digits - 4;
  const steps = forecasts.flatMap((forecast, i) => {
    const { block } = forecast;
    if (block && block === forecasts[i - 1]?.block) return [];
    const own = mismatches.filter(({ step }) => isToldWith(step, forecast, forecasts));
    if (style.quiet && own.length === 0) return [];
    const mark = own.length > 0 ? paint.red("✗") : " ";
    const head = `${mark} ${paint.dim(String(i + 1).padStart(digits))}  `;
    const lines = block
      ? blockLines(block, own, paint, room)
      : stepLines(forecast, own[0], paint, room);
    return hang(head, lines);
  });
  const count = mismatches.length;
  const wrong = `${counted(count, "step is", "steps are")} not as the trace states`;
  const verdict = count === 0 ? paint.green("as stated") : paint.red(wrong);
  const cut = forecasts.findIndex(({ complete }) => !complete) + 1;
  const bound = `  From step ${cut} on more can happen than the model follows: what is shown is a part of it.`;
  const head = `${paint.bold(file)} ${paint.dim(`under ${profile}`)}: ${verdict}`;
  return `${[head, ...(title ? [`  ${visible(title)}`] : []), ...(cut > 0 ? [paint.yellow(bound)] : []), ...steps].join("\n")}\n`;
}

/** A block is told where its first step stands. */
function isToldWith(
  step: Mismatch["step"],
  { step: first, block }: Forecast,
  forecasts: readonly Forecast[],
): boolean {
  if (!block) return step === first;
  return forecasts.some((other) => other.step === step && other.block === block);
}

function stepLines(
  { step, branches }: Forecast,
  mismatch: Mismatch | undefined,
  paint: Paint,
  width: number,
): string[] {
  const call = `${step.actor}: ${printCall(step.call)}`;
  const [only] = branches;
  if (only && branches.length === 1) {
    const head = `${paint.bold(call)}${printAnswers([only.answer])}`;
    return [head, ...branchLines(only, paint, width), ...stated(mismatch, paint)];
  }
  const ways = branches.flatMap((branch) => [
    `  ${paint.dim("or")} ${printAnswer(branch.answer)}${scheduleOf(branch, paint)}`,
    ...branchLines(branch, paint, width),
  ]);
  return [paint.bold(call), ...ways, ...stated(mismatch, paint)];
}

/** Behind a block: a schedule that leads to this answer. */
function scheduleOf({ schedule }: Branch, paint: Paint): string {
  return schedule.length === 0 ? "" : paint.dim(`  under ${printSchedule(schedule)}`);
}

/** Below the answer: what a program sees, the rules, and what only the model knows. */
function branchLines(
  { effects, rules, changes, names }: Branch,
  paint: Paint,
  width: number,
): string[] {
  const seen = effects.map((effect) => `    ${printEffect(effect)}`);
  const broken = ruleIds(rules, catalog()).flatMap((id) => ruleLines(id, paint, width));
  const texts = changes.map((change) => `    ${paint.dim(`· ${changeText(change, names)}`)}`);
  return [...seen, ...broken, ...texts];
}

function stated(mismatch: Mismatch | undefined, paint: Paint): string[] {
  if (!mismatch) return [];
  const texts = mismatch.stated.map((text) => text.replaceAll("\n", "; "));
  return [paint.red(`    the trace states ${texts.join(" | ")}`)];
}

/** The same for programs. */
export function rehearsalJson({ file, title, profile, forecasts, mismatches }: Rehearsal): object {
  const steps = forecasts.map(({ step, branches, complete, block }) => {
    const mismatch = mismatches.find((candidate) => candidate.step === step);
    return {
      line: step.at.line,
      call: `${step.actor}: ${printCall(step.call)}`,
      agrees: mismatch === undefined,
      ...(mismatch && { stated: mismatch.stated }),
      complete,
      possible: branches.map(({ answer, effects, rules, changes, names, schedule }) => ({
        answer: printAnswer(answer),
        // In a block it is the beginning of one: the outcomes have whole ones.
        ...(!block && schedule.length > 0 && { schedule: printSchedule(schedule) }),
        effects: effects.map(printEffect),
        rules: ruleIds(rules, catalog()),
        changes: changes.map((change) => changeText(change, names)),
      })),
    };
  });
  const blocks = blocksIn(forecasts).map(blockJson);
  return { file, title, profile, steps, ...(blocks.length > 0 && { blocks }) };
}

function blocksIn(forecasts: readonly Forecast[]): BlockForecast[] {
  return [...new Set(forecasts.flatMap(({ block }) => block ?? []))];
}

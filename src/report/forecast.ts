import pc from "picocolors";
import { ruleNamed } from "../explain/catalogue.js";
import { counted, hang, type Paint, tied, wrap } from "../layout.js";
import type { Branch } from "../model/branch.js";
import { catalog, ruleIds } from "../model/catalog.js";
import type { Forecast, Mismatch } from "../oracle/expect.js";
import { printAnswer, printAnswers, printCall, printEffect } from "../trace/index.js";
import { visible } from "../trace/text.js";
import { changeText } from "./changes.js";
import type { Style } from "./reporter.js";

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
  const steps = forecasts.flatMap((forecast, i) => {
    const mismatch = mismatches.find(({ step }) => step === forecast.step);
    if (style.quiet && !mismatch) return [];
    const mark = mismatch ? paint.red("✗") : " ";
    const head = `${mark} ${paint.dim(String(i + 1).padStart(digits))}  `;
    return hang(head, stepLines(forecast, mismatch, paint, style.width - digits - 4));
  });
  const count = mismatches.length;
  const wrong = `${counted(count, "step is", "steps are")} not as the trace states`;
  const verdict = count === 0 ? paint.green("as stated") : paint.red(wrong);
  const cut = forecasts.findIndex(({ complete }) => !complete) + 1;
  const bound = `  From step ${cut} on more can happen than the model follows: what is shown is a part of it.`;
  const head = `${paint.bold(file)} ${paint.dim(`under ${profile}`)}: ${verdict}`;
  return `${[head, ...(title ? [`  ${visible(title)}`] : []), ...(cut > 0 ? [paint.yellow(bound)] : []), ...steps].join("\n")}\n`;
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
    `  ${paint.dim("or")} ${printAnswer(branch.answer)}`,
    ...branchLines(branch, paint, width),
  ]);
  return [paint.bold(call), ...ways, ...stated(mismatch, paint)];
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

function ruleLines(id: string, paint: Paint, width: number): string[] {
  const rule = ruleNamed(id);
  const clause = rule ? paint.dim(tied(`[${rule.clause}]`)) : "";
  const text = `${paint.cyan(id)}: ${rule?.text ?? ""} ${clause}`;
  return wrap(text, Math.max(40, width - 4)).map((line) => `    ${line}`);
}

function stated(mismatch: Mismatch | undefined, paint: Paint): string[] {
  if (!mismatch) return [];
  const texts = mismatch.stated.map((text) => text.replaceAll("\n", "; "));
  return [paint.red(`    the trace states ${texts.join(" | ")}`)];
}

/** The same for programs. */
export function rehearsalJson({ file, title, profile, forecasts, mismatches }: Rehearsal): object {
  const steps = forecasts.map(({ step, branches, complete }) => {
    const mismatch = mismatches.find((candidate) => candidate.step === step);
    return {
      line: step.at.line,
      call: `${step.actor}: ${printCall(step.call)}`,
      agrees: mismatch === undefined,
      ...(mismatch && { stated: mismatch.stated }),
      complete,
      possible: branches.map(({ answer, effects, rules, changes, names }) => ({
        answer: printAnswer(answer),
        effects: effects.map(printEffect),
        rules: ruleIds(rules, catalog()),
        changes: changes.map((change) => changeText(change, names)),
      })),
    };
  });
  return { file, title, profile, steps };
}

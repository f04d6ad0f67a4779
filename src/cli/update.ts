import type { Branch } from "../model/branch.js";
import type { Profile } from "../model/catalog.js";
import { inOrder } from "../names.js";
import { distinct } from "../oracle/distinct.js";
import { type Forecast, forecast, mismatches } from "../oracle/expect.js";
import type { Answer, Expectation, Item, Step, Trace } from "../trace/index.js";
import { printAnswer, printEffect, signatures } from "../trace/index.js";

/**
 * The trace with what the profile allows stated at every step that states something else, or
 * nothing. A step stays as it is where one line cannot state it: where the effects differ from
 * answer to answer, or a process has no name. The trace itself if nothing changes.
 */
export function updated(trace: Trace, profile: Profile): Trace {
  const forecasts = forecast(trace, profile);
  const wrong = new Set(mismatches(trace, profile, forecasts).map(({ step }) => step));
  const changes = new Map<Step, Step>();
  for (const ahead of forecasts) {
    const { step, complete } = ahead;
    if (!complete || (step.expectation && !wrong.has(step))) continue;
    const expectation = ahead.block ? wholeOf(ahead) : expectationOf(ahead);
    if (expectation) changes.set(step, { ...step, expectation });
  }
  if (changes.size === 0) return trace;
  const changed = <T extends Item>(item: T) =>
    item.kind === "step" ? (changes.get(item) ?? item) : item;
  const items = trace.items.map((item) =>
    item.kind === "parallel" ? { ...item, lines: item.lines.map(changed) } : changed(item),
  );
  return { ...trace, items };
}

/** In a block: everything that happens under some schedule, if all of it has names. */
function wholeOf({ step, branches }: Forecast): Expectation | undefined {
  if (signatures.get(step.call.function)?.binds || !areNamed(step, branches)) return undefined;
  const effects = inOrder(branches.flatMap((branch) => branch.effects));
  return {
    answers: distinct(
      branches.map(({ answer }) => answer),
      printAnswer,
    ),
    effects: distinct(effects, printEffect),
  };
}

function areNamed(step: Step, branches: readonly Branch[]): boolean {
  return branches.every(
    (branch) => hasNames(step, branch.answer) && !/(^|\s)\d+:/.test(effectsOf(branch)),
  );
}

function expectationOf({ step, branches }: Forecast): Expectation | undefined {
  const [first] = branches;
  if (!first || signatures.get(step.call.function)?.binds) return undefined;
  const effects = effectsOf(first);
  const alike = branches.every((branch) => effectsOf(branch) === effects);
  if (!alike || !areNamed(step, branches)) return undefined;
  const answers = branches.map(({ answer }) => answer);
  return { answers: distinct(answers, printAnswer), effects: first.effects };
}

function effectsOf({ effects }: Branch): string {
  return effects.map(printEffect).join("\n");
}

/** A number in an answer that no name of the trace stands for is another one in every run. */
function hasNames({ call }: Step, answer: Answer): boolean {
  const gives = signatures.get(call.function)?.gives;
  if (answer.kind === "value")
    return gives === "count" || answer.value === "0" || !/^\d+$/.test(answer.value);
  return answer.kind !== "report" || !/^\d+$/.test(answer.child);
}

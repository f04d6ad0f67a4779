import {
  type Branch,
  type Effect,
  expectationFor,
  type Moment,
  printAnswer,
  printEffect,
  type Rule,
  type Step,
  textOf,
  textsOf,
} from "retinue";

/** More effects than these are not told at the end of a line. */
const SHOWN = 3;

/** What a step shows under one kernel. */
export interface Shown {
  readonly kernel: string;
  readonly answer: string;
  /** The rules that refused it, by their ids. */
  readonly rules: readonly string[];
  /** In short. */
  readonly effects: readonly string[];
}

/** What stands at the end of a step's line. */
export interface Note {
  readonly own: Shown;
  /** In how many other ways the kernel may do it. */
  readonly others: number;
  /** What the trace states for this kernel, held against what it does. */
  readonly stated: "nothing" | "this" | "otherwise";
  /** What the kernel beside it does, where the first may not be followed by it. */
  readonly beside?: Shown;
}

/** A step, and what is to be told of it. */
export interface Telling {
  readonly kernel: string;
  readonly moment: Moment;
  /** The step as it stands in a block, which states what can happen in any order. */
  readonly inBlock?: Step | undefined;
  readonly rules: readonly Rule[];
  /** The kernel that does something else here, and what. */
  readonly beside?: { readonly kernel: string; readonly moment: Moment | undefined } | undefined;
}

/** What is to be told of a step; undefined at the start. */
export function noteOf({ kernel, moment, inBlock, rules, beside }: Telling): Note | undefined {
  const { step, taken, ways } = moment;
  if (!step || !taken) return undefined;
  const theirs = beside?.moment?.taken;
  return {
    own: shownOf(kernel, taken, rules),
    others: Math.max(0, ways.length - 1),
    stated: inBlock ? statedInBlock(inBlock, kernel, taken) : stated(step, kernel, taken),
    ...(beside && theirs && { beside: shownOf(beside.kernel, theirs, rules) }),
  };
}

function shownOf(kernel: string, branch: Branch, rules: readonly Rule[]): Shown {
  const { answer, effects } = branch;
  return {
    kernel,
    answer: printAnswer(answer),
    rules: branch.rules.flatMap((rule) => rules[rule]?.id ?? []),
    effects: effects.map(effectText),
  };
}

function stated(step: Step, kernel: string, taken: Branch): Note["stated"] {
  const texts = textsOf(expectationFor(step, kernel));
  if (texts.length === 0) return "nothing";
  return texts.includes(textOf(taken)) ? "this" : "otherwise";
}

/** In a block each answer and each effect that is stated happens in some order. */
function statedInBlock(step: Step, kernel: string, { answer, effects }: Branch): Note["stated"] {
  const expectation = expectationFor(step, kernel);
  if (!expectation) return "nothing";
  const told = new Set(expectation.effects.map(printEffect));
  const answers = expectation.answers.map(printAnswer);
  const isThis =
    answers.includes(printAnswer(answer)) &&
    effects.every((effect) => told.has(printEffect(effect)));
  return isThis ? "this" : "otherwise";
}

function effectText(effect: Effect): string {
  const { process } = effect;
  switch (effect.kind) {
    case "caught":
      return `${process} catches ${effect.signal}`;
    case "resumed":
      return `${process}: ${effect.function} = ${printAnswer(effect.answer)}`;
    case "died":
      return effect.status.kind === "exited"
        ? `${process} exits with ${effect.status.code}`
        : `${process} dies of ${effect.status.signal}`;
    default:
      return `${process} is ${effect.kind}`;
  }
}

/**
 * What is shown of a kernel, in the room that a line has.
 *
 * @param withEffects not where the lines below say them already
 */
export function partsOf({ answer, rules, effects }: Shown, withEffects = true): readonly string[] {
  if (!withEffects) return [answer, ...rules];
  const rest = effects.length - SHOWN;
  return [
    answer,
    ...rules,
    ...(effects.length > 0
      ? [[...effects.slice(0, SHOWN), ...(rest > 0 ? [`${rest} more`] : [])].join(", ")]
      : []),
  ];
}

/** All of it as a sentence, for those who do not see signs and colours. */
export function sentenceOf({ own, others, stated: what, beside }: Note): string {
  const told = [
    `${own.kernel} gives ${wholeOf(own)}`,
    ...(others > 0 ? [`or goes ${others} other ${others === 1 ? "way" : "ways"}`] : []),
    ...(what === "nothing" ? [] : [`the trace states ${what}`]),
    ...(beside ? [`${beside.kernel} differs and gives ${wholeOf(beside)}`] : []),
  ];
  return told.join("; ");
}

function wholeOf({ answer, rules, effects }: Shown): string {
  const why = rules.length > 0 ? ` by ${rules.join(", ")}` : "";
  return [`${answer}${why}`, ...effects].join(", ");
}

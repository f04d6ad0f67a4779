import { choose } from "./choice";
import { QUESTIONS_MAX, answerTo, setAnswer } from "./process";

/** One way in which a question can be answered. */
export class Alternative {
  constructor(
    readonly name: string,
    /** One sentence: what a kernel with this answer does. */
    readonly text: string,
    /** The standard permits it. */
    readonly permitted: bool,
  ) {}
}
export function permitted(name: string, text: string): Alternative {
  return new Alternative(name, text, true);
}
export function deviant(name: string, text: string): Alternative {
  return new Alternative(name, text, false);
}

/** All questions there are; a question's index is its place here. */
export const QUESTIONS: Question[] = [];

/** A behaviour that the standard leaves open, or that a kernel bends. */
export class Question {
  readonly index: i32;
  constructor(
    /** `call.kebab-case`. */
    readonly id: string,
    readonly clause: string,
    readonly text: string,
    readonly alternatives: Alternative[],
  ) {
    this.index = QUESTIONS.length;
    QUESTIONS.push(this);
    assert(this.index < QUESTIONS_MAX);
  }

  /** The n-th alternative that the standard permits. */
  nthPermitted(n: i32): i32 {
    let i = 0;
    while (true) {
      if (this.alternatives[i].permitted && n-- == 0) return i;
      i++;
    }
  }
  get permittedCount(): i32 {
    let count = 0;
    for (let i = 0; i < this.alternatives.length; i++) if (this.alternatives[i].permitted) count++;
    return count;
  }
}

/** The questions that were asked since `forgetAsked`, by their indices. */
export let asked: u64 = 0;
export function forgetAsked(since: u64 = 0): void { asked = since; }

/**
 * This kernel's answer. Where the profile leaves the question open, every permitted answer is a
 * possible kernel; once chosen, the answer holds for the rest of this world.
 */
export function ask(question: Question): i32 {
  asked |= 1 << (<u64>question.index);
  const known = answerTo(question.index);
  if (known != 0) return known - 1;
  const chosen = question.nthPermitted(choose(question.permittedCount));
  setAnswer(question.index, <u8>(chosen + 1));
  return chosen;
}

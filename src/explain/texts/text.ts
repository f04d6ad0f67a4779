/** A word of the field, explained to somebody who has not read the standard. */
export interface TermText {
  readonly name: string;
  /** Other words for it, and shorter ones; in lower case, with blanks. */
  readonly also: readonly string[];
  /** What it is. */
  readonly text: string;
  /** Why it matters to somebody who writes a shell or a runner. */
  readonly matters: string;
  readonly clause: string;
  /** Ids of the rules and questions that are about it, the most telling first. */
  readonly rules: readonly string[];
  readonly questions: readonly string[];
  /** Other terms. */
  readonly see: readonly string[];
  /** The path of a short trace of the suite that shows it. */
  readonly trace: string;
}

/** What a program's author should know of one signal. The default action is not told here. */
export interface SignalText {
  /** What it tells its receiver. */
  readonly means: string;
  /** Who sends it, and to whom. */
  readonly sender: string;
  /** What a program should do about it. */
  readonly advice: string;
  /** What happens where it is ignored or blocked, or where its receiver's group is orphaned. */
  readonly otherwise?: string;
  /** Ids of questions that are about it without naming it. */
  readonly questions?: readonly string[];
  readonly see?: readonly string[];
  /** None if no trace may use the signal. */
  readonly trace?: string;
}

/** What a broken rule means to the caller. */
export interface Advice {
  readonly rules: readonly string[];
  /** What is the matter. */
  readonly meaning: string;
  /** What can be done. */
  readonly remedy: string;
}

import type { DefaultAction } from "../trace/index.js";
import type { CallOrder, Place, Stance } from "./catalogue.js";

/** Everything about one rule. */
export interface RuleExplanation {
  readonly kind: "rule";
  readonly id: string;
  readonly call: string;
  /**
   * What is given when it is broken, unless a kernel has something else: an error, or the signal
   * that holds the call up.
   */
  readonly breach: string;
  /** It holds a call up by a signal, and does not refuse it. */
  readonly gate: boolean;
  readonly clause: string;
  /** The sentence that holds when the rule is kept. */
  readonly text: string;
  /** What it means to a caller that breaks it, and what can be done; null if the text is enough. */
  readonly advice: { readonly meaning: string; readonly remedy: string } | null;
  /** The standard has the rule. */
  readonly standard: boolean;
  readonly places: readonly Place[];
  /** The profiles that do not have it. */
  readonly absent: readonly string[];
  /** The file of the project's sources that states it. */
  readonly source: string;
  /** Paths of traces that are about it. */
  readonly scenarios: readonly string[];
}

/** One answer to a question. */
export interface AlternativeExplanation {
  readonly name: string;
  readonly text: string;
  /** The standard permits it. */
  readonly permitted: boolean;
  readonly scenarios: readonly string[];
}

/** Everything about one question. */
export interface QuestionExplanation {
  readonly kind: "question";
  readonly id: string;
  readonly clause: string;
  readonly text: string;
  readonly alternatives: readonly AlternativeExplanation[];
  readonly stances: readonly Stance[];
  readonly source: string;
}

/** Everything that can give one error. */
export interface ErrnoExplanation {
  readonly kind: "errno";
  readonly errno: string;
  readonly rules: readonly RuleExplanation[];
}

/** A trace of the suite, as it is printed in an explanation. */
export interface Sample {
  readonly file: string;
  readonly title: string;
  /** Without front matter. */
  readonly lines: readonly string[];
}

/** A word of the field. */
export interface TermExplanation {
  readonly kind: "term";
  readonly term: string;
  /** Other names. */
  readonly also: readonly string[];
  /** What it is. */
  readonly text: string;
  /** Why it matters to somebody who writes a shell or a runner. */
  readonly matters: string;
  readonly clause: string;
  /** Terms and signals. */
  readonly see: readonly string[];
  readonly rules: readonly RuleExplanation[];
  readonly questions: readonly QuestionExplanation[];
  /** Null if the trace is not among those at hand. */
  readonly sample: Sample | null;
}

/** Everything that is known of one signal. */
export interface SignalExplanation {
  readonly kind: "signal";
  readonly signal: string;
  /** What it tells its receiver. */
  readonly text: string;
  /** Who sends it, and to whom. */
  readonly sender: string;
  readonly defaultAction: DefaultAction;
  /** It cannot be caught, ignored or blocked. */
  readonly fixed: boolean;
  /** What a program should do about it. */
  readonly advice: string;
  /** What happens where it is ignored or blocked, or its receiver's group orphaned. */
  readonly otherwise: string | null;
  /** Terms and signals. */
  readonly see: readonly string[];
  /** The rules that hold a call up by sending it. */
  readonly rules: readonly RuleExplanation[];
  /** The other rules that name it. */
  readonly named: readonly RuleExplanation[];
  /** The questions that are about it. */
  readonly questions: readonly QuestionExplanation[];
  readonly sample: Sample | null;
}

/** Everything that can refuse one call. */
export interface CallExplanation {
  readonly kind: "call";
  readonly call: string;
  /** `setpgid(pid, pgid)` */
  readonly signature: string;
  readonly rules: readonly RuleExplanation[];
  readonly orders: readonly CallOrder[];
  readonly questions: readonly QuestionExplanation[];
}

/** A place in a trace at which the call of a line could be made, with the result of the line. */
export interface Example {
  readonly file: string;
  /** The line after which it can be made, from 1. */
  readonly line: number;
  /** `job: setpgid(0, 0) = -1 EPERM` */
  readonly step: string;
  /** A profile that answers like this there. */
  readonly profile: string;
}

/** A rule that can give the error of a line, or hold its call up. */
export interface Candidate {
  readonly rule: RuleExplanation;
  /**
   * A state in which the call as written is refused by this rule; null if no trace leads to one.
   */
  readonly example: Example | null;
}

/** A line as a program, strace or a trace shows it. */
export interface LineExplanation {
  readonly kind: "line";
  /** The line as it was understood. */
  readonly line: string;
  readonly call: string;
  /** If not, the call can have any arguments. */
  readonly hasArguments: boolean;
  /** Null if the call was not refused. */
  readonly errno: string | null;
  /** Those with an example first, and among them the likeliest. */
  readonly candidates: readonly Candidate[];
}

/** What should hold in every state: `explore` tests it. */
export interface InvariantExplanation {
  readonly kind: "invariant";
  readonly id: string;
  readonly clause: string;
  /** One sentence that holds. */
  readonly text: string;
  readonly source: string;
}

export type Explanation =
  | RuleExplanation
  | QuestionExplanation
  | ErrnoExplanation
  | SignalExplanation
  | TermExplanation
  | CallExplanation
  | LineExplanation
  | InvariantExplanation;

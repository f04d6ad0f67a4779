/**
 * The parsed form of a trace. A value of these types holds what the text says and nothing that was
 * computed from it, so that `print(parse(text))` is the text again, up to white space.
 */

/** A place in a file: line and column count from 1, `offset` from 0 in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** An argument of a call, as written. */
export type Argument =
  /**
   * A process or thread of the trace, `unused` or `outside`; negated where the call takes a group:
   * `-job`.
   */
  | {
      readonly kind: "name";
      readonly name: string;
      readonly negated: boolean;
      readonly at: Position;
    }
  /**
   * A plain number such as `0`, `-1`, `-5`, `999` or `0x1000`; `INT_MIN` and `INT_MAX` read as
   * their values.
   */
  | { readonly kind: "number"; readonly value: number; readonly at: Position }
  /**
   * Constants joined by `|`, such as `SIGTERM`, `WNOHANG|WUNTRACED`, `missing` or
   * `PR_SET_CHILD_SUBREAPER`.
   */
  | { readonly kind: "constants"; readonly words: readonly string[]; readonly at: Position };

/** A call as written: `setpgid(job, 0)`. */
export interface Call {
  readonly function: string;
  readonly arguments: readonly Argument[];
  readonly at: Position;
}

/** How a child ended, in the terms of `wait`: `exited 3`, `killed SIGTERM`. */
export type Status =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "killed"; readonly signal: string };

/** What a call gave, with names for numbers. */
export type Answer =
  /** `= 0`, `= job`; a number nobody's name stands for is written as it is. */
  | { readonly kind: "value"; readonly value: string }
  /** `= job [exited 0]` */
  | { readonly kind: "report"; readonly child: string; readonly status: Status }
  /** `= -1 EACCES` */
  | { readonly kind: "error"; readonly errno: string }
  /** `<unfinished ...>`: the process sleeps in the call. */
  | { readonly kind: "blocked" }
  /** `= ?`: the process died in the call. */
  | { readonly kind: "gone" }
  /** `<not run>`: the process was dead, stopped or blocked. */
  | { readonly kind: "not-run" };

/** Something that happened in a step, seen at one process. */
export type Effect =
  /** `job: +++ killed by SIGTERM +++`, `job: +++ exited with 3 +++` */
  | { readonly kind: "died"; readonly process: string; readonly status: Status }
  /** `shell: <... waitpid resumed> = job [exited 0]` */
  | {
      readonly kind: "resumed";
      readonly process: string;
      readonly function: string;
      readonly answer: Answer;
    };

/** What one step is expected to show: one of the answers, and these effects. */
export interface Expectation {
  readonly answers: readonly Answer[];
  readonly effects: readonly Effect[];
}

/** An expectation for the kernels named, in place of the step's own. */
export interface Override extends Expectation {
  readonly profiles: readonly string[];
  readonly comment?: string;
  readonly at: Position;
}

/** `shell: setpgid(job, job) = -1 EACCES` and the indented lines below it. */
export interface Step {
  readonly kind: "step";
  readonly actor: string;
  readonly call: Call;
  /** Absent where the trace states none. */
  readonly expectation?: Expectation;
  readonly overrides: readonly Override[];
  readonly comment?: string;
  readonly at: Position;
}

/** `@ next-pid a`: an instruction to the world, not a call. */
export interface Directive {
  readonly kind: "directive";
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly comment?: string;
  readonly at: Position;
}

/** A line of its own: a comment, or nothing. */
export interface Blank {
  readonly kind: "blank";
  readonly comment?: string;
  readonly at: Position;
}

export type Item = Step | Directive | Blank;

/** One `key: value` of the front matter. A list is written `[a, b]`. */
export interface Field {
  readonly key: string;
  readonly value: string | readonly string[];
  readonly at: Position;
}

export interface Trace {
  readonly fields: readonly Field[];
  readonly items: readonly Item[];
}

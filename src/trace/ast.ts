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
   * A process, thread or terminal of the trace, `unused` or `outside`; negated where the call takes
   * a group: `-job`.
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
   * Constants joined by `|`, such as `SIGTERM`, `WNOHANG|WUNTRACED`, `catch|SA_RESTART`, `missing`
   * or `/dev/tty`.
   */
  | { readonly kind: "constants"; readonly words: readonly string[]; readonly at: Position }
  /** `tty.master`: the other end of a terminal. */
  | { readonly kind: "master"; readonly name: string; readonly at: Position }
  /** `{SIGCHLD, SIGTSTP}`: signals, in the order of the component's interface. */
  | { readonly kind: "set"; readonly words: readonly string[]; readonly at: Position }
  /** `"ls\n"`, without its quotes and escapes. */
  | { readonly kind: "text"; readonly text: string; readonly at: Position };

/** A call as written: `setpgid(job, 0)`. */
export interface Call {
  readonly function: string;
  readonly arguments: readonly Argument[];
  readonly at: Position;
}

/** How a process ended: `exited 3`, `killed SIGTERM`. */
export type Ending =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "killed"; readonly signal: string };

/** What became of a child, in the terms of `wait`. */
export type Status =
  | Ending
  | { readonly kind: "stopped"; readonly signal: string }
  | { readonly kind: "continued" };

/** What a call gave, with names for numbers. */
export type Answer =
  /**
   * `= 0`, `= job`, `= catch`, `= untouched`; an ID nobody's name stands for is written as it is.
   */
  | { readonly kind: "value"; readonly value: string }
  /** `= job [exited 0]` */
  | { readonly kind: "report"; readonly child: string; readonly status: Status }
  /** `= -1 EACCES` */
  | { readonly kind: "error"; readonly errno: string }
  /** `= {SIGCHLD}`: signals, in the order of the component's interface. */
  | { readonly kind: "set"; readonly signals: readonly string[] }
  /** `<unfinished ...>`: the process sleeps in the call, or was stopped before it came back. */
  | { readonly kind: "blocked" }
  /** `= ?`: the process died in the call. */
  | { readonly kind: "gone" }
  /** `<not run>`: the process was dead, stopped or blocked. */
  | { readonly kind: "not-run" };

/** Something that happened in a step, seen at one process. */
export type Effect =
  /** `job: --- SIGUSR1 ---`: the handler of the signal ran. */
  | { readonly kind: "caught"; readonly process: string; readonly signal: string }
  /** `shell: <... waitpid resumed> = job [exited 0]` */
  | {
      readonly kind: "resumed";
      readonly process: string;
      readonly function: string;
      readonly answer: Answer;
    }
  /** `job: --- stopped ---`: it was not stopped before the step. */
  | { readonly kind: "stopped"; readonly process: string }
  /** `job: --- continued ---`: it was stopped before the step, and lives. */
  | { readonly kind: "continued"; readonly process: string }
  /** `job: +++ killed by SIGTERM +++`, `job: +++ exited with 3 +++` */
  | { readonly kind: "died"; readonly process: string; readonly status: Ending };

/**
 * What one step is expected to show: one of the answers, and these effects. In a block, where the
 * schedule decides: all of the answers, and all of the effects, each under some schedule.
 */
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

/**
 * `parallel { … }`: steps whose order is open. Those of one process are made in the order in which
 * they are written; those of different processes in any.
 */
export interface Parallel {
  readonly kind: "parallel";
  /** The steps, with what stands between them. */
  readonly lines: readonly (Step | Blank)[];
  /** Behind the line that opens the block. */
  readonly comment?: string;
  readonly at: Position;
}

export type Item = Step | Parallel | Directive | Blank;

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

import type { Answer, Effect, Trace } from "./trace/ast.js";

/** A process as a step left it, with names for numbers: `init`, `outside`, or the number itself if nobody has it as a name. */
export interface ProcessRow {
  readonly name: string;
  readonly parent: string;
  readonly group: string;
  readonly session: string;
  readonly state: "running" | "blocked" | "stopped" | "zombie";
  /** Its controlling terminal, or `none`; `?` if the world cannot see it. */
  readonly terminal: string;
  /** The foreground group of that terminal, or `none`; `?` if the world cannot see it. */
  readonly foreground: string;
}

/** What a world showed in one step of a trace. */
export interface Observation {
  readonly answer: Answer;
  /** Sorted by process name, and for one process by kind. */
  readonly effects: readonly Effect[];
  /** Every process of the trace that exists after the step, sorted by name. Absent if the world cannot see them. */
  readonly processes?: readonly ProcessRow[];
}

/** Why a world could not run a trace, or went no further. */
export interface Obstacle {
  /** `skipped`: does not apply here. `broken`: should have worked. */
  readonly kind: "skipped" | "broken";
  /** One sentence, made to be read. */
  readonly reason: string;
}

/** One trace, run in one world: an observation for each step, in order, up to the obstacle if there was one. */
export interface Transcript {
  readonly observations: readonly Observation[];
  readonly obstacle?: Obstacle;
}

/** Somewhere a trace can be run. */
export interface World {
  /** @throws {RangeError} if the trace has a block: a world runs one schedule of it */
  run(trace: Trace): Promise<Transcript>;
  /** Ends everything the world started. */
  close(): Promise<void>;
}

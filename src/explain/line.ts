import { kindOf, signatures } from "../trace/calls.js";
import {
  type Answer,
  INIT,
  INT_MAX,
  OUTSIDE,
  parse,
  type Step,
  stepsOf,
  TraceError,
  UNUSED,
} from "../trace/index.js";
import { withoutStrace } from "./strace.js";

/** A line that is not a call with its result. */
export class LineError extends Error {
  override readonly name = "LineError";
}

/** A call of which the names stand for any process, or any terminal. */
export interface Pattern {
  readonly step: Step;
  /** The names that any process can stand for. Two names stand for two processes. */
  readonly free: readonly string[];
  /** The names that any terminal can stand for. */
  readonly terminals: readonly string[];
  /**
   * Whether the line says who makes the call. If not, the caller can be any process, one of the
   * named included.
   */
  readonly actorNamed: boolean;
}

/** What a line says. */
export interface Line {
  readonly call: string;
  /** What the call gave; none if the line does not say it. */
  readonly answer: Answer | undefined;
  /** None if the line has a call without its arguments: they can be any. */
  readonly pattern: Pattern | undefined;
}

const form =
  /^(?:(?<actor>[a-z][a-z0-9_]*):\s*)?(?<call>[a-z_][a-z0-9_]*)\s*(?:\((?<words>(?:"(?:[^"\\]|\\.)*"|[^()"])*)\))?\s*(?<rest>.*)$/;

/** An argument: commas in braces and quotes end none. */
const word = /(?:\{[^}]*\}|"(?:[^"\\]|\\.)*"|[^,{"])+/g;

/** The name of the caller where the line has none. */
const somebody = "somebody";

/** The name of the terminal where the line has the number of a descriptor. */
const terminal = "tty";

/** Whether a text is meant to be a line, and not the name of something. */
export function looksLikeLine(text: string): boolean {
  return text.includes("(") || /^[a-z_][a-z0-9_]*\s*=/.test(text);
}

/**
 * Reads a line such as `setpgid(0,0) = -1 EPERM`, `shell: setpgid(job, job) = -1 EACCES`,
 * `tcsetpgrp = -1 EIO` or one of strace's. Numbers of processes are taken for names: the same
 * number for the same process.
 *
 * @throws {LineError} if it is none
 */
export function readLine(line: string): Line {
  const { actor, call = "", words, rest = "" } = form.exec(withoutStrace(line))?.groups ?? {};
  const takesNone = signatures.get(call)?.parameters.length === 0;
  if (call === "" || (words === undefined && !rest.startsWith("=")))
    throw new LineError("this is not a call with its result, such as `setpgid(0, 0) = -1 EPERM`");
  if (words === undefined && signatures.has(call) && !takesNone)
    return { call, answer: answerIn(readStep(`${INIT}: wait() ${rest}`, [])), pattern: undefined };
  const written = words?.match(word)?.map((each) => each.trim()) ?? [];
  const named = written.map((each, i) => nameFor(each, call, i));
  const free = new Set([actor ?? somebody, ...namesIn(named, call, "process")]);
  const terminals = new Set(namesIn(named, call, "terminal"));
  const arguments_ = named.filter((each) => each !== "").join(", ");
  const step = readStep(`${actor ?? somebody}: ${call}(${arguments_}) ${rest}`, [
    ...[...free].filter((name) => !reserved.has(name)).map((name) => `${INIT}: fork() = ${name}`),
    ...[...terminals].map((name) => `${INIT}: openpty() = ${name}`),
  ]);
  const pattern: Pattern = {
    step,
    free: [...free].filter((name) => !reserved.has(name)),
    terminals: [...terminals],
    actorNamed: actor !== undefined,
  };
  return { call, answer: answerIn(step), pattern };
}

function answerIn({ expectation }: Step): Answer | undefined {
  return expectation?.answers[0];
}

/** A number that some process or descriptor had, as a name; everything else as it is. */
function nameFor(text: string, call: string, index: number): string {
  const kind = kindOf(call, index);
  if (kind?.names === "terminal") return /^\d+$/.test(text) ? terminal : text;
  const [, sign, digits] = /^(-?)([1-9]\d*)$/.exec(text) ?? [];
  if (digits === undefined || Number(digits) === INT_MAX) return text;
  const group = call === "kill" || call === "waitpid";
  if (kind?.names === undefined || (sign === "-" && !group)) return text;
  if (digits === "1") return sign === "" ? OUTSIDE : text;
  return `${sign}pid_${digits}`;
}

const reserved = new Set([INIT, OUTSIDE, UNUSED]);

/** The names that stand where a process, or a terminal, is wanted. */
function namesIn(
  words: readonly string[],
  call: string,
  what: "process" | "terminal",
): readonly string[] {
  return words.flatMap((text, index) => {
    if (kindOf(call, index)?.names !== what) return [];
    return /^-?([a-z][a-z0-9_]*)(\.master)?$/.exec(text)?.[1] ?? [];
  });
}

/** The step, read as the last one of a trace in which its names are bound. */
function readStep(text: string, binding: readonly string[]): Step {
  try {
    const step = stepsOf(parse([...binding, text, ""].join("\n"), "line")).at(-1);
    if (step) return step;
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    const [problem] = error.problems;
    const expected = problem?.expected === undefined ? "" : `; expected ${problem.expected}`;
    throw new LineError(`${problem?.message ?? error.message}${expected}`);
  }
  throw new LineError("this line is empty");
}

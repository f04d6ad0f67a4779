import { kindOf } from "../trace/calls.js";
import {
  INIT,
  INT_MAX,
  OUTSIDE,
  parse,
  type Step,
  stepsOf,
  TraceError,
  UNUSED,
} from "../trace/index.js";

/** A line that is not a call with its result. */
export class LineError extends Error {
  override readonly name = "LineError";
}

/** A call of which the names stand for any process. */
export interface Pattern {
  readonly step: Step;
  /** The names that any process can stand for. Two names stand for two processes. */
  readonly free: readonly string[];
  /**
   * Whether the line says who makes the call. If not, the caller can be any process, one of the
   * named included.
   */
  readonly actorNamed: boolean;
}

/** What strace writes in front of a line, and what it adds to an error. */
const straceHead = /^((\[pid\s+\d+\]|\d+)\s+)?(\d\d:\d\d:\d\d(\.\d+)?\s+)?/;
const straceTail = /(?<=-1 E[A-Z0-9]+)\s*\(.*\)$/;

const form =
  /^(?:(?<actor>[a-z][a-z0-9_]*):\s*)?(?<call>[a-z_][a-z0-9_]*)\s*\((?<words>[^()]*)\)\s*(?<rest>.*)$/;

/** The name of the caller where the line has none. */
const somebody = "somebody";

/**
 * Reads a line such as `setpgid(0,0) = -1 EPERM`, `shell: setpgid(job, job) = -1 EACCES` or one of
 * strace's. Numbers of processes are taken for names: the same number for the same process.
 *
 * @throws {LineError} if it is none
 */
export function readLine(line: string): Pattern {
  const bare = line.trim().replace(straceHead, "").replace(straceTail, "");
  const { actor, call, words, rest } = form.exec(bare)?.groups ?? {};
  if (call === undefined || words === undefined) {
    throw new LineError("this is not a call with its result, such as `setpgid(0, 0) = -1 EPERM`");
  }
  const written = words.split(",").map((word) => word.trim());
  const named = written.map((word, i) => nameFor(word, call, i));
  const free = names(actor ?? somebody, named);
  const step = `${actor ?? somebody}: ${call}(${named.filter((word) => word !== "").join(", ")}) ${rest}`;
  return { step: readStep(step, free), free, actorNamed: actor !== undefined };
}

/** A number that some process had, as a name; everything else as it is. */
function nameFor(word: string, call: string, index: number): string {
  const [, sign, digits] = /^(-?)([1-9]\d*)$/.exec(word) ?? [];
  if (digits === undefined || Number(digits) === INT_MAX) return word;
  const group = call === "kill" || call === "waitpid";
  if (!kindOf(call, index)?.names || (sign === "-" && !group)) return word;
  if (digits === "1") return sign === "" ? OUTSIDE : word;
  return `${sign}pid_${digits}`;
}

const reserved = new Set([INIT, OUTSIDE, UNUSED]);

function names(actor: string, words: readonly string[]): string[] {
  const mentioned = words.flatMap((word) => /^-?([a-z][a-z0-9_]*)$/.exec(word)?.[1] ?? []);
  const all = [actor, ...mentioned].filter((name) => !reserved.has(name) && name !== "missing");
  return [...new Set(all)];
}

/** The step, read as the last one of a trace in which its names are bound. */
function readStep(text: string, free: readonly string[]): Step {
  const binding = free.map((name) => `${INIT}: fork() = ${name}`);
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

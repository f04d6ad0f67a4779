import type {
  Completion,
  Effect,
  Errno,
  Outcome,
  Process,
  ProcessState,
  Signal,
  WaitStatus,
} from "../../wasm/glue/interfaces/retinue-kernel-types.js";

/** One line of the answer to a trace, at the level of numbers. */
export type Reply =
  | {
      readonly kind: "begin";
      readonly serial: number;
      readonly init: number;
      readonly outside: number;
      readonly unused: number;
    }
  | { readonly kind: "step"; readonly number: number; readonly outcome: Outcome }
  /** `function` is the call that a process comes back from. */
  | { readonly kind: "effect"; readonly effect: Effect; readonly function?: string }
  | { readonly kind: "row"; readonly process: Process }
  | {
      readonly kind: "end";
      readonly serial: number;
      readonly how: End;
      readonly step?: number;
      readonly reason: string;
    };

/** How a trace ended. `hung`: a step had not settled by the deadline. */
export type End = "done" | "skipped" | "broken" | "hung";

const patterns: readonly [RegExp, (words: readonly string[]) => Reply][] = [
  [
    /^begin (\d+) init=(\d+) outside=(\d+) unused=(\d+)$/,
    ([serial, init, outside, unused]) => ({
      kind: "begin",
      serial: Number(serial),
      init: Number(init),
      outside: Number(outside),
      unused: Number(unused),
    }),
  ],
  [
    /^step (\d+) (.+)$/,
    ([number, outcome = ""]) => ({
      kind: "step",
      number: Number(number),
      outcome: readOutcome(outcome),
    }),
  ],
  [
    /^died (\d+) (.+)$/,
    ([process, status = ""]) => ({
      kind: "effect",
      effect: { tag: "died", val: { process: Number(process), status: readStatus(status) } },
    }),
  ],
  [
    /^resumed (\d+) (\w+) (.+)$/,
    ([process, name = "", completion = ""]) => ({
      kind: "effect",
      effect: {
        tag: "resumed",
        val: { process: Number(process), completion: readCompletion(completion) },
      },
      function: name,
    }),
  ],
  [
    /^row (\d+) (running|blocked|stopped|zombie) (\d+) (\d+) (\d+)$/,
    ([pid, state, parent, group, session]) => ({
      kind: "row",
      process: {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        state: state as ProcessState,
        execed: false, // no kernel shows it
      },
    }),
  ],
  [
    /^end (\d+) (done|skipped|broken|hung) (\d+|-) ?(.*)$/,
    ([serial, how, step, reason = ""]) => ({
      kind: "end",
      serial: Number(serial),
      how: how as End,
      ...(step !== "-" && { step: Number(step) }),
      reason,
    }),
  ],
];

/**
 * Reads one line of the answer to a trace.
 *
 * @throws {Error} if it makes no sense
 */
export function readReply(line: string): Reply {
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(line);
    if (match) return read(match.slice(1));
  }
  throw new Error("this is not a reply");
}

function readOutcome(text: string): Outcome {
  if (text === "blocked" || text === "gone" || text === "not-run") return { tag: text };
  return { tag: "completed", val: readCompletion(text) };
}

function readCompletion(text: string): Completion {
  const [, value, child, status, errno] =
    /^(?:value (-?\d+)|report (\d+) (.+)|error (E\w+))$/.exec(text) ?? [];
  if (value !== undefined) return { tag: "returned", val: Number(value) };
  if (status !== undefined)
    return { tag: "reported", val: { child: Number(child), status: readStatus(status) } };
  if (errno !== undefined)
    return {
      tag: "refused",
      val: { errno: errno.toLowerCase() as Errno },
    };
  throw new Error("this is not how a call ends");
}

function readStatus(text: string): WaitStatus {
  const [, code, signal] = /^(?:exited (\d+)|killed (SIG\w+))$/.exec(text) ?? [];
  if (code !== undefined) return { tag: "exited", val: Number(code) };
  if (signal !== undefined) return { tag: "killed", val: signal.toLowerCase() as Signal };
  throw new Error("this is not how a process ends");
}

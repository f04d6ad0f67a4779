import type {
  Completion,
  Disposition,
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
  /** It was otherwise before the step: what happens in between is not told. */
  | { readonly kind: "stopped" | "continued"; readonly process: number }
  /** `hidden`: this kernel does not show which terminal the process has. */
  | { readonly kind: "row"; readonly process: Process; readonly hidden: boolean }
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
    /^caught (\d+) (SIG\w+)$/,
    ([process, signal = ""]) => ({
      kind: "effect",
      effect: { tag: "caught", val: { process: Number(process), signal: signalNamed(signal) } },
    }),
  ],
  [
    /^(stopped|continued) (\d+)$/,
    ([kind, process]) => ({
      kind: kind as "stopped" | "continued",
      process: Number(process),
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
    /^row (\d+) (running|blocked|stopped|zombie) (\d+) (\d+) (\d+) (\d+|[-?]) (\d+|[-?])$/,
    ([pid, state, parent, group, session, terminal, foreground]) => ({
      kind: "row",
      process: {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        session: Number(session),
        state: state as ProcessState,
        execed: false, // no kernel shows it
        ...(isNumber(terminal) && { terminal: Number(terminal) }),
        foreground: isNumber(foreground) ? Number(foreground) : 0,
      },
      hidden: terminal === "?",
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

function isNumber(text = ""): boolean {
  return /^\d+$/.test(text);
}

function readOutcome(text: string): Outcome {
  if (text === "blocked" || text === "gone" || text === "not-run") return { tag: text };
  return { tag: "completed", val: readCompletion(text) };
}

function readCompletion(text: string): Completion {
  if (text === "untouched") return { tag: "untouched" };
  const [, word, rest = ""] = /^(value|report|error|set|disposition) (.+)$/.exec(text) ?? [];
  const completion = word === undefined ? undefined : completions[word]?.(rest);
  if (completion) return completion;
  throw new Error("this is not how a call ends");
}

/** What a call gives, by the word that it begins with. */
const completions: Readonly<Record<string, (text: string) => Completion | undefined>> = {
  value: (text) => (/^-?\d+$/.test(text) ? { tag: "returned", val: Number(text) } : undefined),
  report(text) {
    const [, child, status] = /^(\d+) (.+)$/.exec(text) ?? [];
    if (status === undefined) return undefined;
    return { tag: "reported", val: { child: Number(child), status: readStatus(status) } };
  },
  error: (text) =>
    /^E\w+$/.test(text)
      ? { tag: "refused", val: { errno: text.toLowerCase() as Errno } }
      : undefined,
  set(text) {
    const names = text === "-" ? [] : text.split(",");
    return {
      tag: "listed",
      val: Object.fromEntries(names.map((name) => [signalNamed(name), true])),
    };
  },
  disposition: (text) =>
    /^(default|ignore|catch)$/.test(text)
      ? { tag: "disposed", val: text as Disposition }
      : undefined,
};

function readStatus(text: string): WaitStatus {
  if (text === "continued") return { tag: "continued" };
  const [, code, how, signal = ""] =
    /^(?:exited (\d+)|(killed|stopped) (SIG\w+|\?))$/.exec(text) ?? [];
  if (code !== undefined) return { tag: "exited", val: Number(code) };
  if (how === "killed") return { tag: how, val: signalNamed(signal) };
  if (how === "stopped") return { tag: how, val: signalNamed(signal) };
  throw new Error("this is not what becomes of a process");
}

function signalNamed(name: string): Signal {
  return name.toLowerCase() as Signal;
}

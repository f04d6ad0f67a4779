import type { Signal } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import { hint } from "./nearest.js";

/**
 * What a signal does to a process by default. `differs`: ends it on some systems and does nothing
 * on others.
 */
export type DefaultAction = "ends" | "stops" | "continues" | "nothing" | "differs";

/**
 * The signals of the component's interface, as they are written and in its order. A missing or
 * foreign one does not compile.
 */
const known: Record<Uppercase<Signal>, DefaultAction> = {
  SIGHUP: "ends",
  SIGINT: "ends",
  SIGQUIT: "ends",
  SIGILL: "ends",
  SIGTRAP: "ends",
  SIGABRT: "ends",
  SIGBUS: "ends",
  SIGFPE: "ends",
  SIGKILL: "ends",
  SIGUSR1: "ends",
  SIGSEGV: "ends",
  SIGUSR2: "ends",
  SIGPIPE: "ends",
  SIGALRM: "ends",
  SIGTERM: "ends",
  SIGCHLD: "nothing",
  SIGCONT: "continues",
  SIGSTOP: "stops",
  SIGTSTP: "stops",
  SIGTTIN: "stops",
  SIGTTOU: "stops",
  SIGURG: "nothing",
  SIGXCPU: "ends",
  SIGXFSZ: "ends",
  SIGVTALRM: "ends",
  SIGPROF: "ends",
  SIGWINCH: "nothing",
  SIGIO: "differs",
  SIGPWR: "differs",
  SIGSYS: "ends",
};

const actions: ReadonlyMap<string, DefaultAction> = new Map(Object.entries(known));
const places: ReadonlyMap<string, number> = new Map(
  Object.keys(known).map((name, place) => [name, place]),
);

/** Every signal a trace may use. */
export const signals: readonly string[] = [...actions.keys()].filter(
  (name) => actions.get(name) !== "differs",
);

/** Every signal there is a name for. */
export const namedSignals: readonly string[] = [...actions.keys()];

/** What a signal does by default; undefined if there is none of that name. */
export function defaultActionOf(name: string): DefaultAction | undefined {
  return actions.get(name);
}

/** No process can catch, ignore or block it. */
export function isFixed(name: string): boolean {
  return name === "SIGKILL" || name === "SIGSTOP";
}

/** The signals in the order of the component's interface, which is the one they are written in. */
export function sortedSignals(names: Iterable<string>): string[] {
  return [...names].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The place of a signal in the component's interface. */
export function placeOf(name: string): number {
  return places.get(name) ?? places.size;
}

/** What is wrong with a word as the name of a signal; undefined if nothing is. */
export function signalComplaint(word: string): string | undefined {
  switch (actions.get(word)) {
    case undefined:
      return `\`${word}\` is not a signal${hint(word, signals)}`;
    case "differs":
      return `\`${word}\` is not for traces: some systems end a process by it and others ignore it`;
    default:
      return undefined;
  }
}

/** What is wrong with a signal as the one that ended or stopped a process. */
export function actionComplaint(word: string, action: "ends" | "stops"): string | undefined {
  const complaint = signalComplaint(word);
  if (complaint !== undefined || actions.get(word) === action) return complaint;
  return `\`${word}\` never ${action} a process`;
}

/** What is wrong with a signal as one whose handler ran. */
export function caughtComplaint(word: string): string | undefined {
  return isFixed(word) ? `\`${word}\` cannot be caught` : signalComplaint(word);
}

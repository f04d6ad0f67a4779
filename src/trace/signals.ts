import type { Signal } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import { hint } from "./nearest.js";

/**
 * `ends`: ends the process by default, everywhere. `later`: has another default action, which
 * nothing here models yet.
 */
type Standing = "ends" | "later";

/**
 * The signals of the component's interface, as they are written. A missing or foreign one does not
 * compile.
 */
const known: Record<Uppercase<Signal>, Standing> = {
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
  SIGCHLD: "later",
  SIGCONT: "later",
  SIGSTOP: "later",
  SIGTSTP: "later",
  SIGTTIN: "later",
  SIGTTOU: "later",
  SIGURG: "later",
  SIGXCPU: "ends",
  SIGXFSZ: "ends",
  SIGVTALRM: "ends",
  SIGPROF: "ends",
  SIGWINCH: "later",
  // These two end a process on some systems and are ignored on others.
  SIGIO: "later",
  SIGPWR: "later",
  SIGSYS: "ends",
};

const standings: ReadonlyMap<string, Standing> = new Map(Object.entries(known));

/** Every signal a trace may use. */
export const signals: readonly string[] = [...standings.keys()].filter(
  (name) => standings.get(name) === "ends",
);

/** What is wrong with a word as the name of a signal; undefined if nothing is. */
export function signalComplaint(word: string): string | undefined {
  switch (standings.get(word)) {
    case "ends":
      return undefined;
    case "later":
      return `\`${word}\` is not modelled yet: only signals that end a process are`;
    case undefined:
      return `\`${word}\` is not a signal${hint(word, signals)}`;
  }
}

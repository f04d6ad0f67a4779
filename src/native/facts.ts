/**
 * What keeps a trace from the rest of the machine: a PID namespace of its own, or a subreaper above
 * it.
 */
export type Isolation = "namespace" | "subreaper";

/** What an agent found where it runs. */
export interface AgentFacts {
  /** The version of the protocol it speaks. */
  readonly version: number;
  /** What it really obtained. */
  readonly isolation: Isolation;
  /**
   * Where it sees processes. `-inexact` behind it: this kernel does not show how a zombie ended, or
   * when a process wakes.
   */
  readonly observer: string;
  /** Orphans really come to the nearest subreaper. */
  readonly subreaper: boolean;
  /** The next pid can be chosen. */
  readonly nextPid: boolean;
  /** A process can have a second thread. */
  readonly threads: boolean;
  /** A process can become another user. */
  readonly users: boolean;
  /** A terminal can be made. */
  readonly terminals: boolean;
  /** Name, release and machine, as the kernel says itself. */
  readonly kernel: string;
}

const form = /^hello version=(\d+) (.*)kernel=(.+)$/;

/**
 * Reads the line that an agent starts with.
 *
 * @throws {Error} if it is none
 */
export function readHello(line: string): AgentFacts {
  const [, version, facts = "", kernel] = form.exec(line) ?? [];
  const given = new Map(facts.split(" ").map((fact) => fact.split("=") as [string, string]));
  const isolation = given.get("isolation");
  const observer = given.get("observer");
  const isKnown = isolation === "namespace" || isolation === "subreaper";
  if (!kernel || !observer || !isKnown) throw new Error("this is not the hello of an agent");
  const has = (fact: string) => given.get(fact) === "yes";
  return {
    version: Number(version),
    isolation,
    observer,
    subreaper: has("subreaper"),
    nextPid: has("next-pid"),
    threads: has("threads"),
    users: has("users"),
    terminals: has("terminals"),
    kernel,
  };
}

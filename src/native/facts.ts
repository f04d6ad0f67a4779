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
  /** Name, release and machine, as the kernel says itself. */
  readonly kernel: string;
}

const form =
  /^hello version=(\d+) isolation=(namespace|subreaper) observer=(\S+) subreaper=(yes|no) next-pid=(yes|no) threads=(yes|no) kernel=(.+)$/;

/**
 * Reads the line that an agent starts with.
 *
 * @throws {Error} if it is none
 */
export function readHello(line: string): AgentFacts {
  const [, version, isolation, observer, subreaper, nextPid, threads, kernel] =
    form.exec(line) ?? [];
  if (!version || !observer || !kernel) throw new Error("this is not the hello of an agent");
  return {
    version: Number(version),
    isolation: isolation as Isolation,
    observer,
    subreaper: subreaper === "yes",
    nextPid: nextPid === "yes",
    threads: threads === "yes",
    kernel,
  };
}

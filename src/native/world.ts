import type { Trace } from "../trace/ast.js";
import { listOf } from "../trace/index.js";
import type { Transcript, World } from "../world.js";
import { AgentError } from "./agent-error.js";
import { localAgent } from "./agent-path.js";
import { commandFor, splitCommand } from "./command-line.js";
import { Connection } from "./connection.js";
import type { AgentFacts, Isolation } from "./facts.js";
import { greet } from "./greet.js";
import { TranscriptReader } from "./reader.js";
import { requestFor } from "./request.js";

/** What an agent may take beyond the deadline of a trace, in milliseconds. */
const grace = 3_000;

/** How to reach a kernel. */
export interface NativeOptions {
  /**
   * A command that runs the agent where the kernel is, split into words like a shell's. `{agent}`
   * in it is the agent.
   */
  readonly via?: string | undefined;
  /** The path of the agent there; by default that of the agent built for this machine. */
  readonly agent?: string | undefined;
  /** By default a namespace where one can be had. */
  readonly isolation?: Isolation | undefined;
  /** How long one trace may take, in milliseconds. 5000 by default. */
  readonly deadline?: number | undefined;
}

/** What a trace can need, by the word in its `needs`. */
const needs: Record<string, { met(facts: AgentFacts): boolean; lack: string }> = {
  namespace: {
    met: ({ isolation }) => isolation === "namespace",
    lack: "a PID namespace, and there is none here",
  },
  subreaper: {
    met: ({ subreaper }) => subreaper,
    lack: "a subreaper, and this kernel has none that works",
  },
  threads: {
    met: ({ threads }) => threads,
    lack: "a second thread, and none can be started here",
  },
  users: {
    met: ({ users }) => users,
    lack: "another user to become, and there is none here",
  },
  terminals: {
    met: ({ terminals }) => terminals,
    lack: "a terminal, and none can be made here",
  },
};

/** A real kernel, reached through an agent that runs on it. One trace runs at a time. */
export class NativeWorld implements World {
  private serial = 0;
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly start: () => Connection,
    private readonly isolation: Isolation | "auto",
    private readonly deadline: number,
    private connection: Connection,
    /** What the agent found. */
    readonly facts: AgentFacts,
  ) {}

  /**
   * Starts an agent.
   *
   * @throws {AgentError} if there is none, or it does not start
   * @throws {SyntaxError} if a quote in `via` is not closed
   */
  static async open(options: NativeOptions = {}): Promise<NativeWorld> {
    splitCommand(options.via ?? ""); // a bad command is found before anything is built
    const command = commandFor(options.agent ?? (await localAgent()), options.via);
    const isolation = options.isolation ?? "auto";
    const start = () => new Connection(command);
    const connection = start();
    try {
      const facts = await greet(connection, isolation);
      return new NativeWorld(start, isolation, options.deadline ?? 5_000, connection, facts);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** The process ID of the agent, or of the command in front of it. */
  get pid(): number | undefined {
    return this.connection.pid;
  }

  /**
   * Runs a trace. If the kernel under it locks up, the trace is broken and the next one gets a new
   * agent.
   *
   * @throws {AgentError} if the agent dies or answers rubbish, or does not answer at all
   */
  run(trace: Trace): Promise<Transcript> {
    const result = this.last.then(() => this.runNow(trace));
    this.last = result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async runNow(trace: Trace): Promise<Transcript> {
    const reason = this.lacking(trace);
    if (reason) return { observations: [], obstacle: { kind: "skipped", reason } };
    const serial = ++this.serial;
    const reader = new TranscriptReader(trace, serial, this.deadline);
    const request = requestFor(trace, serial, this.deadline);
    const patience = this.deadline + grace;
    try {
      await this.connection.exchange(request, (line) => reader.take(line), patience);
    } catch (error) {
      if (!(error instanceof AgentError && error.failure === "hung" && reader.begun)) throw error;
      reader.breakOff(`no answer for ${patience / 1000} s`);
      await this.restart();
    }
    return reader.transcript;
  }

  private async restart(): Promise<void> {
    await this.connection.close();
    this.connection = this.start();
    await greet(this.connection, this.isolation);
  }

  /** What the trace needs and this kernel does not have; undefined if it has everything. */
  private lacking(trace: Trace): string | undefined {
    const unmet = listOf(trace, "needs").find((need) => needs[need]?.met(this.facts) === false);
    return unmet && `needs ${needs[unmet]?.lack}`;
  }
}

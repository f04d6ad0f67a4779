import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { AgentError, type Failure } from "./agent-error.js";

/** In front of what goes to the agent. */
const requestPrefix = "retinue> ";
/** In front of what comes from it. Other lines belong to whatever stands between. */
const replyPrefix = "retinue< ";

/** More characters than any line has: whatever stands between may send something without an end. */
const longestLine = 1024 * 1024;

/** How long an agent may take to die, in milliseconds. */
const farewell = 5_000;
/** How long output may keep coming when the process that was started is dead, in milliseconds. */
const echo = 1_000;

interface Waiter {
  readonly take: (line: string) => boolean;
  readonly done: () => void;
  readonly fail: (error: AgentError) => void;
}

/**
 * The lines to and from an agent that runs. The first thing that goes wrong ends it: from then on
 * every exchange fails with the same error.
 */
export class Connection {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<void>;
  private waiter: Waiter | undefined;
  private error: AgentError | undefined;
  private stderr = "";
  /** Lines without the prefix: a login message, a word of the command in front. */
  private readonly others: string[] = [];
  /** So many bytes have come since the last end of a line. */
  private unended = 0;

  constructor(command: readonly string[]) {
    const [program = "", ...words] = command;
    this.child = spawn(program, words, { stdio: "pipe" });
    this.child.stderr.setEncoding("utf8").on("data", (text) => {
      this.stderr = (this.stderr + text).slice(-16_384);
    });
    this.child.stdin.on("error", () => {}); // the end of the process says it better
    this.child.stdout.on("data", (chunk: Buffer) => this.measure(chunk));
    createInterface({ input: this.child.stdout }).on("line", (line) => this.receive(line));
    this.ended = new Promise((resolve) => {
      this.child.on("error", (error) => {
        this.fail(
          "absent",
          `The agent could not be started: ${error.message}`,
          "Check the command",
        );
        resolve();
      });
      this.child.on("exit", () => setTimeout(() => this.release(), echo).unref());
      this.child.on("close", (code, signal) => {
        const how = signal ? `was killed by ${signal}` : `ended with status ${code}`;
        const advice = `It was started as \`${command.join(" ")}\``;
        this.fail("died", `The agent ${how}${this.remark()}`, advice);
        resolve();
      });
    });
  }

  /** The process ID of the agent, or of the command in front of it. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Sends lines and takes replies, one after the other, until `take` returns true.
   *
   * @param take throws an Error if a reply makes no sense
   * @param patience in milliseconds
   * @param advice what to do if that is over, a sentence without its full stop
   * @throws {AgentError}
   */
  async exchange(
    lines: readonly string[],
    take: (line: string) => boolean,
    patience: number,
    advice = "It was killed; a longer deadline may help",
  ): Promise<void> {
    if (this.error) throw this.error;
    const watchdog = setTimeout(() => {
      const seen = `The agent did not answer for ${patience / 1000} s${this.remark()}`;
      this.fail("hung", seen, advice);
    }, patience);
    try {
      await new Promise<void>((done, fail) => {
        this.waiter = { take, done, fail };
        this.child.stdin.write(lines.map((line) => `${requestPrefix}${line}\n`).join(""));
      });
    } finally {
      clearTimeout(watchdog);
      this.waiter = undefined;
    }
  }

  /** Ends the agent, and with it everything it started. */
  async close(): Promise<void> {
    this.error ??= new AgentError("closed", "The agent was closed", "Open another world");
    this.waiter?.fail(this.error);
    this.child.stdin.end();
    const watchdog = setTimeout(() => this.child.kill("SIGKILL"), farewell);
    await this.ended;
    clearTimeout(watchdog);
  }

  private measure(chunk: Buffer): void {
    const end = chunk.lastIndexOf("\n");
    this.unended = end < 0 ? this.unended + chunk.length : chunk.length - end;
    if (this.unended <= longestLine) return;
    const seen = `The agent sent ${this.unended} bytes and no end of a line`;
    this.fail("rubbish", seen, "Check the command in front of it");
    this.release();
  }

  private receive(line: string): void {
    if (!line.startsWith(replyPrefix)) {
      if (this.others.length < 5) this.others.push(line.slice(0, 100));
      return;
    }
    const reply = line.slice(replyPrefix.length).trimEnd();
    try {
      if (this.waiter?.take(reply)) this.waiter.done();
    } catch (error) {
      const seen = `The agent answered \`${reply.slice(0, 100)}\`: ${(error as Error).message}`;
      this.fail("rubbish", seen, "Use the agent of this version of retinue");
    }
  }

  private fail(failure: Failure, seen: string, advice: string): void {
    this.error ??= new AgentError(failure, seen, advice, this.stderr);
    this.child.kill("SIGKILL");
    this.waiter?.fail(this.error);
  }

  /** Lets go of streams that something else still holds open. */
  private release(): void {
    for (const stream of [this.child.stdin, this.child.stdout, this.child.stderr]) stream.destroy();
  }

  private remark(): string {
    if (this.others.length === 0) return "";
    return ` and said ${this.others.map((line) => `\`${line}\``).join(", ")}`;
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { AgentError } from "./agent-error.js";

/** In front of what goes to the agent. */
const requestPrefix = "retinue> ";
/** In front of what comes from it. Other lines belong to whatever stands between. */
const replyPrefix = "retinue< ";

/** How long a dying agent may take, in milliseconds. */
const farewell = 5_000;

interface Waiter {
  readonly take: (line: string) => boolean;
  readonly done: () => void;
  readonly fail: (error: AgentError) => void;
}

/**
 * The lines to and from an agent that runs. The first thing that goes wrong ends the connection: from then on every
 * exchange fails with the same error.
 */
export class Connection {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<void>;
  private waiter: Waiter | undefined;
  private failure: AgentError | undefined;
  private stderr = "";
  /** Lines without the prefix: a login message, a word of the command in front. */
  private readonly others: string[] = [];

  constructor(command: readonly string[]) {
    const [program = "", ...words] = command;
    this.child = spawn(program, words, { stdio: "pipe" });
    this.child.stderr.setEncoding("utf8").on("data", (text) => {
      this.stderr = (this.stderr + text).slice(-16_384);
    });
    this.child.stdin.on("error", () => {}); // the end of the process says it better
    createInterface({ input: this.child.stdout }).on("line", (line) => this.receive(line));
    this.ended = new Promise((resolve) => {
      this.child.on("error", (error) => {
        this.fail(`The agent could not be started: ${error.message}`, "Check --via and --agent");
        resolve();
      });
      this.child.on("close", (code, signal) => {
        this.fail(
          `The agent ${signal ? `was killed by ${signal}` : `ended with status ${code}`}${this.remark()}`,
          `It was started as \`${command.join(" ")}\`; \`retinue doctor\` tries it step by step`,
        );
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
   * @throws {AgentError}
   */
  async exchange(
    lines: readonly string[],
    take: (line: string) => boolean,
    patience: number,
  ): Promise<void> {
    if (this.failure) throw this.failure;
    const what = `The agent did not answer for ${patience / 1000} s`;
    const watchdog = setTimeout(
      () => this.fail(what, "It was killed; a longer deadline may help"),
      patience,
    );
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
    this.failure ??= new AgentError("The agent was closed", "Open a new world");
    this.child.stdin.end();
    const watchdog = setTimeout(() => this.child.kill("SIGKILL"), farewell);
    await this.ended;
    clearTimeout(watchdog);
  }

  private receive(line: string): void {
    if (!line.startsWith(replyPrefix)) {
      if (this.others.length < 5) this.others.push(line);
      return;
    }
    const reply = line.slice(replyPrefix.length).trimEnd();
    try {
      if (this.waiter?.take(reply)) this.waiter.done();
    } catch (error) {
      this.fail(
        `The agent answered \`${reply.slice(0, 100)}\`: ${(error as Error).message}`,
        "Use the agent of this version of retinue",
      );
    }
  }

  private fail(seen: string, advice: string): void {
    this.failure ??= new AgentError(seen, advice, this.stderr);
    this.child.kill("SIGKILL");
    this.waiter?.fail(this.failure);
  }

  private remark(): string {
    return this.others.length > 0
      ? ` and said ${this.others.map((line) => `\`${line}\``).join(", ")}`
      : "";
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { buildAgent } from "../../src/native/agent/build.mjs";

// An agent that is spoken to in its own words, so that nothing stands between a test and the kernel.

/** Calls whose value is a process or a group. */
const giveIds = new Set(["fork", "getpid", "getppid", "getpgrp", "getpgid", "getsid", "setsid"]);
const giveTerminalIds = new Set(["tcgetpgrp", "tcgetsid"]);

/** What the agent said of one step: the outcome, then the effects, then the rows. */
export interface StepReply {
  readonly outcome: string;
  readonly effects: readonly string[];
  readonly rows: readonly string[];
}

export class DirectAgent {
  readonly hello: string;
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private serial = 0;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, hello: string) {
    this.child = child;
    this.lines = lines;
    this.hello = hello;
  }

  /** Starts an agent, by `command` if given: the words before and the agent's path. */
  static async open(isolation: string, options: { uid?: number; path?: string } = {}) {
    const path = options.path ?? (await buildAgent({ log: () => {} })).path;
    if (path === undefined) throw new Error("the agent cannot be built here");
    const child = spawn(path, [], {
      stdio: ["pipe", "pipe", "inherit"],
      ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
    });
    const reader: Interface = createInterface({ input: child.stdout });
    const lines = reader[Symbol.asyncIterator]();
    child.stdin?.write(`retinue> start 2 isolation=${isolation}\n`);
    const { value } = await lines.next();
    return new DirectAgent(child, lines, String(value));
  }

  has(fact: string): boolean {
    return this.hello.includes(` ${fact}=yes `);
  }

  /** Makes the steps, each in the words of the protocol: `init fork shell`. */
  async run(steps: readonly string[], deadline = 5000): Promise<Transcript> {
    const serial = ++this.serial;
    const request = [
      `trace ${serial} ${deadline}`,
      ...steps.map((step, number) => `step ${number} ${step}`),
      `end ${steps.length}`,
    ];
    this.child.stdin?.write(request.map((line) => `retinue> ${line}\n`).join(""));
    const replies: string[] = [];
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done) throw new Error(`the agent ended after ${replies.join("; ")}`);
      const line = String(value).replace(/^retinue< /, "");
      replies.push(line);
      if (line.startsWith("end ")) return new Transcript(steps, replies);
    }
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.stdin?.end();
    await ended;
  }
}

/** What an agent said of a trace, with the names of the trace in place of numbers. */
export class Transcript {
  readonly steps: StepReply[] = [];
  readonly end: string;
  private readonly names = new Map<string, string>();

  constructor(
    private readonly requests: readonly string[],
    replies: readonly string[],
  ) {
    for (const line of replies) this.take(line);
    this.end = (replies.at(-1) ?? "").replace(/^end \d+ /, "").trim();
  }

  /** Outcome and effects of every step, each below the step it belongs to. */
  get text(): string[] {
    return this.steps.flatMap(({ outcome, effects }, i) => [
      `${this.requests[i]} = ${outcome}`,
      ...effects.map((effect) => `  ${effect}`),
    ]);
  }

  /** The rows after the last step: `name state parent group session terminal foreground`. */
  get rows(): readonly string[] {
    return this.steps.at(-1)?.rows ?? [];
  }

  private take(line: string): void {
    const words = line.split(" ");
    const [kind = "", second = "", third = "", fourth = ""] = words;
    const step = this.steps.at(-1);
    if (kind === "begin") {
      for (const word of words.slice(2)) {
        const [name = "", number = ""] = word.split("=");
        if (name !== "unused") this.names.set(number, name);
      }
    } else if (kind === "step") {
      this.steps.push({ outcome: this.outcome(third, words.slice(3)), effects: [], rows: [] });
    } else if (kind === "row") {
      const [, pid, state, parent, group, session, terminal, foreground] = words;
      const named = [pid, parent, group, session, foreground].map((id) => this.name(id ?? ""));
      const [a, b, c, d, e] = named;
      (step?.rows as string[]).push([a, state, b, c, d, terminal, e].join(" "));
    } else if (kind === "resumed") {
      const outcome = this.completion(third, fourth, words.slice(4));
      (step?.effects as string[]).push(`resumed ${this.name(second)} ${third} ${outcome}`);
    } else if (kind !== "end") {
      (step?.effects as string[]).push([kind, this.name(second), ...words.slice(2)].join(" "));
    }
  }

  private outcome(word: string, rest: readonly string[]): string {
    const request = (this.requests[this.steps.length] ?? "").split(" ");
    const [, call = "", ...words] = request;
    if (call === "fork" && word === "value") this.names.set(rest[0] ?? "", words.at(-1) ?? "");
    return this.completion(call, word, rest);
  }

  private completion(call: string, word: string, rest: readonly string[]): string {
    const [first = "", ...more] = rest;
    const isId = word === "report" || giveIds.has(call) || giveTerminalIds.has(call);
    const shown = isId && word !== "error" ? this.name(first) : first;
    return [word, shown, ...more].join(" ").trim();
  }

  private name(number: string): string {
    return this.names.get(number) ?? number;
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "vitest";
import { buildAgent } from "../../src/native/agent/build.mjs";

// An agent that is spoken to in its own words: nothing stands between a test and the protocol.

/** Calls that give a process or a group. */
const givesId =
  /^(fork|pthread_create|getpid|getppid|getpgrp|getpgid|getsid|setsid|tcgetpgrp|tcgetsid)$/;
const binds = /^(fork|pthread_create)$/;

/** What the agent said of one step, with names in place of numbers. */
interface StepReply {
  readonly outcome: string;
  readonly effects: string[];
  readonly rows: string[];
}

interface Options {
  /** Whom the agent runs as. */
  readonly user?: number;
  /** Another executable than the one that is built here. */
  readonly path?: string;
  /** A command in front of it. */
  readonly via?: readonly string[];
}

export class DirectAgent {
  private serial = 0;

  private constructor(
    readonly child: ChildProcessWithoutNullStreams,
    private readonly lines: AsyncIterator<string>,
    readonly hello: string,
  ) {}

  /** Starts an agent; undefined if this machine cannot give it the isolation. */
  static async open(
    isolation: string,
    { user, path, via = [] }: Options = {},
  ): Promise<DirectAgent | undefined> {
    const command = path ?? (await buildAgent({ log: () => {} })).path;
    if (command === undefined) return undefined;
    const identity = user === undefined ? {} : { uid: user, gid: user };
    const [first = "", ...rest] = [...via, command];
    const child = spawn(first, rest, { stdio: ["pipe", "pipe", "pipe"], ...identity });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stdin.write(`retinue> start 2 isolation=${isolation}\n`);
    const { value } = await lines.next();
    const hello = String(value);
    return hello.includes(" hello ") ? new DirectAgent(child, lines, hello) : undefined;
  }

  has(fact: string): boolean {
    return this.hello.includes(` ${fact}=yes `);
  }

  /** Makes the steps, each in the words of the protocol: `init fork shell`. */
  async run(steps: readonly string[], deadline = 10_000): Promise<Transcript> {
    const request = [
      `trace ${++this.serial} ${deadline}`,
      ...steps.map((step, number) => `step ${number} ${step}`),
      `end ${steps.length}`,
    ];
    this.child.stdin.write(request.map((line) => `retinue> ${line}\n`).join(""));
    const transcript = new Transcript(steps);
    while (transcript.end === undefined) {
      const { value, done } = await this.lines.next();
      if (done) throw new Error(`the agent ended after ${transcript.text.join("; ")}`);
      transcript.take(String(value).replace(/^retinue< /, ""));
    }
    return transcript;
  }

  async close(): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.stdin.end();
    await ended;
  }
}

/** What an agent said of a trace. */
export class Transcript {
  readonly steps: StepReply[] = [];
  /** How the trace ended: `done -`. */
  end: string | undefined;
  private readonly names = new Map<string, string>();

  constructor(private readonly requests: readonly string[]) {}

  /** Every step with its outcome, and its effects below it. */
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

  take(line: string): void {
    const [kind, ...words] = line.split(" ");
    if (kind === "begin") this.begin(words);
    else if (kind === "step") this.step(words);
    else if (kind === "end") this.end = words.slice(1).join(" ").trim();
    else if (kind === "row") this.steps.at(-1)?.rows.push(this.row(words));
    else this.steps.at(-1)?.effects.push(`${kind} ${this.effect(kind === "resumed", words)}`);
  }

  private begin(words: readonly string[]): void {
    for (const word of words) {
      const [name = "", number = ""] = word.split("=");
      if (name === "init" || name === "outside") this.names.set(number, name);
    }
  }

  private step([, word = "", first = "", ...more]: readonly string[]): void {
    const [, call = "", ...given] = this.requests[this.steps.length]?.split(" ") ?? [];
    if (binds.test(call) && word === "value") this.names.set(first, given.at(-1) ?? "");
    const outcome = this.completion(call, [word, first, ...more]);
    this.steps.push({ outcome, effects: [], rows: [] });
  }

  private row([pid, state, parent, group, session, terminal, foreground]: readonly string[]) {
    const ids = [parent, group, session].map((id) => this.name(id));
    return [this.name(pid), state, ...ids, terminal, this.name(foreground)].join(" ");
  }

  private effect(isResumption: boolean, [pid, ...rest]: readonly string[]): string {
    const [call = "", ...completion] = rest;
    const text = isResumption ? `${call} ${this.completion(call, completion)}` : rest.join(" ");
    return `${this.name(pid)} ${text}`.trim();
  }

  private completion(call: string, [word, first, ...more]: readonly string[]): string {
    const isId = word === "report" || (word === "value" && givesId.test(call));
    return [word, isId ? this.name(first) : first, ...more].join(" ").trim();
  }

  private name(number = ""): string {
    return this.names.get(number) ?? number;
  }
}

/** Runs the steps of a transcript and expects it to come back. Returns what was seen. */
export async function holds(agent: DirectAgent, ...lines: string[]): Promise<Transcript> {
  const steps = lines.filter((line) => !line.startsWith(" "));
  const transcript = await agent.run(steps.map((line) => line.replace(/ = .*$/, "")));
  expect(transcript.text).toEqual(lines);
  expect(transcript.end).toBe("done -");
  return transcript;
}

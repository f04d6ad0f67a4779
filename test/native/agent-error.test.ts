import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { AgentError, NativeWorld } from "../../src/native/index.js";
import { parse } from "../../src/trace/index.js";
import { show } from "./show.js";

const fake = fileURLToPath(new URL("fake-agent.mjs", import.meta.url));

let world: NativeWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Opens a world on an agent that goes wrong, with a deadline that does not keep the test waiting. */
async function open(fault: string): Promise<NativeWorld> {
  world = await NativeWorld.open({
    via: `${process.execPath} {agent} ${fault}`,
    agent: fake,
    deadline: 100,
  });
  return world;
}

async function errorOf(promise: Promise<unknown>): Promise<AgentError> {
  const error = await promise.catch((reason) => reason);
  expect(error).toBeInstanceOf(AgentError);
  return error as AgentError;
}

describe("an agent that does not start", () => {
  test.each([
    ["dies-at-once", "died", "The agent ended with status 7"],
    ["other-words", "died", "The agent ended with status 0 and said `Welcome to Fake 1`"],
    ["rubbish-hello", "rubbish", "The agent answered `hello sailor`: this is not the hello"],
    ["refuses", "refused", "The agent refused isolation=namespace: not today"],
    ["never-ends-a-line", "rubbish", /^The agent sent \d{7} bytes and no end of a line/],
  ])("%s: says what was seen", async (fault, failure, message) => {
    const error = await errorOf(open(fault));
    expect(error.message).toMatch(message);
    expect(error.failure).toBe(failure);
  });

  test("its last words are kept", async () => {
    const error = await errorOf(open("dies-at-once"));
    expect(error.message).toContain("no room in the ark");
    expect(error.stderr).toBe("no room in the ark\n");
  });

  test("a command that does not exist is named", async () => {
    const error = await errorOf(NativeWorld.open({ via: "/no/such/command", agent: "agent" }));
    expect(error.message).toContain("/no/such/command ENOENT");
  });

  test("a quote that is not closed is bad input, and nothing is started", async () => {
    await expect(NativeWorld.open({ via: 'ssh "host' })).rejects.toThrow(SyntaxError);
  });
});

describe("an agent that goes wrong in a trace", () => {
  const trace = parse("init: getpid() = init\ninit: getppid() = outside\n");

  test.each([
    ["dies", "died", "The agent was killed by SIGKILL"],
    ["rubbish", "rubbish", "The agent answered `begin one`: this is not a reply"],
    ["another-trace", "rubbish", "this answers another trace"],
    ["no-such-step", "rubbish", "the trace has no such step"],
    ["unknown-errno", "rubbish", "this is not how a call ends"],
    ["hangs", "hung", "The agent did not answer for 3.1 s"],
  ])("%s: says what was seen, from then on", async (fault, failure, message) => {
    const broken = await open(fault);
    const error = await errorOf(broken.run(trace));
    expect(error.message).toContain(message);
    expect(error.failure).toBe(failure);
    expect(await errorOf(broken.run(trace))).toBe(error);
  });

  test("locks-up: the trace is broken at its step, and the next one gets a new agent", async () => {
    const locking = await open("locks-up");
    const shown = "init: getpid() = init\nbroken: `init: getppid()`: no answer for 3.1 s\n";
    const text = "init: getpid() = init\ninit: getppid() = outside\n";
    expect(await show(locking, text)).toBe(shown);
    expect(await show(locking, text)).toBe(shown);
  });

  test("a closed world says so", async () => {
    const closed = await open("hangs");
    const running = errorOf(closed.run(trace));
    await closed.close();
    expect((await running).failure).toBe("closed");
    expect((await errorOf(closed.run(trace))).failure).toBe("closed");
  });
});

import { describe, expect, test } from "vitest";
import {
  decode,
  MAX_LENGTH,
  MAX_LINES,
  MAX_STEPS,
  MAX_WIDTH,
  parse,
  stepsOf,
} from "../../src/trace/index.js";

const step = "init: getpid() = init\n";
const tooLong = "big.trace: too long: a trace has at most 10,000 steps, 100,000 lines and 2 MiB";
const notText = "big.trace: not a text file: a trace is UTF-8 without NUL";

/** The message of the error, and how long it took to come to it. */
function refusal(text: string): { message: string; milliseconds: number } {
  const started = performance.now();
  try {
    parse(text, "big.trace");
  } catch (error) {
    return { message: (error as Error).message, milliseconds: performance.now() - started };
  }
  throw new Error("the text was accepted");
}

describe("a text that is too long gets one message", () => {
  test.each([
    ["a million steps", step.repeat(1_000_000)],
    ["a million empty lines", "\n".repeat(1_000_000)],
    ["one step too many", step.repeat(MAX_STEPS + 1)],
    ["one character too many", `#${"x".repeat(MAX_LENGTH)}`],
  ])("%s", (_, text) => {
    expect(refusal(text).message).toBe(tooLong);
  });

  test("one line that is too long", () => {
    const { message } = refusal(`${step}#${"x".repeat(MAX_WIDTH)}\n`);
    expect(message).toMatch(/^big\.trace:2:4097: too long: a line has at most 4,096 characters\n/);
  });

  test("as long as it may be", () => {
    expect(stepsOf(parse(step.repeat(MAX_STEPS)))).toHaveLength(MAX_STEPS);
    expect(parse(step + "\n".repeat(MAX_LINES - 1)).items).toHaveLength(MAX_LINES);
  });
});

// The bound is ten times what it takes on a slow machine: it tells a slow answer from one that
// grows with the square.
describe("the answer to nonsense comes at once", () => {
  const lines = (line: (index: number) => string) =>
    Array.from({ length: 4_000 }, (_, index) => line(index)).join("\n");
  test.each([
    ["a million lines", step.repeat(1_000_000)],
    ["brackets", `${"(".repeat(MAX_WIDTH - 1)}\n`.repeat(500)],
    ["lines that are no steps", "))% (((\n".repeat(90_000)],
    [
      "names that nothing binds",
      lines((index) => `init: fork() = b${index}\ninit: getpgid(c${index})`),
    ],
    ["calls that do not exist", lines((index) => `init: call${index}()`)],
  ])("%s", (_, text) => {
    expect(refusal(text).milliseconds).toBeLessThan(5_000);
  });
});

describe("bytes that are no text", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);

  test.each([
    ["NUL", bytes(0x69, 0x00, 0x0a)],
    ["a program", bytes(0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x01, 0x00)],
    ["Latin-1", bytes(0x23, 0xe9, 0x0a)],
    ["UTF-16", bytes(0xff, 0xfe, 0x69, 0x00)],
    ["a character cut in half", bytes(0x23, 0xc3)],
  ])("%s", (_, content) => {
    expect(() => decode(content, "big.trace")).toThrow(notText);
  });

  test("too many bytes", () => {
    expect(() => decode(new Uint8Array(MAX_LENGTH + 1).fill(10), "big.trace")).toThrow(tooLong);
  });

  test("a string with NUL", () => {
    expect(refusal("init: getpid()\0\n").message).toBe(notText);
  });

  test("text is text, with or without a byte order mark", () => {
    const text = "init: getpid() = init  # é\n";
    const encoded = new TextEncoder().encode(`\uFEFF${text}`);
    expect(parse(decode(encoded, "a.trace"))).toEqual(parse(text));
    expect(parse(`\uFEFF${text}`)).toEqual(parse(text));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Item, Position, Trace } from "../../src/trace/ast.js";
import { parse, print, TraceError, toTexts } from "../../src/trace/index.js";
import { traces } from "./arbitrary.js";
import { withoutPlaces } from "./compare.js";

/** What a careless hand may put into a trace. */
const scraps = [
  ...'()[]{}|=:,#@?-+<>"\\./ \t\n\r\0\uFEFF',
  "---\n",
  "\n  ",
  "\n    ",
  "\r\n",
  " = ",
  "-1 ",
  "init: ",
  "+++ ",
  "--- ",
  "<... ",
  "<not run>",
  "parallel {\n",
  "}\n",
  "0x",
  "SIGTERM",
  "99",
];

interface Edit {
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    place: fc.nat(1000),
    removed: fc.nat(4),
    inserted: fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 3 })),
  }),
  { minLength: 1, maxLength: 4 },
);

function mutate(text: string, changes: readonly Edit[]): string {
  return changes.reduce((current, { place, removed, inserted }) => {
    const offset = Math.floor((place / 1000) * current.length);
    return current.slice(0, offset) + inserted + current.slice(offset + removed);
  }, text);
}

/**
 * Parses what may not be a trace. Anything but a trace or a well-placed `TraceError` fails the
 * test.
 */
function attempt(text: string): Trace | undefined {
  try {
    return parse(text, "fuzz.trace");
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    const lines = text.replace(/^\uFEFF/, "").split("\n");
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { line, column, sourceLine } of error.problems) {
      if (line === 0) continue;
      expect(sourceLine).toBe(lines[line - 1]?.replace(/\r$/, ""));
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
    return undefined;
  }
}

describe("printing and parsing are inverse", () => {
  test("a printed trace reads as the same trace", () => {
    fc.assert(
      fc.property(traces, (trace) => {
        expect(withoutPlaces(parse(print(trace)))).toEqual(withoutPlaces(trace));
      }),
      { numRuns: 300 },
    );
  });

  test("line ends of other systems change nothing but places", () => {
    fc.assert(
      fc.property(traces, (trace) => {
        const text = print(trace).replaceAll("\n", "\r\n");
        expect(withoutPlaces(parse(`\uFEFF${text}`))).toEqual(withoutPlaces(trace));
      }),
    );
  });

  test("a text that was printed once prints the same for ever", () => {
    fc.assert(
      fc.property(traces, edits, (trace, changes) => {
        const read = attempt(mutate(print(trace), changes));
        if (read) expect(print(parse(print(read)))).toBe(print(read));
      }),
      { numRuns: 500 },
    );
  });
});

describe("no text breaks the parser", () => {
  test("arbitrary strings", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void attempt(text)),
    );
  });

  test("strings of the language's own scraps", () => {
    const texts = fc.array(fc.constantFrom(...scraps), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (parts) => void attempt(parts.join(""))),
      { numRuns: 500 },
    );
  });
});

test("every place is where its text is", () => {
  fc.assert(
    fc.property(traces, (trace) => {
      const text = print(trace);
      for (const { at, starts } of places(parse(text))) {
        expect(text.startsWith(starts, at.offset)).toBe(true);
        const before = text.slice(0, at.offset).split("\n");
        expect(at.line).toBe(before.length);
        expect(at.column).toBe((before.at(-1)?.length ?? 0) + 1);
      }
    }),
  );
});

/** Every place in a trace, and how the text must go on there. */
function places(trace: Trace) {
  return [
    ...trace.fields.map(({ key, at }) => ({ at, starts: `${key}:` })),
    ...trace.items.flatMap(placesOf),
  ];
}

function placesOf(item: Item): { at: Position; starts: string }[] {
  const { at } = item;
  switch (item.kind) {
    case "blank":
      return [{ at, starts: item.comment === undefined ? "\n" : "#" }];
    case "directive":
      return [{ at, starts: `@ ${item.name}` }];
    case "parallel":
      return [{ at, starts: "parallel {" }, ...item.lines.flatMap(placesOf)];
  }
  const { actor, call, overrides } = item;
  const words = toTexts(call);
  return [
    { at, starts: `${actor}: ` },
    { at: call.at, starts: `${call.function}(` },
    ...call.arguments.map((argument, index) => ({ at: argument.at, starts: words[index] ?? "" })),
    ...overrides.map((override) => {
      return { at: override.at, starts: `[${override.profiles.join(", ")}]` };
    }),
  ];
}

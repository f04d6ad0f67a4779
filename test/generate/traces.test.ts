import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Need } from "../../src/generate/needs.js";
import { allNeeds } from "../../src/generate/needs.js";
import { simpler } from "../../src/generate/simpler.js";
import { traces } from "../../src/generate/traces.js";
import { variants } from "../../src/generate/variants.js";
import { type Profile, profileNamed } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import type { Trace } from "../../src/trace/ast.js";
import { listOf, parse, print, signatures, stepsOf } from "../../src/trace/index.js";
import { casesIn } from "../suite.js";

// A machine may be busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const linux = profileNamed("linux") as Profile;
const scope = { profile: linux, offers: allNeeds };
const anyTrace = traces(scope);

/** Traces of a seed that does not change, where a test counts what is in them. */
const sample = fc.sample(anyTrace, { seed: 7, numRuns: 300 });

/** The text is that of a trace which `parse` accepts, and means the same to it. */
function isAccepted(trace: Trace): void {
  const text = print(trace);
  expect(print(parse(text))).toBe(text);
}

test("what is generated is a trace like any other", () => {
  fc.assert(fc.property(anyTrace, isAccepted), { numRuns: 200 });
});

test("what is varied is a trace like any other, whatever it began with", () => {
  const originals = casesIn("test/scenarios", "test/museum").map(({ trace }) => trace);
  fc.assert(fc.property(variants(scope, originals), isAccepted), { numRuns: 200 });
});

test("nobody types at a terminal that was left out", () => {
  const original = parse('init: openpty() = tty\ninit: type(tty, "^C") = 1\n');
  for (const trace of fc.sample(variants(scope, [original]), { seed: 7, numRuns: 2000 }))
    isAccepted(trace);
});

test("what is simpler is a trace like any other, and there is an end to it", () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      let left: Trace | undefined = trace;
      for (let rounds = 0; left; rounds++) {
        const candidates: Trace[] = [...simpler(left)];
        for (const candidate of candidates.slice(0, 3)) isAccepted(candidate);
        left = candidates[candidates.length - 1 - (rounds % 2)];
        expect(rounds).toBeLessThan(1000);
      }
    }),
    { numRuns: 10 },
  );
});

test("every call of the language is generated", () => {
  const made = new Set(sample.flatMap((trace) => stepsOf(trace).map(({ call }) => call.function)));
  expect([...signatures.keys()].filter((name) => !made.has(name))).toEqual([]);
});

test("most calls are meaningful, and some are nonsense", () => {
  const world = new ModelWorld(linux);
  const answers = sample.flatMap((trace) =>
    world.runNow(trace).observations.map(({ answer }) => answer.kind),
  );
  const share = (kind: string) => answers.filter((one) => one === kind).length / answers.length;
  expect(share("error")).toBeGreaterThan(0.05);
  expect(share("error")).toBeLessThan(0.4);
  expect(share("not-run")).toBeLessThan(0.02);
});

test("a trace says what it needs, and needs nothing that is not offered", () => {
  const named = new Set(sample.flatMap((trace) => listOf(trace, "needs")));
  expect([...allNeeds].filter((need) => !named.has(need))).toEqual([]);
  const offers = new Set<Need>(["terminals"]);
  const modest = traces({ profile: linux, offers });
  fc.assert(
    fc.property(modest, (trace) => {
      expect(listOf(trace, "needs").filter((need) => need !== "terminals")).toEqual([]);
      isAccepted(trace);
    }),
    { numRuns: 100 },
  );
});

test("outside a namespace nobody asks whether there is anybody", () => {
  const modest = traces({ profile: linux, offers: new Set<Need>(["terminals", "users"]) });
  const made = fc.sample(modest, { seed: 7, numRuns: 300 }).map(print);
  expect(made.filter((text) => text.includes("kill(-1, 0)"))).toEqual([]);
  expect(sample.map(print).filter((text) => text.includes("kill(-1, 0)"))).not.toEqual([]);
});

test("fast-check shrinks a generated trace by what is in it", () => {
  const asks = (trace: Trace) => print(trace).includes("sigpending()");
  const { counterexample } = fc.check(
    fc.property(anyTrace, (trace) => !asks(trace)),
    { seed: 7, numRuns: 1000 },
  );
  const [shortest] = counterexample ?? [];
  expect(shortest && print(shortest)).toBe("init: sigpending()\n");
});

import { describe, expect, test } from "vitest";
import { compareTrace } from "../../src/diff/compare.js";
import type { CaseResult } from "../../src/diff/result.js";
import type { Profile } from "../../src/model/catalog.js";
import { plainStyle, reporters } from "../../src/report/index.js";
import { parse } from "../../src/trace/index.js";
import { reportOn } from "../report/reports.js";
import { linux, posix, shownBy, withAnswer } from "./kernels.js";

// A question that may be answered in two ways, and a kernel that answers in both.

const question = "kill.blocked-and-ignored";
const [kept, discarded] = ["kept", "discarded"].map((answer) =>
  withAnswer(posix, question, answer),
) as [Profile, Profile];

const between = Array.from({ length: 25 }, () => "init: getpid() = init\n").join("");
const trace = parse(`init: sigaction(SIGUSR1, ignore) = 0
init: sigprocmask(SIG_BLOCK, {SIGUSR1, SIGUSR2}) = 0
init: raise(SIGUSR1) = 0
init: sigpending()
${between}init: sigaction(SIGUSR2, ignore) = 0
init: raise(SIGUSR2) = 0
init: sigpending()
`);
const last = 31;

/** The kernel drops the first signal, and keeps the second one. */
function inTwoWays(profile = posix): CaseResult {
  const signals = { kind: "set" as const, signals: ["SIGUSR2"] };
  const observations = shownBy(discarded, trace).map((one, i) =>
    i === last ? { ...one, answer: signals } : one,
  );
  return compareTrace(trace, "x.trace", { observations }, profile);
}

describe("a kernel that answers a question in two ways", () => {
  test("breaks the standard at the second answer, and both steps are named", () => {
    const { divergences, conformance, rules, breaks } = inTwoWays();
    expect(conformance).toBe("violates");
    expect(divergences.map(({ index }) => index)).toEqual([last]);
    expect(divergences[0]?.contradicts).toEqual([
      { question, index: 3, call: "init: sigpending()", earlier: "discarded", now: "kept" },
    ]);
    expect([rules, breaks]).toEqual([[question], [question]]);
  });

  test("is told so in words", () => {
    const narrow = { ...plainStyle, width: 80 };
    const text = reporters.get("text")?.render(reportOn([inTwoWays()], "posix"), narrow) ?? "";
    const start = text.indexOf("    This kernel answers one question");
    expect(text.slice(start, text.indexOf("\n\n", start))).toMatchInlineSnapshot(`
      "    This kernel answers one question in two ways; it must always answer alike:
            kill.blocked-and-ignored: What becomes of a signal that its target both
            blocks and ignores? [XSH 2.4.1 Signal Generation and Delivery]
              step 4, \`init: sigpending()\`: discarded: It is discarded when it is
              sent.
              step 32, \`init: sigpending()\`: kept: It stays pending."
    `);
    expect(text).not.toContain("A kernel like posix but with another answer");
  });
});

test("a kernel that answers otherwise than any may is not said to contradict itself", () => {
  const reach = parse("init: fork() = a\na: fork() = b\ninit: setpgid(b, 0)\n");
  const kernel = withAnswer(posix, "setpgid.reach", "descendant");
  const { divergences } = compareTrace(
    reach,
    "x.trace",
    { observations: shownBy(kernel, reach) },
    posix,
  );
  expect(divergences[0]?.speaks).toContain("setpgid.reach");
  expect(divergences[0]?.contradicts).toEqual([]);
});

test("a profile with an answer of its own leaves nothing that could be answered in two ways", () => {
  const { divergences } = inTwoWays(linux);
  expect(divergences.length).toBeGreaterThan(0);
  expect(divergences.flatMap(({ contradicts }) => contradicts)).toEqual([]);
});

test.each([["one"], ["other"]])(
  "a kernel that always answers alike does not diverge: %s",
  (which) => {
    const observations = shownBy(which === "one" ? kept : discarded, trace);
    const result = compareTrace(trace, "x.trace", { observations }, posix);
    expect(result).toMatchObject({ verdict: "agreed", conformance: "conforms", breaks: [] });
  },
);

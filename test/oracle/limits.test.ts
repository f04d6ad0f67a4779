import { expect, test } from "vitest";
import { forecast } from "../../src/oracle/expect.js";
import { follow } from "../../src/oracle/follow.js";
import { Oracle } from "../../src/oracle/oracle.js";
import { isComplete, plainStyle, rehearsalJson, rehearsalText } from "../../src/report/index.js";
import { parse, stepsOf } from "../../src/trace/index.js";
import { linux, posix, shownBy, withAnswer } from "./kernels.js";

// More can happen than the oracle follows: it says so, and accuses nobody.

const trace = parse(`init: sigaction(SIGUSR1, ignore) = 0
init: sigprocmask(SIG_BLOCK, {SIGUSR1}) = 0
init: raise(SIGUSR1) = 0
init: sigpending()
init: getpid() = init
`);

test("the first kernel that is not followed is told with its step", () => {
  const answer = "kill.blocked-and-ignored";
  const verdicts = ["kept", "discarded"].map((name) =>
    follow(trace, shownBy(withAnswer(posix, answer, name), trace), posix, { most: 1 }),
  );
  expect(verdicts.map(({ boundedAt }) => boundedAt)).toEqual([2, 2]);
});

test("what agrees with a kernel that was followed agrees; of another one nothing is said", () => {
  const answer = "kill.blocked-and-ignored";
  const [followed, dropped] = ["kept", "discarded"].map((name) =>
    follow(trace, shownBy(withAnswer(posix, answer, name), trace), posix, { most: 1 }),
  );
  expect(followed?.steps.map(({ worlds }) => worlds)).toEqual([1, 1, 1, 1, 1]);
  expect(followed?.lostAfter).toBeUndefined();
  expect(dropped?.steps.map(({ differs }) => differs)).toEqual([[], [], [], []]);
  expect(dropped?.lostAfter).toBe(3);
});

test("a step that can go more ways than are listed is cut short, and says so", () => {
  const zombies = ["a", "b", "c", "d", "e", "f"];
  const lines = [
    ...zombies.map((name) => `init: fork() = ${name}`),
    ...zombies.map((name) => `${name}: _exit(1)`),
    "init: wait()",
  ];
  const many = parse(`${lines.join("\n")}\n`);
  const oracle = new Oracle(many, withAnswer(linux, "waitpid.order", "any"), 1);
  const steps = stepsOf(many);
  for (const step of steps.slice(0, -1)) oracle.keep(oracle.branches(step));
  expect(oracle.bounded).toBe(false);
  const [last] = steps.slice(-1);
  expect(last && oracle.branches(last)).toHaveLength(6);
  expect(oracle.bounded).toBe(true);
});

test("equal states are one, by their bytes", () => {
  const oracle = new Oracle(trace, posix);
  const [first] = stepsOf(trace);
  const ways = first ? oracle.branches(first) : [];
  oracle.keep([...ways, ...ways.map((way) => ({ ...way, state: way.state.slice() }))]);
  expect(oracle.size).toBe(1);
});

/** Whoever of these dies, `init` waits for them without saying whom it expects. */
function manyChoices(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `p${i}`);
  const lines = [
    ...names.map((name) => `init: fork() = ${name}`),
    ...names.map((name) => `${name}: _exit(0) = ?`),
    ...names.map(() => "init: wait()"),
  ];
  return `${lines.join("\n")}\n`;
}

test("a forecast says at which step, to people and to programs", () => {
  const text = manyChoices(4);
  const forecasts = forecast(parse(text), withAnswer(linux, "waitpid.order", "any"), {
    most: 4,
  });
  const rehearsal = { file: "x", title: "", profile: "posix", forecasts, mismatches: [] };
  expect(isComplete(rehearsal)).toBe(false);
  expect(rehearsalText(rehearsal, plainStyle)).toContain(
    "  From step 10 on more can happen than the model follows: what is shown is a part of it.\n",
  );
  const { steps } = rehearsalJson(rehearsal) as { steps: { complete: boolean }[] };
  expect(steps.map(({ complete }) => complete).indexOf(false)).toBe(9);
});

import fc from "fast-check";
import type {
  Answer,
  Argument,
  Blank,
  Expectation,
  Field,
  Item,
  Override,
  Parallel,
  Step,
  Trace,
} from "../../src/trace/ast.js";
import { signatureOf } from "../../src/trace/calls.js";
import { fieldKeys, MAX_TERMINALS, type Signature, signatures } from "../../src/trace/index.js";
import { drawAnswerer, drawEffect } from "./arbitrary-answers.js";
import { drawArguments, isPossible } from "./arbitrary-arguments.js";
import { at, type Draw, drawName, type Scope } from "./scope.js";

const inline = fc
  .string({ unit: "grapheme", maxLength: 30 })
  .map((text) => text.replace(/[\r\n\0]/g, "").replace(/^[ \t]+|[ \t]+$/g, ""));

const profileNames = ["linux", "darwin", "freebsd", "illumos"];

/** Any trace that the language allows. */
export const traces: fc.Arbitrary<Trace> = fc.gen().map((gen) => {
  const draw: Draw = (arbitrary) => gen(() => arbitrary);
  const scope: Scope = {
    processes: ["init"],
    threads: [],
    terminals: [],
    left: MAX_TERMINALS,
    isInBlock: false,
  };
  const fields = drawFields(draw);
  const items: Item[] = [drawStep(draw, scope)];
  for (let count = draw(fc.nat(12)); count > 0; count--) items.push(drawItem(draw, scope));
  return { fields, items };
});

function drawFields(draw: Draw): Field[] {
  const keys = draw(fc.subarray([...fieldKeys.keys()]));
  return keys.map((key) => ({ key, value: drawFieldValue(draw, key), at }));
}

function drawFieldValue(draw: Draw, key: string): string | string[] {
  const known = fieldKeys.get(key);
  if (!known?.list) return draw(inline.filter((text) => text !== "" && !text.startsWith("[")));
  if (known.words) return draw(fc.subarray([...known.words]));
  return draw(fc.array(fc.constant(known.item?.example ?? ""), { maxLength: 3 }));
}

function drawItem(draw: Draw, scope: Scope): Item {
  const steps = ["step", "step", "step", "step"] as const;
  const kind = draw(fc.constantFrom(...steps, "directive", "blank", "parallel"));
  const comment = drawComment(draw);
  if (kind === "step") return drawStep(draw, scope);
  if (kind === "blank") return { kind, ...comment, at };
  if (kind === "parallel") return { ...drawParallel(draw, scope), ...comment };
  const argument: Argument = { kind: "name", name: drawName(draw, scope), negated: false, at };
  return { kind: "directive", name: "next-pid", arguments: [argument], ...comment, at };
}

function drawParallel(draw: Draw, scope: Scope): Parallel {
  scope.isInBlock = true;
  const lines: (Step | Blank)[] = [drawStep(draw, scope)];
  for (let count = draw(fc.nat(4)); count > 0; count--) {
    const isBlank = draw(fc.nat(3)) === 0;
    lines.push(isBlank ? { kind: "blank", ...drawComment(draw), at } : drawStep(draw, scope));
  }
  scope.isInBlock = false;
  return { kind: "parallel", lines, at };
}

function drawComment(draw: Draw): { comment?: string } {
  return draw(fc.boolean()) ? { comment: draw(inline) } : {};
}

function drawStep(draw: Draw, scope: Scope): Step {
  const actor = draw(fc.constantFrom(...scope.processes));
  const forks = Array.from({ length: 12 }, () => "fork");
  const makers = Array.from({ length: scope.left }, () => "openpty");
  const names = [...signatures.keys()].filter((each) => isPossible(each, scope));
  const name = draw(fc.constantFrom(...forks, ...makers, ...names));
  if (name === "openpty") scope.left -= 1;
  const call = {
    function: name,
    arguments: drawArguments(draw, scope, signatures.get(name) as Signature),
    at,
  };
  const signature = signatureOf(call) as Signature;
  const answer = drawAnswerer(draw, scope, signature);
  const drafts = drawDrafts(draw, answer);
  const expectation = draw(fc.boolean()) ? { answers: drawAnswers(draw, answer) } : undefined;
  return {
    kind: "step",
    actor,
    call,
    ...(expectation && { expectation: withEffects(draw, scope, expectation.answers) }),
    overrides: drafts.map((draft) => ({ ...draft, ...withEffects(draw, scope, draft.answers) })),
    ...drawComment(draw),
    at,
  };
}

function drawDrafts(draw: Draw, answer: () => Answer): Omit<Override, "effects">[] {
  const profiles = draw(fc.subarray(profileNames));
  if (profiles.length === 0) return [];
  const cut = draw(fc.integer({ min: 1, max: profiles.length }));
  return [profiles.slice(0, cut), profiles.slice(cut)]
    .filter((list) => list.length > 0)
    .map((list) => ({
      profiles: list,
      answers: drawAnswers(draw, answer),
      ...drawComment(draw),
      at,
    }));
}

function drawAnswers(draw: Draw, answer: () => Answer): Answer[] {
  return Array.from({ length: draw(fc.integer({ min: 1, max: 3 })) }, answer);
}

function withEffects(draw: Draw, scope: Scope, answers: readonly Answer[]): Expectation {
  const effects = Array.from({ length: draw(fc.nat(2)) }, () => drawEffect(draw, scope));
  return { answers, effects };
}

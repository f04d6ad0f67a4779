import fc from "fast-check";
import type {
  Answer,
  Argument,
  Effect,
  Expectation,
  Field,
  Item,
  Override,
  Position,
  Status,
  Step,
  Trace,
} from "../../src/trace/ast.js";
import {
  errnos,
  fieldKeys,
  INT_MAX,
  INT_MIN,
  type KindName,
  type Signature,
  signals,
  signatures,
} from "../../src/trace/index.js";

/** Generated nodes lie nowhere. */
const at: Position = { line: 0, column: 0, offset: 0 };

const inline = fc
  .string({ unit: "grapheme", maxLength: 30 })
  .map((text) => text.replace(/[\r\n\0]/g, "").replace(/^[ \t]+|[ \t]+$/g, ""));

const word = fc
  .oneof(fc.constantFrom("job", "shell", "a", "b"), fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/))
  .filter((name) => !reserved.has(name));
const reserved = new Set(["init", "unused", "outside"]);
const profileNames = ["linux", "darwin", "freebsd", "illumos"];

/** Draws a value; the generator keeps what it drew, so that a failure shrinks. */
type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** The names that are bound so far. */
interface Scope {
  readonly processes: string[];
  readonly threads: string[];
}

/** Any trace that the language allows. */
export const traces: fc.Arbitrary<Trace> = fc.gen().map((gen) => {
  const draw: Draw = (arbitrary) => gen(() => arbitrary);
  const scope: Scope = { processes: ["init"], threads: [] };
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
  const kind = draw(fc.constantFrom("step", "step", "step", "step", "directive", "blank"));
  const comment = drawComment(draw);
  if (kind === "step") return drawStep(draw, scope);
  if (kind === "blank") return { kind, ...comment, at };
  const argument: Argument = { kind: "name", name: drawName(draw, scope), negated: false, at };
  return { kind: "directive", name: "next-pid", arguments: [argument], ...comment, at };
}

function drawComment(draw: Draw): { comment?: string } {
  return draw(fc.boolean()) ? { comment: draw(inline) } : {};
}

function drawStep(draw: Draw, scope: Scope): Step {
  const actor = draw(fc.constantFrom(...scope.processes));
  const forks = Array.from({ length: 8 }, () => "fork");
  const name = draw(fc.constantFrom(...forks, ...signatures.keys()));
  const signature = signatures.get(name) as Signature;
  const call = {
    function: signature.function,
    arguments: drawArguments(draw, scope, signature),
    at,
  };
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

function drawArguments(draw: Draw, scope: Scope, { parameters }: Signature): Argument[] {
  const given = parameters.filter((parameter) => !parameter.optional || draw(fc.boolean()));
  return given.map((parameter) => drawArgument(draw, scope, parameter.kind));
}

function drawArgument(draw: Draw, scope: Scope, kind: KindName): Argument {
  const number = (value: number): Argument => ({ kind: "number", value, at });
  const constants = (...words: string[]): Argument => ({ kind: "constants", words, at });
  const id = (negative: boolean, foreign: string[]): Argument => {
    if (draw(fc.boolean())) return number(draw(fc.constantFrom(0, -1, -5, INT_MIN, INT_MAX)));
    const name = draw(fc.constantFrom(...scope.processes, ...scope.threads, "unused", ...foreign));
    return { kind: "name", name, negated: negative && draw(fc.boolean()), at };
  };
  switch (kind) {
    case "process":
    case "group":
      return id(false, ["outside"]);
    case "selector":
      return id(true, ["outside"]);
    case "target":
      return id(true, []);
    case "named":
      return { kind: "name", name: drawName(draw, scope), negated: false, at };
    case "options": {
      const words = draw(fc.shuffledSubarray(["WNOHANG", "WUNTRACED", "WCONTINUED"]));
      return words.length > 0 ? constants(...words) : number(draw(fc.constantFrom(0, 0x1000)));
    }
    case "signal":
      if (draw(fc.boolean())) return constants(draw(fc.constantFrom(...signals)));
      return number(draw(fc.constantFrom(0, -1, 129, 1000, INT_MAX)));
    case "status":
      return number(draw(fc.integer({ min: 0, max: 255 })));
    case "switch":
      return number(draw(fc.constantFrom(0, 1)));
    case "missing":
      return constants("missing");
    case "subreaper":
      return constants("PR_SET_CHILD_SUBREAPER");
  }
}

/** Draws answers of one call. A call that binds a name binds the same one in all of its answers. */
function drawAnswerer(draw: Draw, scope: Scope, { gives, binds }: Signature): () => Answer {
  let bound: string | undefined;
  const bind = (): string => {
    bound ??= draw(binds === "thread" ? freshName(scope) : fc.oneof(word, freshName(scope)));
    rebind(scope, bound, binds === "thread" ? scope.threads : scope.processes);
    return bound;
  };
  const id = (): string => {
    if (binds) return bind();
    const names = [...scope.processes, ...scope.threads, "outside", "0"];
    return draw(fc.constantFrom(...names));
  };
  return () => {
    const kind = draw(fc.constantFrom("success", "success", "error", "gone", "not-run", "blocked"));
    if (kind === "error") return { kind, errno: draw(fc.constantFrom(...errnos)) };
    if (kind === "blocked" && gives === "report") return { kind };
    if (kind === "gone" || kind === "not-run") return { kind };
    if (gives === "nothing") return { kind: "gone" };
    if (gives === "id") return { kind: "value", value: id() };
    if (gives === "zero" || draw(fc.boolean())) return { kind: "value", value: "0" };
    return { kind: "report", child: drawName(draw, scope), status: drawStatus(draw) };
  };
}

/** A fork may bind any name again; a new thread needs a name that was never bound. */
function freshName(scope: Scope): fc.Arbitrary<string> {
  return word.filter((name) => !scope.processes.includes(name) && !scope.threads.includes(name));
}

function rebind(scope: Scope, name: string, list: string[]): void {
  for (const names of [scope.processes, scope.threads]) {
    const index = names.indexOf(name);
    if (index >= 0) names.splice(index, 1);
  }
  list.push(name);
}

function drawAnswers(draw: Draw, answer: () => Answer): Answer[] {
  return Array.from({ length: draw(fc.integer({ min: 1, max: 3 })) }, answer);
}

function withEffects(draw: Draw, scope: Scope, answers: readonly Answer[]): Expectation {
  const effects = Array.from({ length: draw(fc.nat(2)) }, () => drawEffect(draw, scope));
  return { answers, effects };
}

function drawEffect(draw: Draw, scope: Scope): Effect {
  const process = drawName(draw, scope);
  if (draw(fc.boolean())) return { kind: "died", process, status: drawStatus(draw) };
  const name = draw(fc.constantFrom("wait", "waitpid"));
  const answers: Answer[] = [
    { kind: "report", child: drawName(draw, scope), status: drawStatus(draw) },
    { kind: "error", errno: "ECHILD" },
    { kind: "value", value: "0" },
  ];
  return { kind: "resumed", process, function: name, answer: draw(fc.constantFrom(...answers)) };
}

function drawStatus(draw: Draw): Status {
  if (draw(fc.boolean())) return { kind: "exited", code: draw(fc.integer({ min: 0, max: 255 })) };
  return { kind: "killed", signal: draw(fc.constantFrom(...signals)) };
}

function drawName(draw: Draw, scope: Scope): string {
  return draw(fc.constantFrom(...scope.processes));
}

import { neighboursOf, type Suspect, type Swap } from "../diff/suspects.js";
import { needsOf } from "../generate/needs.js";
import { catalog, type Profile } from "../model/catalog.js";
import type { Move } from "../model/search.js";
import { ModelWorld } from "../model/world.js";
import { follow } from "../oracle/follow.js";
import type { Field, Trace } from "../trace/index.js";
import { type Space, type Telling, tellApart } from "./rivals.js";
import { beginningOf, type Subject } from "./subjects.js";
import { Walk } from "./walk.js";

// A suite that finds every kernel that differs from a profile in one thing: one that lacks a check,
// makes two the other way round, or answers a question otherwise.

/**
 * Why nothing tells a kernel from the profile. `same`: it makes two checks the other way round that
 * give the same. `alike`: wherever it might have done something else, it looked the same. `unmet`:
 * it could not have done anything else in any state.
 */
export type Untold = "same" | "alike" | "unmet";

/** What became of a kernel that differs in one thing. */
export type Standing = { readonly kernel: Suspect | Swap } & (
  | { /** The trace that tells it, by its place in the suite. */ readonly trace: number }
  | { readonly untold: Untold }
);

/** Traces that tell kernels apart, and which. */
export interface KernelSuite {
  readonly traces: readonly Trace[];
  /** Every kernel that differs in one thing. */
  readonly kernels: readonly Standing[];
  readonly spaces: readonly Space[];
}

/**
 * The suite that tells kernels from a profile that differ from it in one thing.
 *
 * @param limit of each subject no more states than about so many are found
 * @param watch hears of the progress now and then
 * @throws {RangeError} if the profile leaves a question open
 */
export async function suiteOfKernels(
  profile: Profile,
  subjects: readonly Subject[],
  limit: number,
  watch: (subject: Subject, open: number) => void = () => {},
): Promise<KernelSuite> {
  const kernels = neighboursOf(profile);
  const traces: Trace[] = [];
  const spaces: Space[] = [];
  const told = new Map<Suspect, number>();
  for (const subject of subjects) {
    const open = kernels.filter((kernel) => !told.has(kernel) && !isSameCheck(kernel));
    if (open.length === 0) break;
    const space = await tellApart(profile, open, subject, limit, (left) => watch(subject, left));
    spaces.push(space);
    for (const { trace, kernels: found } of merged(space, profile)) {
      if (found.length === 0) continue;
      for (const kernel of found) told.set(kernel, traces.length);
      traces.push(trace);
    }
  }
  const met = new Set(spaces.flatMap((space) => space.met));
  const standings = kernels.map((kernel): Standing => {
    const trace = told.get(kernel);
    if (trace !== undefined) return { kernel, trace };
    return { kernel, untold: isSameCheck(kernel) ? "same" : met.has(kernel) ? "alike" : "unmet" };
  });
  return { traces, kernels: standings, spaces };
}

/** It makes two checks the other way round that give the same when they are broken. */
function isSameCheck(kernel: Suspect | Swap): boolean {
  return "alike" in kernel && kernel.alike;
}

/** A trace, and what it tells from the profile. */
interface Found {
  readonly trace: Trace;
  readonly kernels: readonly Suspect[];
}

/** Few traces with all that was found in a space: each goes as far as it can. */
function merged(space: Space, profile: Profile): Found[] {
  const left = new Set(space.tellings);
  const ways = space.tellings.map(wayOf).sort((a, b) => b.length - a.length);
  const found: Found[] = [];
  for (const way of ways) {
    const own = [...left].filter((telling) => isOn(way, telling));
    if (own.length === 0) continue;
    for (const telling of own) left.delete(telling);
    const kernels = own.map(({ kernel }) => kernel);
    const title = `${space.subject.name}, trace ${found.length + 1}`;
    const fields = [field("title", title), ...about(kernels, profile)];
    const trace = withNeeds(walked(way, own, space, fields));
    found.push({ trace, kernels: kernels.filter((kernel) => tells(trace, kernel, profile)) });
  }
  return found;
}

/** The moves that lead somewhere. */
function wayOf({ moves, stays }: Telling): readonly Move[] {
  return stays ? moves.slice(0, -1) : moves;
}

/** Whoever goes the way comes past what tells the kernel. */
function isOn(way: readonly Move[], telling: Telling): boolean {
  return wayOf(telling).every((move, i) => isSame(move, way[i]));
}

function isSame(a: Move, b: Move | undefined): boolean {
  return a.caller === b?.caller && a.call === b.call && a.makes === b.makes;
}

/** The way, with the moves that lead nowhere made where they tell something. */
function walked(
  way: readonly Move[],
  tellings: readonly Telling[],
  { calls, subject }: Space,
  fields: readonly Field[],
): Trace {
  const walk = new Walk(calls, true, beginningOf(subject));
  const asides = tellings.filter(({ stays }) => stays);
  const aims = new Map(tellings.map((telling) => [telling.moves.length - 1, telling.aims]));
  for (let i = 0; i <= way.length; i++) {
    const here = asides.filter(({ moves }) => moves.length - 1 === i).map(({ moves }) => moves[i]);
    const different = here.filter((move, k) => {
      return move && here.findIndex((other) => isSame(move, other)) === k;
    });
    for (const move of different) if (move) walk.step(move);
    const next = way[i];
    if (next) walk.step(next, aims.get(i));
  }
  return walk.trace(fields);
}

function withNeeds(trace: Trace): Trace {
  const needs = needsOf(trace);
  return needs.length === 0
    ? trace
    : { ...trace, fields: [...trace.fields, field("needs", needs)] };
}

/** The rules that are missing or stand elsewhere, and the answers that are told from each other. */
function about(kernels: readonly (Suspect | Swap)[], profile: Profile): Field[] {
  const rules = kernels.flatMap((kernel) => {
    if ("rules" in kernel) return kernel.rules;
    return kernel.rule === undefined ? [] : [kernel.id];
  });
  const answers = kernels.flatMap((kernel) => answersOf(kernel, profile));
  return [
    ...(rules.length === 0 ? [] : [field("rules", [...new Set(rules)])]),
    ...(answers.length === 0 ? [] : [field("questions", [...new Set(answers)])]),
  ];
}

/** `setpgid.reach=child`: the answer of the profile, and that of the kernel. */
function answersOf({ id, alternative }: Suspect, profile: Profile): string[] {
  const question = catalog().questions.findIndex((one) => one.id === id);
  const own = profile.answers.find((answer) => answer.question === question)?.alternative;
  const { alternatives = [] } = catalog().questions[question] ?? {};
  return [own, alternative].flatMap((one) => {
    const name = one === undefined ? undefined : alternatives[one]?.name;
    return alternative === undefined || name === undefined ? [] : `${id}=${name}`;
  });
}

/** Whether the profile allows something that the kernel does not do in the trace. */
export function tells(trace: Trace, { kernel }: Suspect, profile: Profile): boolean {
  const { observations } = new ModelWorld(kernel).runNow(trace);
  return follow(trace, observations, profile).steps.some(({ differs }) => differs.length > 0);
}

function field(key: string, value: Field["value"]): Field {
  return { key, value, at: { line: 0, column: 0, offset: 0 } };
}

import { compareTrace } from "../diff/compare.js";
import type { CaseResult } from "../diff/result.js";
import { nowhere } from "../generate/written.js";
import type { Profile } from "../model/catalog.js";
import { catalog } from "../model/catalog.js";
import { follow } from "../oracle/follow.js";
import type { Field, Trace } from "../trace/ast.js";
import { parse, print } from "../trace/index.js";
import { kindOf, titleOf } from "./kind.js";
import type { Quarry } from "./pursue.js";

/** A divergence, or a trace that could not be finished, as it is kept. */
export interface Finding {
  /** What was observed and what was allowed, without who is meant: what is found twice is counted. */
  readonly kind: string;
  /** What the trace is called: the call and what it gave. */
  readonly slug: string;
  /** The trace as a file has it. */
  readonly text: string;
  readonly trace: Trace;
  readonly result: CaseResult;
  /** The run that found it; null if it was a trace of the corpus. */
  readonly run: number | null;
  /** How many of the runs of the trace showed it. */
  readonly seen: number;
  readonly runs: number;
}

/** Where a divergence was found. */
export interface Occasion {
  readonly kind: string;
  readonly run: number | null;
  readonly seed: number;
  readonly profile: Profile;
}

/** The shortest trace that shows a divergence, with a title, and everything that is to be said of it. */
export function findingOf(
  { trace, transcript, seen, runs }: Quarry,
  { kind, run, seed, profile }: Occasion,
): Finding {
  const { steps } = follow(trace, transcript.observations, profile);
  const at = steps.findIndex((step) => step.differs.length > 0 && kindOf(step) === kind);
  const rough = compareTrace(trace, "", transcript, profile);
  const divergence = rough.divergences.find(({ index }) => index === at) ?? rough.divergences[0];
  const title = divergence ? titleOf(divergence, profile.name) : kind;
  const rules = (divergence?.speaks ?? []).filter((id) => isRule(id));
  const often = runs === seen ? "" : `, seen in ${seen} of ${runs} runs`;
  const reference = `${finder(seed, run)}${often}`;
  const text = print(withFields(trace, { title, rules, reference }));
  const titled = parse(text);
  return {
    kind,
    slug: slugOf(kind),
    text,
    trace: titled,
    result: compareTrace(titled, "", transcript, profile),
    run,
    seen,
    runs,
  };
}

/** A trace that the world could not finish, as it is. */
export function brokenFinding(
  trace: Trace,
  transcript: Quarry["transcript"],
  reason: string,
  { kind, run, seed, profile }: Occasion,
): Finding {
  const reference = finder(seed, run);
  const text = print(withFields(trace, { title: reason, rules: [], reference }));
  const titled = parse(text);
  const result = compareTrace(titled, "", transcript, profile);
  return { kind, slug: "broken", text, trace: titled, result, run, seen: 1, runs: 1 };
}

function finder(seed: number, run: number | null): string {
  return `found by retinue fuzz, ${run === null ? "in its corpus" : `seed ${seed}, run ${run}`}`;
}

function isRule(id: string): boolean {
  return catalog().rules.some((rule) => rule.id === id);
}

function withFields(
  { fields, items }: Trace,
  { title, rules, reference }: { title: string; rules: readonly string[]; reference: string },
): Trace {
  const field = (key: string, value: Field["value"]): Field => ({ key, value, at: nowhere });
  const needs = fields.filter(({ key }) => key === "needs");
  const about = rules.length === 0 ? [] : [field("rules", rules)];
  return {
    fields: [field("title", title), ...about, field("reference", reference), ...needs],
    items,
  };
}

/** `setpgid-gave-0-not-eacces` */
function slugOf(kind: string): string {
  const words = kind
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) if (slug.length + word.length < 40) slug += `-${word}`;
  return slug.slice(1);
}

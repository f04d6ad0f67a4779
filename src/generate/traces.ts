import { Arbitrary, type Random, type Stream, stream, Value } from "fast-check";
import type { Trace } from "../trace/ast.js";
import { abandoned, background } from "./background-patterns.js";
import { anyCall } from "./calls.js";
import { Dice, type Weighted } from "./dice.js";
import { Draft, type Scope } from "./draft.js";
import {
  adoption,
  job,
  lastLink,
  leftBehind,
  orphaned,
  pipeline,
  probe,
  thread,
  tooLate,
  vanished,
} from "./group-patterns.js";
import { hangup, typing } from "./keyboard-patterns.js";
import { needsOf } from "./needs.js";
import type { Pattern } from "./people.js";
import {
  awaited,
  continued,
  everybody,
  handler,
  masked,
  suspended,
  users,
} from "./signal-patterns.js";
import { simpler } from "./simpler.js";
import { anotherJob, foreground, ownMaster, session, stranger } from "./terminal-patterns.js";
import { nowhere } from "./written.js";

const patterns: readonly Weighted<Pattern>[] = [
  [4, job],
  [4, pipeline],
  [5, tooLate],
  [5, vanished],
  [5, handler],
  [5, masked],
  [6, awaited],
  [6, orphaned],
  [4, users],
  [4, adoption],
  [3, lastLink],
  [3, leftBehind],
  [3, suspended],
  [2, thread],
  [3, continued],
  [1, everybody],
  [10, probe],
];

const terminalPatterns: readonly Weighted<Pattern>[] = [
  [4, session],
  [4, anotherJob],
  [9, background],
  [4, abandoned],
  [5, typing],
  [6, hangup],
  [5, foreground],
  [3, stranger],
  [2, ownMaster],
];

/**
 * Traces that a kernel could be asked to run: most calls are such that something can come of them.
 * They shrink by themselves, not by the choices that led to them: the choices after one that
 * changes would mean something else.
 *
 * @param scope the kernel they are meant for, and what it offers
 */
export function traces(scope: Scope): Arbitrary<Trace> {
  return new Traces(scope);
}

class Traces extends Arbitrary<Trace> {
  constructor(private readonly scope: Scope) {
    super();
  }

  generate(random: Random): Value<Trace> {
    return new Value(written(new Dice(random), this.scope), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Trace {
    return isTrace(value);
  }

  shrink(trace: Trace): Stream<Value<Trace>> {
    return shrunk(trace);
  }
}

export function isTrace(value: unknown): value is Trace {
  return typeof value === "object" && value !== null && "items" in value;
}

/** Simpler traces, as fast-check asks for them. */
export function shrunk(trace: Trace): Stream<Value<Trace>> {
  return stream(simpler(trace)).map((smaller) => new Value(smaller, undefined));
}

function written(dice: Dice, scope: Scope): Trace {
  const draft = new Draft(dice, scope, dice.chance(85) ? 6 : 14);
  const length = dice.oneOf(6, 10, 15, 15, 20, 30);
  const atTerminal = scope.offers.has("terminals") && dice.chance(50);
  if (dice.chance(3)) everybody(draft);
  if (atTerminal) session(draft);
  proceed(draft, length, atTerminal);
  for (let times = dice.between(0, 2); times > 0; times--) probe(draft);
  return finished(draft);
}

/** Goes on until the trace has this many steps, or nobody wants to make any. */
export function proceed(draft: Draft, length: number, atTerminal: boolean): void {
  const { dice } = draft;
  const known = atTerminal ? [...patterns, ...terminalPatterns] : patterns;
  for (let tries = 0; draft.length < length && tries < 3 * length; tries++) {
    const pattern = dice.chance(55) ? dice.weighted(known) : undefined;
    if (pattern) pattern(draft);
    else anyCall(draft);
  }
}

/** The draft as a trace that says what it needs. */
export function finished({ items }: Draft): Trace {
  const needs = needsOf({ items });
  const fields = needs.length === 0 ? [] : [{ key: "needs", value: needs, at: nowhere }];
  return { fields, items };
}

import type { Breach, Catalog, Entry, Order, Profile } from "../model/catalog.js";
import { type Check, checksIn, entryOf, rulesOf, speechOf } from "./checks.js";
import { holds, speakerAt, speaks } from "./order.js";
import type { Place } from "./recording.js";
import { type Ghost, type Standing, unmeasured } from "./standing.js";

/** One rule that some kernel has for a call, and whether this one has it. */
export interface RuleLine {
  /** Its place in the catalogue. */
  readonly rule: number;
  /** What is given when it is broken; undefined if the kernel does not have it. */
  readonly breach: Breach | undefined;
  readonly standing: Standing;
}

/** Of two rules that were broken at once, the first spoke. */
export interface Precedence {
  readonly first: number;
  readonly second: number;
  readonly by: Place;
}

/** The checks of one call. */
export interface CallLine {
  readonly call: string;
  /** In the order of the checks. */
  readonly present: readonly RuleLine[];
  readonly absent: readonly RuleLine[];
  readonly precedence: readonly Precedence[];
}

/** Holds every order of the table against all that differ from it in one rule. */
export function callLines(
  profile: Profile,
  checks: readonly Check[],
  ghosts: readonly Ghost[],
  catalog: Catalog,
): CallLine[] {
  const imagined = ghosts.map((ghost) => ({ ghost, checks: checksIn(ghost, profile, catalog) }));
  return profile.orders.map((order) => {
    const own = checks.filter(({ call, sound }) => call === order.call && sound).filter(speaks);
    const standingOf = (rule: number, variants: readonly (readonly Entry[])[]) =>
      judged({ order, rule, variants }, own, imagined);
    const has = new Set(order.entries.map(({ rule }) => rule));
    const lacks = rulesOf(order.call, catalog).filter((rule) => !has.has(rule));
    return {
      call: order.call,
      present: order.entries.map((entry) => ({
        rule: entry.rule,
        breach: entry.breach,
        standing: standingOf(entry.rule, [order.entries.filter((other) => other !== entry)]),
      })),
      absent: lacks.map((rule) => ({
        rule,
        breach: undefined,
        standing: standingOf(rule, withRule(order, entryOf(rule, catalog))),
      })),
      precedence: precedenceIn(order, own),
    };
  });
}

/** The order with a rule more: behind all others, where it does least, and at every other place. */
function withRule({ entries }: Order, entry: Entry): (readonly Entry[])[] {
  const places = Array.from({ length: entries.length + 1 }, (_, i) => entries.length - i);
  return places.map((place) => entries.toSpliced(place, 0, entry));
}

interface Imagined {
  readonly ghost: Ghost;
  readonly checks: readonly Check[];
}

/** One line of a table, and what else the order could be. */
interface Doubt {
  readonly order: Order;
  readonly rule: number;
  /** Orders that differ in this line, the one that differs least first: if it is ruled out, all are. */
  readonly variants: readonly (readonly Entry[])[];
}

function judged(
  { order: { call, entries }, rule, variants }: Doubt,
  checks: readonly Check[],
  imagined: readonly Imagined[],
): Standing {
  const [least = []] = variants;
  const tells = (check: Check) => holds(entries, check) && !holds(least, check);
  const by = checks.filter(tells);
  const against = checks.filter(
    (check) => !holds(entries, check) && variants.some((variant) => holds(variant, check)),
  );
  if (by.length > 0 && against.length > 0) return { kind: "contradicted", by, against };
  if (by.length > 0) return { kind: "measured", by: by.slice(0, 1) };
  const tellers = imagined.filter((one) =>
    one.checks.some((check) => check.call === call && tells(check)),
  );
  if (tellers.length > 0) return unmeasured(tellers.map(({ ghost }) => ghost));
  const reached = checks.filter(({ broken }) => broken.has(rule));
  return reached.length > 0 ? { kind: "hidden", by: reached.slice(0, 1) } : { kind: "untold" };
}

/**
 * Every pair of rules of which the suite says that the first is checked before the second: both
 * were broken, the first spoke, and the second would have given something else.
 */
function precedenceIn({ entries }: Order, checks: readonly Check[]): Precedence[] {
  return entries.flatMap((first, place) =>
    entries.slice(place + 1).flatMap((second) => {
      const by = checks.find(
        (check) =>
          holds(entries, check) &&
          speakerAt(entries, check.broken) === first &&
          check.broken.has(second.rule) &&
          !check.said.has(speechOf(second.breach)),
      );
      return by ? [{ first: first.rule, second: second.rule, by }] : [];
    }),
  );
}

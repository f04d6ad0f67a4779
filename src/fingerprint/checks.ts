import { type Branch, textOf } from "../model/branch.js";
import type { Breach, Catalog, Entry, Order, Profile } from "../model/catalog.js";
import { sameRows } from "../oracle/follow.js";
import type { Oracle } from "../oracle/oracle.js";
import type { Step } from "../trace/ast.js";
import type { Observation } from "../world.js";
import { type Place, type Recording, workedOut } from "./recording.js";

/** What a call gave, as far as its rules go: a breach as text, or that no rule spoke. */
export type Speech = string;

/** No rule refused the call or held it up. */
export const PASSED: Speech = "passed";

/** What is said by a rule with this breach: `errno:eperm`, `signal:sigttou`. */
export function speechOf({ tag, val }: Breach): Speech {
  return `${tag}:${val}`;
}

/** The unknown kernel made a call while at least one rule was broken that some kernel has for it. */
export interface Check extends Place {
  readonly call: string;
  /** The rules that were broken, by their place in the catalogue. */
  readonly broken: ReadonlySet<number>;
  /** What fits what was observed; nothing if no order of these rules could give it. */
  readonly said: ReadonlySet<Speech>;
  /** It began in a state that the profile accounts for. */
  readonly sound: boolean;
}

/** Two kernels in the state of the profile: with every rule in no order, and with no rule at all. */
interface Extremes {
  readonly everyRule: Profile;
  readonly noRule: Profile;
}

/**
 * Every call of the recording at which a rule was broken, in the states that the profile gives to
 * it.
 */
export function checksIn(recording: Recording, profile: Profile, catalog: Catalog): Check[] {
  const extremes = extremesOf(profile, catalog);
  const checks: Omit<Check, "sound">[] = [];
  const { sound } = workedOut(profile, recording, (oracle, step, index) => {
    const observed = recording.transcript.observations[index];
    const check = observed && checkAt(oracle, step, observed, extremes, catalog);
    if (check) checks.push({ ...check, recording, index });
  });
  return checks.map((check) => ({ ...check, sound: check.index < sound }));
}

function checkAt(
  oracle: Oracle,
  step: Step,
  observed: Observation,
  { everyRule, noRule }: Extremes,
  { rules }: Catalog,
): Pick<Check, "call" | "broken" | "said"> | undefined {
  const refusals = oracle.branchesUnder(everyRule, step);
  const broken = new Set(refusals.flatMap((branch) => branch.rules));
  const [any] = broken;
  if (any === undefined) return undefined;
  const call = rules[any]?.id.split(".")[0] ?? "";
  const breaches = breachesOf(everyRule, call);
  const fits = (branch: Branch) =>
    textOf(branch) === textOf(observed) && sameRows(oracle.rows(branch), observed.processes);
  const said = new Set<Speech>();
  for (const branch of refusals.filter(fits)) {
    for (const rule of branch.rules) said.add(breaches.get(rule) ?? PASSED);
  }
  if (oracle.branchesUnder(noRule, step).some(fits)) said.add(PASSED);
  if (said.size === 0) for (const speech of foreignError(observed)) said.add(speech);
  return { call, broken, said };
}

function breachesOf({ orders }: Profile, call: string): ReadonlyMap<number, Speech> {
  const entries = orders.find((order) => order.call === call)?.entries ?? [];
  return new Map(entries.map(({ rule, breach }) => [rule, speechOf(breach)]));
}

/** An error that no known kernel gives for any of the rules that are broken. */
function foreignError({ answer, effects }: Observation): Speech[] {
  return answer.kind === "error" && effects.length === 0
    ? [`errno:${answer.errno.toLowerCase()}`]
    : [];
}

const extremes = new WeakMap<Profile, Extremes>();

function extremesOf(profile: Profile, catalog: Catalog): Extremes {
  const known = extremes.get(profile) ?? {
    everyRule: withOrders(profile, (order) => ({
      ...order,
      ordered: false,
      entries: [...order.entries, ...missing(order, catalog)],
    })),
    noRule: withOrders(profile, (order) => ({ ...order, entries: [] })),
  };
  extremes.set(profile, known);
  return known;
}

function withOrders(profile: Profile, change: (order: Order) => Order): Profile {
  return { ...profile, orders: profile.orders.map(change) };
}

/** The rules that other kernels have for the call. */
function missing({ call, entries }: Order, catalog: Catalog): Entry[] {
  const has = new Set(entries.map(({ rule }) => rule));
  return rulesOf(call, catalog)
    .filter((rule) => !has.has(rule))
    .map((rule) => entryOf(rule, catalog));
}

/** The rule as it stands in an order where nothing is known of it. */
export function entryOf(rule: number, { rules }: Catalog): Entry {
  const known = rules[rule];
  if (!known) throw new RangeError(`there is no rule ${rule}`);
  return { rule, breach: known.breach, evidence: "unverified" };
}

/** The places of all rules of a call in the catalogue. */
export function rulesOf(call: string, { rules }: Catalog): number[] {
  return rules.flatMap(({ id }, index) => (id.startsWith(`${call}.`) ? [index] : []));
}

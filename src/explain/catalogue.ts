import {
  type Alternative,
  type Breach,
  catalog,
  type Evidence,
  familiesOf,
  type Profile,
  type Question,
  type Rule,
} from "../model/catalog.js";

export { STANDARD as standard } from "../model/catalog.js";

/** Where a rule stands in one profile's order of checks. */
export interface Place {
  readonly profile: string;
  /** From 1; null where the profile has no order, so that any broken rule may speak. */
  readonly place: number | null;
  /** How many rules the profile has for the call. */
  readonly of: number;
  /** What this kernel gives when the rule is broken: an error, or a signal. */
  readonly breach: string;
  readonly evidence: Evidence;
  /** The id of the rule checked just before; null for the first, and without an order. */
  readonly after: string | null;
}

/** How one profile answers a question. */
export interface Stance {
  readonly profile: string;
  /** Null where the profile leaves the question open. */
  readonly alternative: string | null;
  readonly evidence: Evidence;
}

/** One profile's checks for one call. */
export interface CallOrder {
  readonly profile: string;
  readonly ordered: boolean;
  readonly entries: readonly {
    readonly rule: string;
    readonly breach: string;
    readonly evidence: Evidence;
  }[];
}

/** The rule of that id; undefined if there is none. */
export function ruleNamed(id: string): Rule | undefined {
  return catalog().rules.find((rule) => rule.id === id);
}

/** The question of that id; undefined if there is none. */
export function questionNamed(id: string): Question | undefined {
  return catalog().questions.find((question) => question.id === id);
}

/** The part of an id before its dot: the call that it is about. */
export function callOf(id: string): string {
  return id.slice(0, id.indexOf("."));
}

/** What a broken rule gives, as programs write it: `EPERM`, or `SIGTTOU` if it is a gate. */
export function breachName({ val }: Breach): string {
  return val.toUpperCase();
}

/** The rule's place in every profile that has it. */
export function placesOf(id: string): Place[] {
  return ordersOf(callOf(id)).flatMap(({ profile, ordered, entries }) => {
    const index = entries.findIndex(({ rule }) => rule === id);
    const entry = entries[index];
    if (!entry) return [];
    const { breach, evidence } = entry;
    const place = ordered ? index + 1 : null;
    const after = ordered ? (entries[index - 1]?.rule ?? null) : null;
    return [{ profile, place, of: entries.length, breach, evidence, after }];
  });
}

/** The checks of a call in every profile that has any. */
export function ordersOf(call: string): CallOrder[] {
  const { profiles, rules } = catalog();
  return profiles.flatMap((profile) => {
    const order = profile.orders.find((candidate) => candidate.call === call);
    if (!order) return [];
    const entries = order.entries.map(({ rule, breach, evidence }) => ({
      rule: rules[rule]?.id ?? "",
      breach: breachName(breach),
      evidence,
    }));
    return [{ profile: profile.name, ordered: order.ordered, entries }];
  });
}

/** How every profile answers a question. */
export function stancesOf(question: Question): Stance[] {
  const { profiles, questions } = catalog();
  const index = questions.indexOf(question);
  return profiles.flatMap((profile) => {
    const answer = profile.answers.find((candidate) => candidate.question === index);
    if (!answer) return [];
    const { alternative, evidence } = answer;
    const name = alternative === undefined ? undefined : question.alternatives[alternative]?.name;
    return [{ profile: profile.name, alternative: name ?? null, evidence }];
  });
}

/** The alternative that a profile takes; undefined where it leaves the question open. */
export function alternativeOf(question: Question, profile: string): Alternative | undefined {
  const stance = stancesOf(question).find((candidate) => candidate.profile === profile);
  return question.alternatives.find(({ name }) => name === stance?.alternative);
}

/** A check that a kernel makes before it performs a call. */
export interface Check {
  readonly rule: Rule;
  /** What the kernel gives if the rule is broken: an error, or a signal. */
  readonly breach: string;
}

/** The checks of a call in the order of the profile; in that of the catalogue if it has none. */
export function checksOf(call: string, { orders }: Profile): Check[] {
  const { rules } = catalog();
  return familiesOf(call).flatMap((family) =>
    (orders.find((order) => order.call === family)?.entries ?? []).flatMap(({ rule, breach }) => {
      const broken = rules[rule];
      return broken ? [{ rule: broken, breach: breachName(breach) }] : [];
    }),
  );
}

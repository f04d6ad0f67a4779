import type { Answer, Entry, Order, Profile } from "../model/catalog.js";

/** The profile with the order of one call replaced. */
function withOrder(profile: Profile, call: string, change: (order: Order) => Order): Profile {
  return {
    ...profile,
    orders: profile.orders.map((order) => (order.call === call ? change(order) : order)),
  };
}

/** The kernel that checks these rules of one call, in this order. */
export function ordering(profile: Profile, call: string, entries: readonly Entry[]): Profile {
  return withOrder(profile, call, (order) => ({ ...order, entries: [...entries] }));
}

const inNoOrder = new WeakMap<Profile, Profile>();

/**
 * The kernel that checks the same rules in no order: any of those that are broken may speak. There
 * is one for a profile, so that it has one machine.
 */
export function unordered(profile: Profile): Profile {
  const variant = inNoOrder.get(profile) ?? withoutOrder(profile);
  inNoOrder.set(profile, variant);
  return variant;
}

function withoutOrder(profile: Profile): Profile {
  return { ...profile, orders: profile.orders.map((order) => ({ ...order, ordered: false })) };
}

/** The kernel that lacks one rule. */
export function without(profile: Profile, rule: number): Profile {
  const keep = (entry: Entry) => entry.rule !== rule;
  return {
    ...profile,
    orders: profile.orders.map((order) => ({ ...order, entries: order.entries.filter(keep) })),
  };
}

/** The kernel that has one rule of a call besides, or with another breach. */
export function including(profile: Profile, call: string, entry: Entry): Profile {
  const others = (entries: readonly Entry[]) => entries.filter(({ rule }) => rule !== entry.rule);
  return withOrder(profile, call, (order) => ({
    ...order,
    entries: [...others(order.entries), entry],
  }));
}

/** The kernel that answers one question differently. */
export function answering(profile: Profile, question: number, alternative: number): Profile {
  const change = (answer: Answer): Answer =>
    answer.question === question ? { ...answer, alternative } : answer;
  return { ...profile, answers: profile.answers.map(change) };
}

/** The kernel that checks two neighbouring rules of one call the other way round. */
export function swapping(profile: Profile, call: string, first: number): Profile {
  return withOrder(profile, call, (order) => {
    const entries = [...order.entries];
    const [a, b] = [entries[first], entries[first + 1]];
    if (a && b) entries.splice(first, 2, b, a);
    return { ...order, entries };
  });
}

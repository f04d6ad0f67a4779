// What calls broke, all of it, while rules are surveyed. A step can ask several orders: a call that
// sleeps asks its own again when it looks whether it can return.

/** More orders than these are not asked in one step: each process has one call. */
const SURVEYS_MAX: i32 = 16;
const orders = new StaticArray<i32>(SURVEYS_MAX);
const sets = new StaticArray<u64>(SURVEYS_MAX);

/** How many times since `forgetSurveys` some rule was broken. */
export let surveys: i32 = 0;
export function forgetSurveys(): void { surveys = 0; }

/** Notes the rules of an order, by their places in it, that were broken at once. */
export function noteSurvey(order: i32, broken: u64): void {
  if (broken == 0 || surveys == SURVEYS_MAX) return;
  unchecked(orders[surveys] = order);
  unchecked(sets[surveys++] = broken);
}

/** Of the n-th time: the place of the order in its profile, and the rules by their places in it. */
export function surveyedOrder(n: i32): i32 { return orders[n]; }
export function surveyedRules(n: i32): u64 { return sets[n]; }

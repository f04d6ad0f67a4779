import { choose } from "./choice";
import { asked, forgetAsked } from "./question";
import { Signal } from "./signal";
import { answer } from "./step";
import { forgetSurveys, noteSurvey } from "./survey";

/**
 * What a call gives that breaks a rule: an error, or a signal to the caller's group, after which it
 * tries again.
 */
export type Breach = i32;
const SIGNALLED: Breach = 128;
export function signalled(signal: Signal): Breach { return SIGNALLED | signal; }
export function isSignal(breach: Breach): bool { return breach >= SIGNALLED; }
export function signalOf(breach: Breach): Signal { return breach & 127; }

/** What a call's arguments say of it before anything else is looked at: a set of bits. */
export type Traits = u32;
/** Of a call that has no others. */
export const PLAIN: Traits = 1;
/** Some argument is one that no program means. */
export const ODD: Traits = 2;

/** How well a fact about one kernel is known. The cases of `catalog.evidence`. */
export const enum Evidence { MEASURED, SOURCE, REPORTED, GENERAL, UNVERIFIED }

/** All rules there are; a rule's index is its place here. */
export const RULES: AnyRule[] = [];

/** What is said of a rule, whatever call it guards. */
export class AnyRule {
  readonly index: i32;
  constructor(
    /** `call.kebab-case`. */
    readonly id: string,
    readonly breach: Breach,
    /** Volume, function and place in the standard. */
    readonly clause: string,
    /** One sentence that holds when the rule is kept. */
    readonly text: string,
    /** The place of its predicate in the table of functions. */
    readonly predicate: u32,
    /** It can be broken only by calls with one of these traits. */
    readonly concerns: Traits,
  ) {
    this.index = RULES.length;
    RULES.push(this);
  }
  /** The call that the rule guards. */
  get call(): string { return this.id.substring(0, this.id.indexOf(".")); }
}

/**
 * One sentence that can refuse a call. It is written once: the judge evaluates it, the journal
 * names it, and every text about it is printed from it.
 */
export class Rule<Call> extends AnyRule {
  constructor(
    id: string, breach: Breach, clause: string, text: string,
    readonly broken: (call: Call) => bool,
    concerns: Traits = ~0,
  ) {
    super(id, breach, clause, text, broken.index, concerns);
  }
}

/** A rule's place in an order, with what this kernel gives for its breach. */
export class Entry {
  constructor(readonly rule: AnyRule, readonly breach: Breach, readonly evidence: Evidence) {}
}

/** Every rule is asked, also those behind the first that is broken: see `brokenRules`. */
let surveying: bool = false;
export function surveyRules(on: bool): void { surveying = on; }

/** While rules are surveyed: the order that the call has asked, and what it broke of it. */
export let surveyed: Order = changetype<Order>(0);
export let brokenRules: u64 = 0;
export function forgetSurvey(): void {
  brokenRules = 0;
  forgetSurveys();
}

/**
 * The rules of one call. A kernel stops at the first that is broken; without an order any of them
 * may speak.
 */
export class Order {
  /** The functions of the rules' predicates, one after the other, which are called most of all. */
  private readonly predicates: StaticArray<u32>;
  /** Among the orders of its profile. */
  place: i32 = 0;
  /** The traits that each of them is about. */
  private readonly concerns: StaticArray<Traits>;

  constructor(readonly call: string, readonly ordered: bool, readonly entries: Entry[]) {
    this.predicates = new StaticArray<u32>(entries.length);
    this.concerns = new StaticArray<Traits>(entries.length);
    for (let i = 0; i < entries.length; i++) {
      this.predicates[i] = entries[i].rule.predicate;
      this.concerns[i] = entries[i].rule.concerns;
    }
  }

  /**
   * Writes the refusal to the answer if a rule is broken. If the breach is a signal, the call is
   * held up: see `holdUp`.
   */
  refuses<Call>(call: Call, traits: Traits = PLAIN): bool {
    if (surveying) this.survey<Call>(call, traits);
    if (!this.ordered) return this.refusesAny<Call>(call, traits);
    const predicates = this.predicates;
    const concerns = this.concerns;
    for (let i = 0, n = predicates.length; i < n; i++) {
      if ((unchecked(concerns[i]) & traits) == 0) continue;
      if (!call_indirect<bool>(unchecked(predicates[i]), call)) continue;
      const entry = unchecked(this.entries[i]);
      refuse(entry.breach);
      answer.addRule(entry.rule.index);
      return true;
    }
    return false;
  }

  /** What the rules ask that the kernel does not come to is not asked. */
  private survey<Call>(call: Call, traits: Traits): void {
    const before = asked;
    surveyed = this;
    brokenRules = this.broken<Call>(call, traits);
    noteSurvey(this.place, brokenRules);
    forgetAsked(before);
  }

  /** The rules that the call breaks, by their places. */
  private broken<Call>(call: Call, traits: Traits): u64 {
    let broken: u64 = 0;
    for (let i = 0, n = this.predicates.length; i < n; i++) {
      if ((unchecked(this.concerns[i]) & traits) == 0) continue;
      if (call_indirect<bool>(unchecked(this.predicates[i]), call)) broken |= 1 << (<u64>i);
    }
    return broken;
  }

  /** Every broken rule counts; which of their breaches is given is a choice. */
  private refusesAny<Call>(call: Call, traits: Traits): bool {
    const entries = this.entries;
    const broken = this.broken<Call>(call, traits);
    if (broken == 0) return false;
    const breach = this.nthBreach(broken, choose(this.countBreaches(broken)));
    refuse(breach);
    for (let i = 0, n = entries.length; i < n; i++) {
      const entry = unchecked(entries[i]);
      if ((broken >> (<u64>i) & 1) != 0 && entry.breach == breach) answer.addRule(entry.rule.index);
    }
    return true;
  }

  private countBreaches(broken: u64): i32 {
    let count = 0;
    let seen: u64 = 0;
    for (let rest = broken; rest != 0; rest &= rest - 1) {
      if (!this.isBroken(seen, unchecked(this.entries[<i32>ctz(rest)]).breach)) count++;
      seen |= rest & (0 - rest);
    }
    return count;
  }

  /** One of these entries gives this for its breach. */
  private isBroken(among: u64, breach: Breach): bool {
    for (; among != 0; among &= among - 1) {
      if (unchecked(this.entries[<i32>ctz(among)]).breach == breach) return true;
    }
    return false;
  }

  /** The n-th breach, counting equal ones once. */
  private nthBreach(broken: u64, n: i32): Breach {
    let seen: u64 = 0;
    while (true) {
      const i = <i32>ctz(broken);
      const breach = unchecked(this.entries[i]).breach;
      if (!this.isBroken(seen, breach) && n-- == 0) return breach;
      seen |= 1 << (<u64>i);
      broken &= broken - 1;
    }
  }
}

function refuse(breach: Breach): void {
  if (isSignal(breach)) answer.holds(signalOf(breach));
  else answer.refuses(breach);
}

import { choose } from "./choice";
import { Errno } from "./errno";
import { answer } from "./step";

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
    readonly errno: Errno,
    /** Volume, function and place in the standard. */
    readonly clause: string,
    /** One sentence that holds when the rule is kept. */
    readonly text: string,
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
    id: string, errno: Errno, clause: string, text: string,
    readonly broken: (call: Call) => bool,
  ) {
    super(id, errno, clause, text);
  }
}

/** A rule's place in an order, with the error that this kernel gives. */
export class Entry {
  constructor(readonly rule: AnyRule, readonly errno: Errno, readonly evidence: Evidence) {}
}

/**
 * The rules of one call. A kernel stops at the first that is broken; without an order any of them
 * may speak.
 */
export class Order {
  constructor(readonly call: string, readonly ordered: bool, readonly entries: Entry[]) {}

  /** Writes the refusal to the answer if a rule is broken. */
  refuses<Call>(call: Call): bool {
    if (!this.ordered) return this.refusesAny<Call>(call);
    const entries = this.entries;
    for (let i = 0, n = entries.length; i < n; i++) {
      const entry = unchecked(entries[i]);
      if (!changetype<Rule<Call>>(entry.rule).broken(call)) continue;
      answer.refuses(entry.errno);
      answer.addRule(entry.rule.index);
      return true;
    }
    return false;
  }

  /** Every broken rule counts; which of their errors is given is a choice. */
  private refusesAny<Call>(call: Call): bool {
    const entries = this.entries;
    let broken: u64 = 0;
    let errnos: u64 = 0;
    for (let i = 0, n = entries.length; i < n; i++) {
      const entry = unchecked(entries[i]);
      if (!changetype<Rule<Call>>(entry.rule).broken(call)) continue;
      broken |= 1 << (<u64>i);
      errnos |= 1 << (<u64>entry.errno);
    }
    if (broken == 0) return false;
    const errno = nthBit(errnos, choose(<i32>popcnt(errnos)));
    answer.refuses(errno);
    for (let i = 0, n = entries.length; i < n; i++) {
      const entry = unchecked(entries[i]);
      if ((broken >> (<u64>i) & 1) != 0 && entry.errno == errno) answer.addRule(entry.rule.index);
    }
    return true;
  }
}

function nthBit(bits: u64, n: i32): i32 {
  while (n-- > 0) bits &= bits - 1;
  return <i32>ctz(bits);
}

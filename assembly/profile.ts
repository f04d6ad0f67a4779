import { QUESTIONS_MAX, setAnswer } from "./process";
import { QUESTIONS, Question } from "./question";
import { AnyRule, Breach, Entry, Evidence, Order } from "./rule";

/** The calls that have rules, each with an order in every profile. */
export const enum Call {
  SETPGID, GETPGID, GETSID, SETSID, KILL, WAITPID, EXECVE,
  WAITID, SIGACTION, SETRESUID, RAISE,
  OPEN, CLOSE, TIOCSCTTY, TIOCNOTTY, TCGETPGRP, TCSETPGRP, TCGETSID, TCSETATTR, READ, WRITE, TYPE,
  COUNT,
}
const CALLS: string[] = [
  "setpgid", "getpgid", "getsid", "setsid", "kill", "waitpid", "execve",
  "waitid", "sigaction", "setresuid", "raise",
  "open", "close", "tiocsctty", "tiocnotty", "tcgetpgrp", "tcsetpgrp", "tcgetsid", "tcsetattr",
  "read", "write", "type",
];

/** The answer of one kernel to one question; -1 where it is open. */
export class KnownAnswer {
  constructor(readonly question: Question, readonly alternative: i32,
    readonly evidence: Evidence) {}
}

/** One kernel: an order for each call and an answer to each question. Data, nothing else. */
export class Profile {
  constructor(
    readonly name: string,
    /** What was looked at, and how well it is known. */
    readonly text: string,
    readonly orders: Order[],
    readonly answers: KnownAnswer[],
  ) {
    for (let i = 0; i < orders.length; i++) orders[i].place = i;
  }

  /** Some question is open. */
  get isOpen(): bool {
    for (let i = 0; i < this.answers.length; i++) if (this.answers[i].alternative < 0) return true;
    return false;
  }
}

let current = changetype<Profile>(0);

/** The profile that calls are judged by from now on. */
export function use(profile: Profile): void { current = profile; }

/** Writes the profile's answers into the state block. */
export function settleAnswers(profile: Profile): void {
  for (let i = 0; i < QUESTIONS_MAX; i++) setAnswer(i, 0);
  for (let i = 0; i < profile.answers.length; i++) {
    const known = profile.answers[i];
    setAnswer(known.question.index, <u8>(known.alternative + 1));
  }
}

export function orderOf(call: Call): Order { return unchecked(current.orders[call]); }

/**
 * What is wrong with the profile, or an empty string: every call has its order, every question its
 * answer, once.
 */
export function faultIn(profile: Profile): string {
  if (profile.orders.length != Call.COUNT) return `a profile has one order for each of: ${CALLS.join(", ")}`;
  for (let i = 0; i < profile.orders.length; i++) {
    const order = profile.orders[i];
    if (order.call != CALLS[i]) return `order ${i + 1} must be that of ${CALLS[i]}, not of ${order.call}`;
    for (let k = 0; k < order.entries.length; k++) {
      const rule = order.entries[k].rule;
      if (rule.call != order.call) return `the order of ${order.call} cannot hold the rule ${rule.id}`;
    }
  }
  if (profile.answers.length != QUESTIONS.length) return "a profile answers every question once";
  for (let i = 0; i < profile.answers.length; i++) {
    const known = profile.answers[i];
    if (known.question.index != i) return `answer ${i + 1} must be to ${QUESTIONS[i].id}`;
    const count = known.question.alternatives.length;
    if (known.alternative >= count) return `${known.question.id} has no such answer`;
  }
  return "";
}

// --- how the tables in profiles/ are written -----------------------------------------------------

export function measured(rule: AnyRule, breach: Breach = rule.breach): Entry {
  return new Entry(rule, breach, Evidence.MEASURED);
}
export function read(rule: AnyRule, breach: Breach = rule.breach): Entry {
  return new Entry(rule, breach, Evidence.SOURCE);
}
export function reported(rule: AnyRule, breach: Breach = rule.breach): Entry {
  return new Entry(rule, breach, Evidence.REPORTED);
}
export function known(rule: AnyRule, breach: Breach = rule.breach): Entry {
  return new Entry(rule, breach, Evidence.GENERAL);
}
export function unverified(rule: AnyRule, breach: Breach = rule.breach): Entry {
  return new Entry(rule, breach, Evidence.UNVERIFIED);
}

export function is(question: Question, alternative: i32, evidence: Evidence): KnownAnswer {
  return new KnownAnswer(question, alternative, evidence);
}

/** The answers in the order of the questions. */
export function answers(list: KnownAnswer[]): KnownAnswer[] {
  return list.sort((a, b) => a.question.index - b.question.index);
}

/**
 * A kernel that is taken to be like another one where nothing else is known: the orders and answers
 * of the other that are not replaced are its own, unverified.
 */
export function like(other: Profile, name: string, text: string, orders: Order[],
  replaced: KnownAnswer[]): Profile {
  const allOrders: Order[] = [];
  for (let i = 0; i < other.orders.length; i++) {
    let order = changetype<Order>(0);
    for (let k = 0; k < orders.length; k++) if (orders[k].call == other.orders[i].call) order =
      orders[k];
    allOrders.push(changetype<usize>(order) == 0 ? doubted(other.orders[i]) : order);
  }
  const all: KnownAnswer[] = [];
  for (let i = 0; i < other.answers.length; i++) {
    const theirs = other.answers[i];
    let mine = is(theirs.question, theirs.alternative, Evidence.UNVERIFIED);
    for (let k = 0; k < replaced.length; k++) if (replaced[k].question == theirs.question) mine =
      replaced[k];
    all.push(mine);
  }
  return new Profile(name, text, allOrders, all);
}

function doubted(order: Order): Order {
  const entries: Entry[] = [];
  for (let i = 0; i < order.entries.length; i++) entries.push(unverified(order.entries[i].rule,
    order.entries[i].breach));
  return new Order(order.call, order.ordered, entries);
}

import { allocate, release } from "../arena";
import { PROFILES } from "../catalog";
import { KnownAnswer, Profile } from "../profile";
import { QUESTIONS, Question } from "../question";
import { AnyRule, Breach, Order, RULES, isSignal, signalOf } from "../rule";
import { ANSWER_SIZE, ENTRY_SIZE, ORDER_SIZE } from "./lift-profile";
import { RESULT, storeSpan, storeString } from "./memory";

// The exports of the interface `catalog`, and the layouts of its records:
//
//   rule         { id @0, breach @8, clause @12, text @20 }          28 bytes
//   alternative  { name @0, text @8, permitted bool @16 }            20 bytes
//   question     { id @0, clause @8, text @16, alternatives @24 }    32 bytes
//
// Those of a profile and a breach stand in lift-profile.ts.

function storeBreach(at: usize, breach: Breach): void {
  store<u8>(at, <u8>isSignal(breach));
  store<u8>(at, <u8>signalOf(breach), 1);
}

function storeRule(at: usize, rule: AnyRule): void {
  storeString(at, rule.id);
  storeBreach(at + 8, rule.breach);
  storeString(at + 12, rule.clause);
  storeString(at + 20, rule.text);
}

export function catalogRules(): usize {
  const list = allocate(<usize>RULES.length * 28);
  for (let i = 0; i < RULES.length; i++) storeRule(list + <usize>i * 28, RULES[i]);
  storeSpan(RESULT, list, RULES.length);
  release();
  return RESULT;
}

function storeQuestion(at: usize, question: Question): void {
  storeString(at, question.id);
  storeString(at + 8, question.clause);
  storeString(at + 16, question.text);
  const all = question.alternatives;
  const list = allocate(<usize>all.length * 20);
  for (let i = 0; i < all.length; i++) {
    const to = list + <usize>i * 20;
    storeString(to, all[i].name);
    storeString(to + 8, all[i].text);
    store<u8>(to, <u8>all[i].permitted, 16);
  }
  storeSpan(at + 24, list, all.length);
}

export function catalogQuestions(): usize {
  const list = allocate(<usize>QUESTIONS.length * 32);
  for (let i = 0; i < QUESTIONS.length; i++) storeQuestion(list + <usize>i * 32, QUESTIONS[i]);
  storeSpan(RESULT, list, QUESTIONS.length);
  release();
  return RESULT;
}

function storeOrder(at: usize, order: Order): void {
  storeString(at, order.call);
  store<u8>(at, <u8>order.ordered, 8);
  const entries = order.entries;
  const list = allocate(<usize>entries.length * ENTRY_SIZE);
  for (let i = 0; i < entries.length; i++) {
    const to = list + <usize>i * ENTRY_SIZE;
    store<u16>(to, <u16>entries[i].rule.index);
    storeBreach(to + 2, entries[i].breach);
    store<u8>(to, <u8>entries[i].evidence, 4);
  }
  storeSpan(at + 12, list, entries.length);
}

function storeAnswer(at: usize, known: KnownAnswer): void {
  store<u16>(at, <u16>known.question.index);
  store<u8>(at, <u8>(known.alternative >= 0), 2);
  store<u8>(at, <u8>known.alternative, 3);
  store<u8>(at, <u8>known.evidence, 4);
}

function storeProfile(at: usize, profile: Profile): void {
  storeString(at, profile.name);
  storeString(at + 8, profile.text);
  const orders = allocate(<usize>profile.orders.length * ORDER_SIZE);
  for (let i = 0; i < profile.orders.length; i++) {
    storeOrder(orders + <usize>i * ORDER_SIZE, profile.orders[i]);
  }
  storeSpan(at + 16, orders, profile.orders.length);
  const answers = allocate(<usize>profile.answers.length * ANSWER_SIZE);
  for (let i = 0; i < profile.answers.length; i++) {
    storeAnswer(answers + <usize>i * ANSWER_SIZE, profile.answers[i]);
  }
  storeSpan(at + 24, answers, profile.answers.length);
}

export function catalogProfiles(): usize {
  const list = allocate(<usize>PROFILES.length * 32);
  for (let i = 0; i < PROFILES.length; i++) storeProfile(list + <usize>i * 32, PROFILES[i]);
  storeSpan(RESULT, list, PROFILES.length);
  release();
  return RESULT;
}

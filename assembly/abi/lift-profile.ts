import { KnownAnswer, Profile, faultIn, is } from "../profile";
import { QUESTIONS } from "../question";
import { Breach, Entry, Order, RULES, signalled } from "../rule";
import { loadString, stringAt } from "./memory";

// Reads the record `catalog.profile` that a host passes. Its layout, and that of a breach:
//
//   breach       { case u8 @0, errno or signal u8 @1 }                2 bytes
//   entry        { rule u16 @0, breach @2, evidence u8 @4 }           6 bytes
//   order        { call @0, ordered bool @8, entries @12 }           20 bytes
//   answer       { question u16 @0, alternative option<u8> @2 @3, evidence u8 @4 }   6 bytes
//   profile      { name @0, text @8, orders @16, answers @24 }       32 bytes
export const ENTRY_SIZE: usize = 6;
export const ORDER_SIZE: usize = 20;
export const ANSWER_SIZE: usize = 6;

/** What is wrong with the numbers in the record, or an empty string. */
let fault: string = "";

/** What is wrong with the profile that was lifted last, or an empty string. */
export function faultInLifted(profile: Profile): string {
  return fault.length != 0 ? fault : faultIn(profile);
}

function loadBreach(at: usize): Breach {
  const value: i32 = load<u8>(at, 1);
  return load<u8>(at) != 0 ? signalled(value) : value;
}

function loadOrder(at: usize): Order {
  const entries: Entry[] = [];
  const list: usize = load<u32>(at, 12);
  for (let i: usize = 0, n: usize = load<u32>(at, 16); i < n; i++) {
    const from = list + i * ENTRY_SIZE;
    const rule = <i32>load<u16>(from);
    if (rule < RULES.length) {
      entries.push(new Entry(RULES[rule], loadBreach(from + 2), load<u8>(from, 4)));
    }
    else fault = `there is no rule ${rule}`;
  }
  return new Order(loadString(at), load<u8>(at, 8) != 0, entries);
}

/** An option<u8>: -1 stands for none. */
function loadAlternative(at: usize): i32 {
  return load<u8>(at) != 0 ? <i32>load<u8>(at, 1) : -1;
}

function loadAnswers(list: usize, count: usize): KnownAnswer[] {
  const answers: KnownAnswer[] = [];
  for (let i: usize = 0; i < count; i++) {
    const at = list + i * ANSWER_SIZE;
    const question = <i32>load<u16>(at);
    if (question >= QUESTIONS.length) fault = `there is no question ${question}`;
    else answers.push(is(QUESTIONS[question], loadAlternative(at + 2), load<u8>(at, 4)));
  }
  return answers;
}

/** The record as a function gets it: each string and list as an address and a length. */
export function liftProfile(
  name: usize, nameLength: usize, text: usize, textLength: usize,
  orders: usize, orderCount: usize, answers: usize, answerCount: usize,
): Profile {
  fault = "";
  const list: Order[] = [];
  for (let i: usize = 0; i < orderCount; i++) list.push(loadOrder(orders + i * ORDER_SIZE));
  return new Profile(stringAt(name, nameLength), stringAt(text, textLength), list,
    loadAnswers(answers, answerCount));
}

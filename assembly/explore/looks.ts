import { Process, end, first } from "../process";
import { Answer, Change, Completion, Effect, Outcome, answer, step } from "../step";
import { NO_TERMINAL, controlling } from "../terminal";
import { SPREAD, SPREAD_TOO } from "./contents";

// What a program could see of a step and of the processes after it, as one number. Two that are
// different can be told apart; the order in which things happen cannot be seen, so it is a sum.

/** The look of the step in hand, and of the state that it has led to. Its notes must be kept. */
export function look(): u64 {
  let sum = mixed(1, step.outcome);
  if (step.outcome == Outcome.COMPLETED) sum += lookOfAnswer(answer, 2);
  for (let i = 0; i < step.changeCount; i++) sum += lookOfChange(step.change(i), i);
  for (let p = first(), stop = end(); p != stop; p = p.next) if (p.exists) sum += lookOfProcess(p);
  return sum;
}

function mixed(hash: u64, word: u64): u64 { return (rotl(hash, 23) ^ word) * SPREAD; }

/** So that what is summed cannot make up for one another. */
function ended(hash: u64): u64 { return (hash ^ hash >> 32) * SPREAD_TOO; }

function lookOfAnswer(a: Answer, seed: u64): u64 {
  let hash = mixed(seed, a.completion);
  hash = mixed(hash, a.value);
  if (a.completion == Completion.REPORTED) hash = mixed(hash, a.statusKind << 8 | a.statusCode);
  if (a.completion == Completion.REFUSED) hash = mixed(hash, a.errno);
  return ended(hash);
}

function lookOfChange(change: Change, i: i32): u64 {
  const hash = mixed(change.kind + 16, change.process);
  switch (change.kind) {
    case Effect.DIED: return ended(mixed(hash, change.detail << 8 | change.extra));
    case Effect.RESUMED: return lookOfAnswer(change.answer, hash);
    case Effect.CAUGHT: return hasRun(change, i) ? 0 : ended(mixed(hash, change.detail));
    // That somebody is stopped or goes on is seen in what he is then.
    default: return 0;
  }
}

/** The handler ran before in this step: it is seen once, however often it runs. */
function hasRun(change: Change, i: i32): bool {
  for (let k = 0; k < i; k++) {
    const earlier = step.change(k);
    if (earlier.kind == Effect.CAUGHT && earlier.process == change.process
      && earlier.detail == change.detail) return true;
  }
  return false;
}

function lookOfProcess(p: Process): u64 {
  let hash = mixed(p.pid + 64, p.parent);
  hash = mixed(mixed(hash, p.group), p.session);
  hash = mixed(hash, p.state);
  if (p.lives && p.terminal != NO_TERMINAL) {
    hash = mixed(mixed(hash, p.terminal), controlling(p).foreground);
  }
  return ended(hash);
}

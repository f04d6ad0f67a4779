import { allocate } from "../arena";
import { Answer, Change, Completion, Effect, Outcome, Step } from "../step";
import { storeSpan } from "./memory";

// The layouts of `types.outcome`, `types.effect` and `types.step`. A variant is its case in a byte
// at 0 and, here, its payload at 4.
//
//   wait-status  { case u8 @0, code u8 @1 }                                            2 bytes
//   completion   { case u8 @0, returned s32 | reported child @4, status @8
//                  | refused errno u8 @4, rule option<u16> @6 @8
//                  | listed u32 @4 | disposed u8 @4 }                           12 bytes
//   outcome      { case u8 @0, completion @4 }                                  16 bytes
//   effect       { case u8 @0, two words, or process @4 and completion @8 }     20 bytes
//   step         { outcome @0, rules @16, effects @24 }                         32 bytes

export const STEP_SIZE: usize = 32;
const EFFECT_SIZE: usize = 20;

function storeStatus(at: usize, kind: i32, code: i32): void {
  store<u8>(at, <u8>kind);
  store<u8>(at, <u8>code, 1);
}

function storeRules(at: usize, answer: Answer): void {
  const count = answer.ruleCount;
  const list = allocate(<usize>count << 1);
  for (let i = 0; i < count; i++) store<u16>(list + (<usize>i << 1), answer.rule(i));
  storeSpan(at, list, count);
}

function storeCompletion(at: usize, answer: Answer): void {
  store<u8>(at, <u8>answer.completion);
  switch (answer.completion) {
    case Completion.RETURNED:
    case Completion.LISTED:
    case Completion.DISPOSED:
      store<i32>(at, answer.value, 4);
      break;
    case Completion.REPORTED:
      store<i32>(at, answer.value, 4);
      storeStatus(at + 8, answer.statusKind, answer.statusCode);
      break;
    case Completion.REFUSED:
      store<u8>(at, <u8>answer.errno, 4);
      store<u8>(at, <u8>(answer.ruleCount > 0), 6);
      store<u16>(at, answer.rule(0), 8);
  }
}

export function storeOutcome(at: usize, step: Step): void {
  store<u8>(at, <u8>step.outcome);
  if (step.outcome == Outcome.COMPLETED) storeCompletion(at + 4, step.answer);
}

function storeEffect(at: usize, change: Change): void {
  store<u8>(at, <u8>change.kind);
  switch (change.kind) {
    case Effect.DIED:
      store<i32>(at, change.process, 4);
      storeStatus(at + 8, change.detail, change.extra);
      break;
    case Effect.RESUMED:
      store<i32>(at, change.process, 4);
      storeCompletion(at + 8, change.answer);
      break;
    // A signal or a terminal, and the process it concerns; of a terminal that changes, its group.
    case Effect.GENERATED:
    case Effect.DISCARDED:
    case Effect.CAUGHT:
    case Effect.STOPPED:
    case Effect.PENDING:
    case Effect.CHANGED_DISPOSITION:
    case Effect.OPENED:
    case Effect.CLOSED:
    case Effect.ACQUIRED:
    case Effect.LOST:
    case Effect.CHANGED_FOREGROUND:
    case Effect.CHANGED_TERMINAL:
    case Effect.TYPED:
    case Effect.HUNG_UP:
    case Effect.REVOKED:
      store<u8>(at, <u8>change.detail, 4);
      store<i32>(at, change.process, 8);
      break;
    case Effect.FORKED:
    case Effect.STARTED_THREAD:
      store<i32>(at, change.detail, 4);
      break;
    default:
      store<i32>(at, change.process, 4);
      store<i32>(at, change.detail, 8);
  }
}

export function storeStep(at: usize, step: Step): void {
  storeOutcome(at, step);
  storeRules(at + 16, step.answer);
  const count = step.changeCount;
  const list = allocate(<usize>count * EFFECT_SIZE);
  for (let i = 0; i < count; i++) storeEffect(list + <usize>i * EFFECT_SIZE, step.change(i));
  storeSpan(at + 24, list, count);
}

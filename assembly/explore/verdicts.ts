import { Completion, Outcome, answer, step } from "../step";

// How calls came out, counted. A verdict is a number: one for each way to end without an error,
// then one for each errno that no rule gives, then one for each rule.

/** The cases of `exploration.verdict` that have nothing to say beside themselves. */
export const enum Verdict { DONE, REPORTED, BLOCKED, GONE, FAILED, REFUSED = 256 }

/** Verdicts are below this number. */
const VERDICTS: i32 = 512;

export function isRefusal(verdict: i32): bool { return verdict >= Verdict.FAILED; }

/** How the step in hand came out. */
export function verdictOfStep(): i32 {
  if (step.outcome == Outcome.BLOCKED) return Verdict.BLOCKED;
  if (step.outcome != Outcome.COMPLETED) return Verdict.GONE;
  if (answer.completion == Completion.REPORTED) return Verdict.REPORTED;
  if (answer.completion != Completion.REFUSED) return Verdict.DONE;
  if (answer.ruleCount == 0) return Verdict.FAILED + answer.errno;
  return Verdict.REFUSED + <i32>answer.rule(0);
}

/** How often each call came out in each way. */
export class Verdicts {
  private letters: i32 = 0;
  private counts: StaticArray<u64> = new StaticArray<u64>(0);

  begin(letters: i32): void {
    this.letters = letters;
    this.counts = new StaticArray<u64>(letters * VERDICTS);
  }
  add(letter: i32, verdict: i32, weight: u64): void {
    const at = letter * VERDICTS + verdict;
    unchecked(this.counts[at] += weight);
  }

  /** Letters and verdicts are counted through together. */
  get size(): i32 { return this.letters * VERDICTS; }
  count(at: i32): u64 { return this.counts[at]; }
  letter(at: i32): i32 { return at / VERDICTS; }
  verdict(at: i32): i32 { return at % VERDICTS; }
}

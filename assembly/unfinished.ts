import { again } from "./again";
import { Errno } from "./errno";
import { Process, State } from "./process";
import { Answer, Completion, Outcome, answer, noteResumed, step } from "./step";
import { awaken } from "./wake";

// Calls that have not returned: they are tried again, or they are over and the process has signals
// to take, or was stopped, before it has the answer.

/** A process looks again at most so often in a step: a handler that restarts its call may go on. */
const LOOKS_MAX: u8 = 3;

const savedAnswer = changetype<Answer>(memory.data(64, 8));

/** The call is tried again from its arguments. */
export function lookAgain(process: Process): void {
  process.woken = process.wasStopped = false;
  if (process.looks == LOOKS_MAX) return;
  process.looks++;
  const outcome = step.outcome;
  savedAnswer.copy(answer);
  process.asleep = false;
  process.state = State.RUNNING;
  again(process);
  if (!process.asleep) {
    process.asleep = true;
    process.state = State.BLOCKED;
    keepDue(process, answer);
  }
  step.outcome = outcome;
  answer.copy(savedAnswer);
}

/** The answer waits until the process runs. */
export function keepDue(process: Process, from: Answer): void {
  process.due = <u8>from.completion + 1;
  process.dueValue = from.value;
  process.dueKind = from.statusKind;
  process.dueCode = <u8>from.statusCode;
  process.dueErrno = <u8>from.errno;
  process.dueRules = from.ruleCount > 0 ? 1 : 0;
  process.dueRule = from.rule(0);
}

/** The call returns: in the caller's own step as its answer, else as one that was late. */
export function finish(process: Process): void {
  const own = step.outcome == Outcome.BLOCKED && process.pid == step.actor;
  const to = own ? answer : noteResumed(process.pid);
  if (own) step.outcome = Outcome.COMPLETED;
  to.fill(<Completion>(process.due - 1), process.dueValue, process.dueKind, process.dueCode,
    <Errno>process.dueErrno);
  if (process.dueRules != 0) to.addRule(process.dueRule);
  process.state = State.RUNNING;
  awaken(process);
}

/** The call is over, and fails. */
export function dueError(process: Process, errno: Errno): void {
  process.due = <u8>Completion.REFUSED + 1;
  process.dueErrno = <u8>errno;
  process.dueRules = 0;
}

import { Effect, note } from "./step";
import { Process } from "./process";
import { Signal } from "./signal";

/**
 * Sends a signal whose default action is to terminate. The death itself comes when the step
 * settles.
 */
export function generate(signal: Signal, target: Process): void {
  if (target.isZombie) {
    note(Effect.DISCARDED, target.pid, signal);
    return;
  }
  note(Effect.GENERATED, target.pid, signal);
  if (target.doom == 0) target.doom = <u8>(signal + 1);
}

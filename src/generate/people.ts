import { INIT } from "../trace/index.js";
import { anyCall } from "./calls.js";
import type { Draft } from "./draft.js";
import { constants, named, number } from "./written.js";

// Who there is for a pattern: what single calls would come to only by luck, a few calls that belong
// together, by whoever is there, with room for others in between.

/** Writes a few steps into the draft, or none if nobody is there for it. */
export type Pattern = (draft: Draft) => void;

/** Somebody who can make a call and is not `init`; a new child if there is none. */
export function somebody(draft: Draft): string | undefined {
  const others = draft.running.filter((name) => name !== INIT);
  return draft.dice.pick(others) ?? draft.fork(INIT);
}

/** A child of somebody who can make a call, with that parent; made if there is none. */
export function family(draft: Draft): { parent: string; child: string } | undefined {
  const { dice, running } = draft;
  const parents = running.filter((name) => draft.childrenOf(name).length > 0);
  const parent = dice.chance(70) ? dice.pick(parents) : somebody(draft);
  if (parent === undefined) return undefined;
  const children = draft.childrenOf(parent).filter((name) => draft.living.includes(name));
  const child = dice.chance(60) ? dice.pick(children) : undefined;
  const found = child ?? draft.fork(parent);
  return found === undefined ? undefined : { parent, child: found };
}

/** Now and then, something else comes in between. */
export function between(draft: Draft): void {
  if (draft.dice.chance(15)) anyCall(draft);
}

/** The process dies, by itself or of a signal. */
export function die(draft: Draft, name: string): void {
  const { dice } = draft;
  const canExit = draft.running.includes(name) && dice.chance(50);
  if (canExit) draft.call(name, "_exit", number(dice.oneOf(0, 0, 3)));
  else draft.call(killer(draft), "kill", named(name), constants(dice.oneOf("SIGKILL", "SIGSEGV")));
}

/** Who sends a signal that has to come from somewhere. */
export function killer({ dice, running }: Draft): string {
  return running.includes(INIT) && dice.chance(80) ? INIT : (dice.pick(running) ?? INIT);
}

/** The process is sent a signal that stops it. */
export function stop(draft: Draft, name: string): void {
  const signal = draft.dice.oneOf("SIGSTOP", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU");
  draft.call(killer(draft), "kill", named(name), constants(signal));
}

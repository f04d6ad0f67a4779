import { INIT } from "../trace/index.js";
import { drawArguments } from "./arguments.js";
import type { Draft } from "./draft.js";
import { between, die, type Pattern } from "./people.js";
import { backgroundOf, reopen, type Seat, seat, session } from "./terminal-patterns.js";
import { constants, masterOf, named, number, setOf } from "./written.js";

// Who is kept off the terminal, and what comes of it.

/** Somebody, who should be in the background, uses the terminal. */
export const background: Pattern = (draft) => {
  const { dice } = draft;
  const found = seat(draft);
  if (!found) return session(draft);
  const { tty, leader } = found;
  const name = dice.oneOf("read", "read", "write", "write", "tcsetattr", "tcsetpgrp", "tcsetpgrp");
  if (name === "write" ? dice.chance(80) : dice.chance(20))
    draft.call(dice.pick(draft.running) ?? INIT, "tcsetattr", named(tty), constants("TOSTOP"));
  const who = backgroundOf(draft, tty);
  const caller = who === undefined ? undefined : lonely(draft, who);
  if (caller === undefined) return;
  if (dice.chance(40)) shielded(draft, caller, name);
  if (dice.chance(25)) reopen(draft, caller, tty);
  if (dice.chance(12)) die(draft, leader);
  between(draft);
  const [, ...drawn] = drawArguments(draft, caller, name);
  const rest = name === "tcsetpgrp" && dice.chance(12) ? [number(-1)] : drawn;
  const end = dice.weighted([
    [8, named(tty)],
    [1, constants("/dev/tty")],
    [1, name.startsWith("tc") ? masterOf(tty) : named(tty)],
  ]);
  draft.call(caller, name, end ?? named(tty), ...rest);
  afterwards(draft, { tty, leader, caller });
};

/** A job whose shell is gone uses the terminal: nobody could continue it if that stopped it. */
export const abandoned: Pattern = (draft) => {
  const { dice } = draft;
  const found = seat(draft);
  const shell = found && draft.fork(found.leader);
  const caller = shell === undefined ? undefined : draft.fork(shell);
  if (!found || shell === undefined || caller === undefined) return session(draft);
  const { tty, leader } = found;
  draft.call(shell, "setpgid", number(0), number(0));
  draft.call(caller, "setpgid", number(0), number(0));
  if (dice.chance(85)) die(draft, shell);
  if (dice.chance(60)) draft.call(leader, "tcsetattr", named(tty), constants("TOSTOP"));
  const name = dice.oneOf("write", "write", "read", "tcsetattr", "tcsetpgrp");
  if (dice.chance(35)) shielded(draft, caller, name);
  if (dice.chance(25)) reopen(draft, caller, tty);
  const [, ...rest] = drawArguments(draft, caller, name);
  draft.call(caller, name, named(tty), ...rest);
};

/** The process, or a child of it that is left alone in a group of its own. */
function lonely(draft: Draft, who: string): string | undefined {
  const { dice } = draft;
  if (!dice.chance(35)) return who;
  const child = draft.fork(who);
  if (child === undefined) return who;
  draft.call(child, "setpgid", number(0), number(0));
  if (dice.chance(75)) die(draft, who);
  return child;
}

/** What may follow on a call that was held up. */
function afterwards(
  draft: Draft,
  { tty, leader, caller }: Seat & { readonly caller: string },
): void {
  const { dice } = draft;
  const news = constants("WUNTRACED", "WNOHANG");
  if (dice.chance(30)) draft.call(leader, "waitpid", named(caller), news);
  const after = dice.between(1, 5);
  if (after === 1) draft.call(leader, "tcsetpgrp", named(tty), named(caller));
  if (after === 2) die(draft, leader);
  if (after <= 4) draft.call(INIT, "kill", named(caller), constants("SIGCONT"));
  if (dice.chance(30)) draft.call(leader, "waitpid", named(caller), news);
}

/** The process does something about the signals that keep it off its terminal. */
function shielded(draft: Draft, who: string, name: string): void {
  const { dice } = draft;
  const signal = name === "read" ? "SIGTTIN" : "SIGTTOU";
  const action = dice.oneOf("ignore", "ignore", "catch");
  if (dice.chance(60)) draft.call(who, "sigaction", constants(signal), constants(action));
  else draft.call(who, "sigprocmask", constants("SIG_BLOCK"), setOf([signal]));
}

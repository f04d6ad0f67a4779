import { INIT } from "../trace/index.js";
import { anyOf } from "./calls.js";
import type { Draft } from "./draft.js";
import { die, type Pattern, stop } from "./people.js";
import { reopen, type Seat, seat, session, unprivileged, useOf } from "./terminal-patterns.js";
import { constants, masterOf, named, number, quoted } from "./written.js";

// What comes from the other end of a terminal: keys, lines, and a hangup.

/** Somebody reads, and something is typed. */
export const typing: Pattern = (draft) => {
  const { dice } = draft;
  const found = seat(draft);
  if (!found) return session(draft);
  const { tty, leader } = found;
  const reader = dice.pick([leader, ...draft.childrenOf(leader)]) ?? leader;
  if (dice.chance(25)) return overtaken(draft, { tty, leader });
  if (dice.chance(20)) return deserted(draft, { tty, leader });
  if (dice.chance(60)) draft.call(reader, "read", named(tty), number(dice.oneOf(1, 9)));
  if (dice.chance(20)) draft.call(INIT, "kill", named(leader), constants("SIGUSR1"));
  const keys = dice.oneOf("^C", "^Z", "^\\", "ab\n", "ab\n", "a");
  draft.call(INIT, "type", named(tty), quoted(keys));
  if (dice.chance(30)) draft.call(INIT, "kill", named(leader), constants("SIGCONT"));
};

/** A member of the foreground gives its terminal up, and a key is typed. */
function deserted(draft: Draft, { tty, leader }: Seat): void {
  const { dice } = draft;
  const member = draft.fork(leader);
  if (member === undefined) return;
  if (dice.chance(50)) draft.call(leader, "tcsetpgrp", named(tty), named(leader));
  givesUp(draft, member, tty);
  draft.call(INIT, "type", named(tty), quoted(dice.oneOf("^C", "^Z", "^\\")));
}

/** The leader takes the foreground from a job that sleeps in a read. */
function overtaken(draft: Draft, { tty, leader }: Seat): void {
  const { dice } = draft;
  const shield = dice.oneOf("ignore", "ignore", "catch");
  draft.call(leader, "sigaction", constants("SIGTTOU"), constants(shield));
  const reader = draft.fork(leader);
  if (reader === undefined) return;
  draft.call(reader, "setpgid", number(0), number(0));
  draft.call(leader, "tcsetpgrp", named(tty), named(reader));
  draft.call(reader, "read", named(tty), number(dice.oneOf(1, 9)));
  draft.call(leader, "tcsetpgrp", named(tty), named(leader));
  draft.call(INIT, "type", named(tty), quoted(dice.oneOf("ab\n", "ab\n", "^C")));
}

function givesUp(draft: Draft, who: string, tty: string): void {
  const { dice } = draft;
  const isDevTty = dice.chance(30);
  if (isDevTty) draft.call(who, "open", constants("/dev/tty"), constants("O_RDWR"));
  const end = isDevTty ? constants("/dev/tty") : named(tty);
  draft.call(who, "ioctl", end, constants("TIOCNOTTY"));
}

/** The end of a terminal, or of its session. */
export const hangup: Pattern = (draft) => {
  const { dice } = draft;
  const found = seat(draft);
  if (!found) return session(draft);
  const { tty, leader } = found;
  const member = dice.pick(draft.childrenOf(leader));
  if (member !== undefined && dice.chance(40)) {
    if (dice.chance(50)) stop(draft, member);
    else anyOf(draft, member, dice.oneOf("sigaction", "read", "pause"));
  }
  if (dice.chance(12)) return powerless(draft, found);
  if (dice.chance(12)) return cutOff(draft, tty);
  if (dice.chance(30)) reopen(draft, dice.oneOf(INIT, member ?? INIT), tty);
  if (dice.chance(10)) unprivileged(draft, leader);
  if (dice.chance(35)) bracedFor(draft, { tty, who: dice.oneOf(leader, member ?? leader) });
  if (dice.chance(15)) stop(draft, leader);
  const way = dice.between(1, 10);
  if (way <= 4) draft.call(INIT, "close", masterOf(tty));
  else if (way <= 6) die(draft, leader);
  else if (way <= 9) givesUp(draft, leader, tty);
  else for (const holder of draft.running) draft.call(holder, "close", named(tty));
  if (dice.chance(30)) draft.call(INIT, "write", named(tty), quoted("a"));
  for (let times = dice.between(2, 5); times > 0; times--) useOf(draft, tty);
};

/** A terminal hangs up for somebody who has it open for one thing only. */
function cutOff(draft: Draft, tty: string): void {
  const { dice } = draft;
  const who = dice.chance(60) ? INIT : (dice.pick(draft.running) ?? INIT);
  draft.call(who, "open", named(tty), constants(dice.oneOf("O_RDONLY", "O_WRONLY"), "O_NOCTTY"));
  draft.call(INIT, "close", masterOf(tty));
  if (dice.chance(60)) draft.call(who, "write", named(tty), quoted("a"));
  if (dice.chance(40)) draft.call(who, "tcsetpgrp", named(tty), number(-1));
  useOf(draft, tty);
}

/** A leader gives its terminal up, and may not signal everybody in the foreground. */
function powerless(draft: Draft, { tty, leader }: Seat): void {
  draft.fork(leader);
  unprivileged(draft, leader);
  givesUp(draft, leader, tty);
}

/** The process survives a hangup, or notices what comes with it, perhaps asleep in a read. */
function bracedFor(draft: Draft, { tty, who }: { tty: string; who: string }): void {
  const { dice } = draft;
  const [signal, action] = dice.oneOf<[string, string]>(
    ["SIGHUP", "ignore"],
    ["SIGHUP", "catch"],
    ["SIGHUP", "catch|SA_RESTART"],
    ["SIGCONT", "catch"],
  );
  draft.call(who, "sigaction", constants(signal), constants(...action.split("|")));
  if (dice.chance(60)) draft.call(who, "read", named(tty), number(9));
}

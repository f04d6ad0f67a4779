import { INIT } from "../trace/index.js";
import { drawArguments } from "./arguments.js";
import type { Draft } from "./draft.js";
import { between, die, family, type Pattern, somebody, stop } from "./people.js";
import { constants, masterOf, named, number } from "./written.js";

// Sessions with a terminal: how they begin, and who is in the foreground.

/** A session whose leader has a controlling terminal. */
export const session: Pattern = (draft) => {
  const { dice } = draft;
  const maker = dice.chance(85) ? INIT : somebody(draft);
  if (maker === undefined || !draft.running.includes(maker)) return;
  const isOld = draft.terminals.length > 0 && dice.chance(40);
  if (!isOld) draft.call(maker, "openpty");
  if (dice.chance(12)) draft.call(dice.pick(draft.running) ?? maker, "openpty");
  const tty = dice.pick(draft.terminals);
  if (tty === undefined) return;
  const leader = dice.chance(90) ? draft.fork(maker) : somebody(draft);
  if (leader === undefined) return;
  if (dice.chance(95)) draft.call(leader, "setsid");
  between(draft);
  acquire(draft, leader, tty);
  if (dice.chance(12)) draft.call(leader, "openpty");
  if (dice.chance(15)) acquire(draft, leader, draft.terminals.at(-1) ?? tty);
  if (dice.chance(75)) jobOf(draft, leader, tty);
};

function acquire(draft: Draft, leader: string, tty: string): void {
  const { dice } = draft;
  const way = dice.between(1, 10);
  if (way <= 6) {
    draft.call(leader, "ioctl", named(tty), constants("TIOCSCTTY"), number(dice.oneOf(0, 0, 0, 1)));
  } else if (way <= 9) {
    draft.call(leader, "open", named(tty), constants(dice.oneOf("O_RDWR", "O_RDWR", "O_RDONLY")));
  } else {
    draft.call(leader, "open", named(tty), constants("O_WRONLY", ...dice.some(["O_NOCTTY"], 70)));
    if (dice.chance(50)) unprivileged(draft, leader);
    draft.call(leader, "ioctl", named(tty), constants("TIOCSCTTY"), number(0));
  }
  if (dice.chance(15)) draft.call(leader, "open", constants("/dev/tty"), constants("O_RDWR"));
}

/** The process becomes a user without privilege. */
export function unprivileged(draft: Draft, who: string): void {
  const user = number(1000);
  draft.call(who, "setresuid", user, user, user);
}

/** A leader that has the other end of its session's terminal, as few programs do, and dies. */
export const ownMaster: Pattern = (draft) => {
  const { dice } = draft;
  const leader = draft.fork(draft.running.includes(INIT) ? INIT : (draft.running[0] ?? INIT));
  const tty = leader && draft.call(leader, "openpty") && draft.terminals.at(-1);
  if (leader === undefined || tty === undefined) return;
  draft.call(leader, "setsid");
  acquire(draft, leader, tty);
  const child = draft.fork(leader);
  if (child !== undefined && dice.chance(60)) stop(draft, child);
  between(draft);
  if (dice.chance(70)) die(draft, leader);
  else draft.call(leader, "close", masterOf(tty));
};

/** A child of the leader in a group of its own, in the foreground or not. */
function jobOf(draft: Draft, leader: string, tty: string): string | undefined {
  const { dice } = draft;
  const child = draft.fork(leader);
  if (child === undefined) return undefined;
  if (dice.chance(80)) draft.call(child, "setpgid", number(0), number(0));
  if (dice.chance(35)) draft.call(leader, "tcsetpgrp", named(tty), named(child));
  return child;
}

/** A terminal, and the leader of the session that it controls. */
export interface Seat {
  readonly tty: string;
  readonly leader: string;
}

/** A terminal with the leader of its session; undefined if nobody has one. */
export function seat(draft: Draft): Seat | undefined {
  const seated = draft.rows.filter(
    ({ terminal, name, session: of }) => name === of && draft.terminals.includes(terminal),
  );
  const row = draft.dice.pick(seated);
  return row && { tty: row.terminal, leader: row.name };
}

/** Members of the session that can make a call, those in the background first. */
export function backgroundOf(draft: Draft, tty: string): string | undefined {
  const { dice, running } = draft;
  const members = draft.rows.filter((row) => row.terminal === tty && running.includes(row.name));
  const behind = members.filter(({ foreground, group }) => foreground !== group);
  return (dice.chance(75) ? dice.pick(behind) : undefined)?.name ?? dice.pick(members)?.name;
}

/** Another job for the session that is there. */
export const anotherJob: Pattern = (draft) => {
  const found = seat(draft);
  if (!found) return session(draft);
  if (draft.running.includes(found.leader)) jobOf(draft, found.leader, found.tty);
};

/** The process has the terminal open for one thing only. */
export function reopen(draft: Draft, who: string, tty: string): void {
  const mode = draft.dice.oneOf("O_RDONLY", "O_WRONLY", "O_WRONLY");
  draft.call(who, "open", named(tty), constants(mode, "O_NOCTTY"));
}

/** Somebody makes one of the calls that are about a terminal. */
export function useOf(draft: Draft, tty: string): void {
  const { dice } = draft;
  const caller = dice.chance(30) ? INIT : dice.pick(draft.running);
  if (caller === undefined) return;
  const [name, isSlave] = dice.oneOf<[string, boolean]>(
    ["read", true],
    ["write", true],
    ["open", true],
    ["tcgetpgrp", false],
    ["tcgetsid", false],
    ["tcsetpgrp", false],
    ["tcsetattr", false],
    ["ioctl", false],
    ["close", false],
  );
  const [, ...drawn] = drawArguments(draft, caller, name);
  const rest = name === "tcsetpgrp" && dice.chance(30) ? [number(-1)] : drawn;
  const end = dice.weighted([
    [8, named(tty)],
    [1, isSlave ? named(tty) : masterOf(tty)],
    [1, constants("/dev/tty")],
  ]);
  draft.call(caller, name, end ?? named(tty), ...rest);
}

/** The foreground goes to a group: of the session, of another one, or to no group at all. */
export const foreground: Pattern = (draft) => {
  const { dice } = draft;
  const found = seat(draft);
  if (!found) return session(draft);
  const { tty, leader } = found;
  const caller = dice.chance(60) ? leader : (backgroundOf(draft, tty) ?? leader);
  if (!draft.running.includes(caller)) return;
  const group = dice.weighted<string | undefined>([
    [5, dice.pick(draft.groups)],
    [2, dice.pick(draft.made)],
    [1, dice.pick(draft.gone)],
    [1, INIT],
  ]);
  draft.call(caller, "tcsetpgrp", named(tty), group === undefined ? number(-1) : named(group));
  if (!dice.chance(50)) return useOf(draft, tty);
  const leading = group === undefined ? undefined : draft.row(group);
  if (leading && group !== INIT) die(draft, leading.name);
  if (dice.chance(75)) draft.call(leader, "waitpid", number(-1), constants("WNOHANG"));
  const isMaster = dice.chance(25);
  draft.call(isMaster ? INIT : leader, "tcgetpgrp", isMaster ? masterOf(tty) : named(tty));
};

/** A member of one session at the terminal of another, or without one. */
export const stranger: Pattern = (draft) => {
  const { dice } = draft;
  const found = seat(draft);
  if (!found) return session(draft);
  const who = family(draft)?.child;
  if (who === undefined || !draft.running.includes(who)) return;
  if (dice.chance(60)) draft.call(who, "setsid");
  useOf(draft, found.tty);
};

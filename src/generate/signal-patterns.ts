import { INIT } from "../trace/index.js";
import { drawSignalName } from "./arguments.js";
import { anyOf } from "./calls.js";
import type { Draft } from "./draft.js";
import { drawTarget } from "./ids.js";
import { between, die, family, killer, type Pattern, somebody, stop } from "./people.js";
import { constants, named, number, setOf } from "./written.js";

// Signals, who hears of them, and who waits for what becomes of others.

/** A handler, or what stands for one, and the signal for it. */
export const handler: Pattern = (draft) => {
  const { dice } = draft;
  const who = dice.chance(25) ? INIT : somebody(draft);
  if (who === undefined || !draft.running.includes(who)) return;
  for (let times = dice.oneOf(1, 1, 2); times > 0; times--) anyOf(draft, who, "sigaction");
  if (dice.chance(30)) anyOf(draft, who, "sigprocmask");
  between(draft);
  if (dice.chance(30)) sleepIn(draft, who);
  const sender = killer(draft);
  draft.call(sender, "kill", named(who), constants(drawSignalName(dice)));
  if (dice.chance(30)) draft.call(killer(draft), "kill", named(who), constants("SIGCONT"));
};

/** Signals that wait, several at once, and are let in. */
export const masked: Pattern = (draft) => {
  const { dice } = draft;
  const who = somebody(draft);
  if (who === undefined) return;
  const set = [...new Set([drawSignalName(dice), drawSignalName(dice), drawSignalName(dice)])];
  const stopping = dice.chance(30) ? dice.oneOf("SIGTSTP", "SIGTTIN", "SIGTTOU") : undefined;
  if (stopping !== undefined) set.push("SIGCONT", stopping);
  if (stopping !== undefined && dice.chance(50))
    draft.call(who, "sigaction", constants(stopping), constants("ignore"));
  for (let times = dice.oneOf(0, 1, 1, 2); times > 0; times--) {
    const action = dice.oneOf("catch", "catch", "ignore");
    draft.call(who, "sigaction", constants(dice.oneOf("SIGUSR1", ...set)), constants(action));
  }
  draft.call(who, "sigprocmask", constants("SIG_BLOCK"), setOf(set));
  for (const signal of set) {
    draft.call(killer(draft), "kill", named(who), constants(signal));
    if (dice.chance(20)) between(draft);
  }
  if (dice.chance(25)) draft.call(who, "execve");
  if (dice.chance(25)) draft.fork(who);
  if (dice.chance(60)) draft.call(who, "sigpending");
  if (dice.chance(25)) anyOf(draft, who, "sigsuspend");
  else draft.call(who, "sigprocmask", constants("SIG_SETMASK"), setOf([]));
};

/** The process goes to sleep. */
function sleepIn(draft: Draft, who: string): void {
  const name = draft.dice.oneOf("pause", "sigsuspend", "wait", "waitpid", "waitid");
  anyOf(draft, who, name);
}

/** A parent that waits, and a child of which there is news; or a signal comes first. */
export const awaited: Pattern = (draft) => {
  const { dice } = draft;
  const found = family(draft);
  if (!found) return;
  const { parent, child } = found;
  if (dice.chance(50)) minds(draft, parent);
  if (dice.chance(15)) generation(draft, parent);
  if (dice.chance(12)) return missed(draft, { parent, child });
  if (dice.chance(12)) return heard(draft, { parent, child });
  const hears = dice.chance(40);
  if (hears) {
    const action = dice.oneOf(["catch"], ["catch", "SA_RESTART"]);
    draft.call(parent, "sigaction", constants("SIGUSR1"), constants(...action));
  }
  if (dice.chance(30)) draft.call(child, "setpgid", number(0), number(0));
  if (dice.chance(30)) stop(draft, child);
  const isFirst = dice.chance(65);
  if (isFirst) waitFor(draft, parent, child);
  for (let times = dice.between(1, 3); times > 0; times--) newsOf(draft, child);
  if (dice.chance(40)) draft.call(parent, "sigpending");
  if (!isFirst || dice.chance(30)) waitFor(draft, parent, child);
  const signal = hears ? "SIGUSR1" : drawSignalName(dice);
  if (dice.chance(40)) draft.call(killer(draft), "kill", named(parent), constants(signal));
};

/** What becomes of SIGCHLD when it comes to this parent. */
export function minds(draft: Draft, parent: string): void {
  const { dice } = draft;
  const action = dice.oneOf(
    "catch",
    "catch|SA_RESTART",
    "catch|SA_NOCLDSTOP",
    "catch|SA_NOCLDWAIT",
    "ignore",
    "default|SA_NOCLDWAIT",
  );
  draft.call(parent, "sigaction", constants("SIGCHLD"), constants(...action.split("|")));
  if (dice.chance(40))
    draft.call(parent, "sigprocmask", constants("SIG_BLOCK"), setOf(["SIGCHLD"]));
  if (!dice.chance(15)) return;
  draft.call(parent, "execve");
  draft.call(parent, "sigaction", constants("SIGCHLD"), constants("NULL"));
}

/** A child dies and its parent hears of it twice: by a wait, and by a signal that may be blocked. */
function heard(draft: Draft, { parent, child }: { parent: string; child: string }): void {
  const { dice } = draft;
  const wait = () =>
    draft.call(parent, "waitpid", named(child), constants(...dice.some(["WUNTRACED"], 30)));
  const action = constants("catch", ...dice.some(["SA_RESTART", "SA_NOCLDSTOP"], 40));
  const isBlocked = dice.chance(40);
  if (!isBlocked || dice.chance(50)) draft.call(parent, "sigaction", constants("SIGCHLD"), action);
  if (isBlocked) draft.call(parent, "sigprocmask", constants("SIG_BLOCK"), setOf(["SIGCHLD"]));
  if (!isBlocked) wait();
  if (dice.chance(20)) stop(draft, child);
  die(draft, child);
  if (isBlocked) wait();
  if (isBlocked) draft.call(parent, "sigpending");
}

/** The last child that a wait was for gets out of its reach, and something else happens. */
function missed(draft: Draft, { parent, child }: { parent: string; child: string }): void {
  const { dice } = draft;
  const other = draft.fork(parent);
  const action = constants("catch", ...dice.some(["SA_RESTART"], 30));
  draft.call(parent, "sigaction", constants("SIGUSR1"), action);
  draft.call(child, "setpgid", number(0), number(0));
  const options = constants(...dice.some(["WCONTINUED"], 40));
  draft.call(parent, "waitpid", named(child, true), options);
  if (dice.chance(50)) draft.call(child, "setpgid", number(0), named(other ?? INIT));
  else draft.call(child, "setpgid", number(0), named(draft.row(parent)?.group ?? INIT));
  const way = dice.between(1, 4);
  if (way <= 2 && other !== undefined) die(draft, other);
  else if (way === 3 && other !== undefined) stop(draft, other);
  else draft.call(killer(draft), "kill", named(parent), constants("SIGUSR1"));
}

/** A child, and a child of that, which dies: what one minds, another may have inherited. */
function generation(draft: Draft, parent: string): void {
  const child = draft.fork(parent);
  const grandchild = child === undefined ? undefined : draft.fork(child);
  if (child === undefined || grandchild === undefined) return;
  die(draft, grandchild);
  draft.call(child, "waitpid", number(-1), constants("WNOHANG"));
}

/** The parent waits for this child, its group, or whomever it may. */
function waitFor(draft: Draft, parent: string, child: string): void {
  const { dice } = draft;
  const group = draft.row(child)?.group ?? parent;
  const events = dice.some(["WSTOPPED", "WCONTINUED"], 45);
  const way = dice.between(1, 8);
  if (way === 8)
    draft.call(parent, "waitid", constants("P_PGID"), number(0), constants("WEXITED", ...events));
  else if (way === 7)
    draft.call(parent, "waitpid", number(0), constants(...dice.some(["WCONTINUED"], 50)));
  else if (way === 1) draft.call(parent, "wait");
  else if (way === 2) draft.call(parent, "waitpid", named(child), number(0));
  else if (way === 3) draft.call(parent, "waitpid", named(group, true), number(0));
  else if (way === 4)
    draft.call(parent, "waitid", constants("P_PID"), named(child), constants("WEXITED", ...events));
  else anyOf(draft, parent, dice.oneOf("waitpid", "waitid"));
}

function newsOf(draft: Draft, child: string): void {
  const { dice } = draft;
  const event = dice.between(1, 7);
  if (event <= 2) stop(draft, child);
  else if (event <= 4) draft.call(killer(draft), "kill", named(child), constants("SIGCONT"));
  else if (event === 5) die(draft, child);
  else if (!draft.running.includes(child)) return;
  else if (event === 6) draft.call(child, dice.oneOf("setsid", "execve"));
  else draft.call(child, "setpgid", number(0), named(dice.pick(draft.groups) ?? INIT));
}

/** Somebody without privilege, and signals between users. */
export const users: Pattern = (draft) => {
  const { dice } = draft;
  const who = somebody(draft);
  if (who === undefined) return;
  const user = number(dice.oneOf(1000, 1000, 1001));
  const keep = number(-1);
  if (dice.chance(50)) draft.call(who, "setresuid", user, user, user);
  else draft.call(who, "setresuid", dice.oneOf(user, keep), user, dice.oneOf(user, keep));
  if (dice.chance(30)) draft.call(who, "execve");
  if (dice.chance(40)) anyOf(draft, who, "setresuid");
  if (dice.chance(40)) draft.fork(who);
  const sender = dice.chance(70) ? who : (somebody(draft) ?? who);
  const target = dice.chance(60) ? named(dice.pick(draft.made) ?? INIT) : drawTarget(draft, sender);
  draft.call(sender, "kill", target, dice.oneOf(number(0), number(1000), constants("SIGCONT")));
  if (dice.chance(50)) draft.call(sender, "kill", drawTarget(draft, sender), constants("SIGUSR1"));
};

/** A process that is stopped and continued while it sleeps until a signal comes. */
export const suspended: Pattern = (draft) => {
  const { dice } = draft;
  const who = somebody(draft);
  if (who === undefined) return;
  if (dice.chance(40)) anyOf(draft, who, "sigaction");
  const signal = drawSignalName(dice);
  if (dice.chance(75)) draft.call(who, "sigsuspend", setOf([signal]));
  else sleepIn(draft, who);
  const signals = [signal, "SIGSTOP", dice.oneOf("SIGTSTP", "SIGUSR1", signal), "SIGCONT"];
  for (const next of signals)
    if (dice.chance(75)) draft.call(killer(draft), "kill", named(who), constants(next));
};

/** A stopped child is continued while its parent waits for that, or for its end as well. */
export const continued: Pattern = (draft) => {
  const { dice } = draft;
  const found = family(draft);
  if (!found) return;
  const { parent, child } = found;
  stop(draft, child);
  if (dice.chance(30)) minds(draft, parent);
  const events = ["WCONTINUED", ...dice.some(["WEXITED", "WSTOPPED", "WNOWAIT"], 40)];
  draft.call(parent, "waitid", constants("P_PID"), named(child), constants(...events));
  draft.call(killer(draft), "kill", named(child), constants("SIGCONT"));
  between(draft);
};

/** A signal to everybody whom the caller may signal. */
export const everybody: Pattern = (draft) => {
  const { dice } = draft;
  const caller = dice.pick(draft.running);
  const signal = dice.oneOf(number(0), number(1000), constants("SIGCONT"), constants("SIGUSR1"));
  if (caller !== undefined) draft.call(caller, "kill", number(-1), signal);
};

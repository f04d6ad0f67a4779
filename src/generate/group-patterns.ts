import { INIT } from "../trace/index.js";
import { drawSignalName } from "./arguments.js";
import { anyOf } from "./calls.js";
import type { Draft } from "./draft.js";
import { between, die, family, type Pattern, somebody, stop } from "./people.js";
import { minds } from "./signal-patterns.js";
import { constants, named, number } from "./written.js";

// Groups: how they begin, who leaves them, and what their number means afterwards.

/** A child in a group of its own, moved by its parent or by itself. */
export const job: Pattern = (draft) => {
  const found = family(draft);
  if (!found) return;
  const { parent, child } = found;
  between(draft);
  if (draft.dice.chance(50)) draft.call(parent, "setpgid", named(child), number(0));
  else draft.call(child, "setpgid", number(0), number(0));
};

/** A child that joins the group of another child. */
export const pipeline: Pattern = (draft) => {
  const { dice } = draft;
  const found = family(draft);
  if (!found) return;
  const member = draft.fork(found.parent);
  if (member === undefined) return;
  draft.call(found.parent, "setpgid", named(found.child), number(0));
  between(draft);
  if (dice.chance(40)) die(draft, found.child);
  const caller = dice.chance(50) ? found.parent : member;
  draft.call(caller, "setpgid", named(member), named(found.child));
  if (!dice.chance(20)) return;
  for (const dead of [found.child, member]) if (draft.living.includes(dead)) die(draft, dead);
  draft.call(found.parent, "kill", named(found.child, true), dice.oneOf(number(0), number(1000)));
};

/** A parent that moves a child after its exec, or its setsid. */
export const tooLate: Pattern = (draft) => {
  const { dice } = draft;
  const found = family(draft);
  if (!found) return;
  if (dice.chance(60)) draft.call(found.child, "execve");
  if (dice.chance(40)) draft.call(found.child, "setsid");
  if (dice.chance(30)) die(draft, found.child);
  between(draft);
  const group = dice.weighted([
    [4, number(0)],
    [2, named(found.child)],
    [1, number(-1)],
    [1, named("unused")],
    [1, named(INIT)],
    [1, named(dice.pick(draft.groups) ?? INIT)],
  ]);
  if (group) draft.call(found.parent, "setpgid", named(found.child), group);
};

/** A process that is gone, and whose number is used, perhaps by another one by then. */
export const vanished: Pattern = (draft) => {
  const { dice } = draft;
  const found = family(draft);
  if (!found) return;
  const { parent, child } = found;
  if (dice.chance(60)) draft.call(child, "setpgid", number(0), number(0));
  else if (dice.chance(50)) draft.call(child, "setsid");
  const survivor = dice.chance(50) ? draft.fork(child) : undefined;
  if (survivor !== undefined && dice.chance(60))
    draft.call(survivor, "setpgid", number(0), number(0));
  die(draft, child);
  if (survivor !== undefined && dice.chance(25)) die(draft, survivor);
  between(draft);
  if (dice.chance(65)) draft.call(parent, "waitpid", named(child), number(0));
  if (dice.chance(30)) {
    draft.reuse(child);
    draft.fork(dice.pick(draft.running) ?? INIT);
  }
  const caller = dice.pick(draft.running);
  if (caller === undefined) return;
  const name = dice.oneOf("setpgid", "getpgid", "getsid", "kill", "killpg", "waitpid");
  if (name === "setpgid") draft.call(caller, name, number(0), named(child));
  else if (name === "killpg")
    draft.call(caller, "kill", named(child, true), constants(drawSignalName(dice)));
  else if (name === "kill")
    draft.call(caller, name, named(child), dice.chance(50) ? number(0) : constants("SIGCONT"));
  else if (name === "waitpid") draft.call(caller, name, named(child, dice.chance(50)), number(0));
  else draft.call(caller, name, named(child));
};

/** A group with a stopped member, or not, that its last link leaves. */
export const orphaned: Pattern = (draft) => {
  const { dice } = draft;
  const parent = somebody(draft);
  const child = parent === undefined ? undefined : draft.fork(parent);
  if (parent === undefined || child === undefined) return;
  if (dice.chance(85)) draft.call(child, "setpgid", number(0), number(0));
  if (dice.chance(30)) draft.call(child, "sigaction", constants("SIGHUP"), constants("catch"));
  if (dice.chance(20)) anyOf(draft, child, "sigaction");
  const other = dice.chance(40) ? draft.fork(child) : undefined;
  if (dice.chance(80)) stop(draft, dice.oneOf(child, other ?? child));
  between(draft);
  if (dice.chance(15) && draft.running.length > 2) {
    minds(draft, INIT);
    draft.call(INIT, dice.oneOf("pause", "wait"));
  }
  const way = dice.between(1, 10);
  if (way <= 6) die(draft, parent);
  else if (way === 7) draft.call(parent, "setsid");
  else if (way === 8) draft.call(parent, "setpgid", number(0), named(child));
  else if (way === 9) draft.call(parent, "setpgid", named(child), number(0));
  else die(draft, child);
  if (dice.chance(40)) stop(draft, dice.oneOf(child, other ?? child));
};

/** A group whose last link to the rest of its session leaves it, while a member is stopped. */
export const lastLink: Pattern = (draft) => {
  const { dice } = draft;
  const top = somebody(draft);
  if (top === undefined) return;
  if (dice.chance(80)) draft.call(top, "setsid");
  const shell = draft.fork(top);
  if (shell === undefined) return;
  draft.call(shell, "setpgid", number(0), number(0));
  const member = draft.fork(shell);
  const link = draft.fork(top);
  if (member === undefined || link === undefined) return;
  draft.call(link, "setpgid", number(0), named(shell));
  if (dice.chance(40)) draft.call(member, "sigaction", constants("SIGHUP"), constants("catch"));
  const child = dice.chance(30) ? draft.fork(link) : undefined;
  if (child !== undefined) draft.call(child, "setpgid", number(0), number(0));
  die(draft, shell);
  stop(draft, dice.oneOf(member, member, child ?? member));
  const way = dice.between(1, 4);
  if (way === 1) draft.call(link, "setsid");
  else if (way === 2) draft.call(link, "setpgid", number(0), number(0));
  else if (way === 3) draft.call(link, "setpgid", number(0), named(top));
  else die(draft, link);
};

/** A process outside the group that has its number, while others are in there. */
export const leftBehind: Pattern = (draft) => {
  const { dice } = draft;
  const who = somebody(draft);
  if (who === undefined) return;
  draft.call(who, "setpgid", number(0), number(0));
  const member = draft.fork(who);
  if (member === undefined) return;
  draft.call(who, "setpgid", number(0), named(dice.pick(draft.groups) ?? INIT));
  if (dice.chance(40)) die(draft, member);
  between(draft);
  if (dice.chance(60)) draft.call(who, "setsid");
  if (dice.chance(50)) draft.call(who, "setpgid", number(0), number(0));
};

/** Orphans that come to a process that asked for them, or to the one above. */
export const adoption: Pattern = (draft) => {
  const { dice } = draft;
  const above = somebody(draft);
  if (above === undefined) return;
  if (dice.chance(70))
    draft.call(above, "prctl", constants("PR_SET_CHILD_SUBREAPER"), number(dice.oneOf(1, 1, 1, 0)));
  const parent = draft.fork(above);
  const child = parent === undefined ? undefined : draft.fork(parent);
  if (parent === undefined || child === undefined) return;
  if (dice.chance(50)) die(draft, child);
  if (dice.chance(30)) stop(draft, child);
  die(draft, parent);
  if (dice.chance(50)) anyOf(draft, above, "waitpid");
};

/** A thread, and what can be asked of its number. */
export const thread: Pattern = (draft) => {
  const { dice } = draft;
  const owner = dice.pick(draft.running);
  if (owner === undefined || !draft.call(owner, "pthread_create")) return;
  const itself = named(draft.threads.at(-1) ?? INIT);
  const caller = dice.chance(50) ? owner : dice.pick(draft.running);
  if (caller === undefined) return;
  const name = dice.oneOf("setpgid", "setpgid", "getpgid", "getsid", "kill");
  if (name === "setpgid") draft.call(caller, name, itself, number(dice.oneOf(0, 0, -1)));
  else if (name === "kill") draft.call(caller, name, itself, number(0));
  else draft.call(caller, name, itself);
};

/** Asks for what only a question shows. */
export function probe(draft: Draft): void {
  const { dice } = draft;
  const who = dice.pick(draft.running);
  if (who === undefined) return;
  const options = constants("WNOHANG", "WUNTRACED", "WCONTINUED");
  const way = dice.between(1, 5);
  if (way === 1) draft.call(who, "sigpending");
  else if (way === 2) draft.call(who, "waitpid", number(-1), options);
  else if (way === 3)
    draft.call(who, "kill", named(dice.pick(draft.groups) ?? INIT, true), number(0));
  else if (way === 4) draft.call(who, "getpgid", named(dice.pick(draft.made) ?? INIT));
  else draft.call(who, "waitpid", number(-1), constants("WNOHANG"));
}

// What no trace of these calls can show on Linux, with the reason. Tests and scripts read it.

const notAsked = "the rule that asks is not in the order of linux";
const wider = "the answer permits what Linux does, and more";
const narrower = "the answer permits a part of what Linux does";

/**
 * Bugs in linux that no trace can show.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const invisible = new Map([
  [
    "setpgid.movers-children answered overlooked",
    "it is asked where a move signals the group that was left, and Linux signals nobody then",
  ],
  ["getpgid.across-sessions answered hidden", notAsked],
  ["sigaction.fixed-query answered refused", notAsked],
  ["tiocnotty.allowed answered dev-tty-only", notAsked],
  ["tiocnotty.allowed answered leader-only", notAsked],
  [
    "setpgid.group-session answered target",
    "setpgid.other-session refuses every target that is in another session than the caller",
  ],
  [
    "waitid.zero-process answered own-group",
    "waitid.pid-not-positive refuses the number 0 before it is looked up",
  ],
  ["waitpid.order answered any", wider],
  ["sigaction.sigchld-on-continue answered sent", narrower],
]);

/**
 * Those of them that the real kernel may show all the same: it may do what they do not permit.
 *
 * @type {ReadonlySet<string>}
 */
export const narrow = new Set(
  [...invisible].filter(([, reason]) => reason === narrower).map(([name]) => name),
);

/**
 * Bugs that only an observation cannot show: run as a kernel, the model takes another of the ways.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const wideOnly = new Map([
  ["kill.pending-order answered any", wider],
  ["kill.handlers-run answered any", wider],
  ["kill.fatal-decided answered when-taken", wider],
]);

const orphaned = "one asks that the group is orphaned, the other that it is not";
const dead = "a descriptor that is dead is open, and one that is not open is not dead";
const alive = "one asks that the terminal has hung up, the other that it has not";

/**
 * Neighbouring checks of linux that are never broken both at once, so that their order says
 * nothing. Those that give the same error are not listed: their order says nothing either.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const exclusive = new Map([
  [
    "setpgid.thread-id before setpgid.no-such-process",
    "the first asks that the number is a thread's, the other that it is nobody's",
  ],
  [
    "setpgid.other-session before setpgid.thread-id",
    "a number that is a thread's is no child's, and only a child can be in another session",
  ],
  [
    "setpgid.not-child before setpgid.child-execed",
    "the first asks that it is no child, the other that it is one",
  ],
  [
    "open.hung-up before open.no-terminal",
    "where there is no terminal to open, none can have hung up",
  ],
  [
    "tcsetpgrp.group-elsewhere before tcsetpgrp.group-absent",
    "the first asks that the group exists, the other that it does not",
  ],
  ["tiocsctty.hung-up before tiocsctty.bad-descriptor", dead],
  ["tiocnotty.hung-up before tiocnotty.bad-descriptor", dead],
  ["tcgetpgrp.hung-up before tcgetpgrp.bad-descriptor", dead],
  ["tcsetpgrp.hung-up before tcsetpgrp.bad-descriptor", dead],
  ["tcgetsid.hung-up before tcgetsid.bad-descriptor", dead],
  ["tcsetattr.hung-up before tcsetattr.bad-descriptor", dead],
  ["tiocsctty.not-leader before tiocsctty.hung-up", alive],
  ["tiocnotty.not-terminal before tiocnotty.hung-up", alive],
  ["tcgetpgrp.not-terminal before tcgetpgrp.hung-up", alive],
  ["tcgetsid.not-terminal before tcgetsid.hung-up", alive],
  ["tcsetpgrp.background before tcsetpgrp.orphaned", orphaned],
  ["tcsetattr.background before tcsetattr.orphaned", orphaned],
  ["read.background before read.orphaned", orphaned],
  ["write.background before write.orphaned", orphaned],
]);

import type { Argument } from "../trace/ast.js";
import { type KindName, type Parameter, signals, signatures } from "../trace/index.js";
import type { Dice, Weighted } from "./dice.js";
import type { Draft } from "./draft.js";
import { drawChild, drawGroup, drawProcess, drawSelector, drawTarget } from "./ids.js";
import { constants, masterOf, named, number, quoted, setOf } from "./written.js";

/** The arguments of a call as this caller may write them, each of its kind, and together. */
export function drawArguments(draft: Draft, caller: string, name: string): Argument[] {
  if (name === "ioctl") return drawIoctl(draft);
  if (name === "sigaction") return drawSigaction(draft);
  const drawn: Argument[] = [];
  for (const { kind, optional } of signatures.get(name)?.parameters ?? ([] as Parameter[])) {
    if (!optional || draft.dice.chance(25)) drawn.push(draw(draft, caller, kind, drawn));
  }
  return drawn;
}

/** @param earlier the arguments before it */
function draw(
  draft: Draft,
  caller: string,
  kind: KindName,
  [first]: readonly Argument[],
): Argument {
  const { dice } = draft;
  switch (kind) {
    case "process":
      return drawProcess(draft, caller);
    case "group":
      return drawGroup(draft, first ?? number(0));
    case "selector":
      return drawSelector(draft, caller);
    case "target":
      return drawTarget(draft, caller);
    case "child":
      return drawChild(draft, caller, first?.kind === "constants" ? (first.words[0] ?? "") : "");
    case "signal":
      return drawSignal(dice);
    case "tty":
    case "slave":
    case "terminal":
      return drawTerminal(draft, kind);
    default:
      return drawPlain(dice, kind);
  }
}

/** What does not depend on who calls, nor on what there is. */
function drawPlain(dice: Dice, kind: KindName): Argument {
  switch (kind) {
    case "options":
      return drawOptions(dice, ["WNOHANG", "WUNTRACED", "WCONTINUED"], ["WEXITED", "WNOWAIT"]);
    case "waitid":
      return drawOptions(dice, ["WEXITED", "WSTOPPED", "WCONTINUED", "WNOHANG"], ["WNOWAIT"]);
    case "idtype":
      return constants(dice.oneOf("P_PID", "P_PID", "P_PGID", "P_PGID", "P_ALL"));
    case "mask":
      return constants(dice.oneOf("SIG_BLOCK", "SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"));
    case "set":
      return setOf(drawSet(dice));
    case "flags":
      return drawOpenFlags(dice);
    case "tostop":
      return dice.chance(70) ? constants("TOSTOP") : number(0);
    case "text":
      return quoted(dice.oneOf("a", "ab\n", "word"));
    case "keys":
      return quoted(dice.oneOf("^C", "^Z", "^\\", "a", "ab\n", "ab\n", "\n"));
    case "bytes":
      return number(dice.oneOf(1, 3, 9));
    case "uid":
      return number(dice.oneOf(-1, -1, 0, 1000, 1000, 1001));
    case "status":
      return number(dice.oneOf(0, 0, 1, 3, 255));
    case "switch":
      return number(dice.between(0, 1));
    case "subreaper":
      return constants("PR_SET_CHILD_SUBREAPER");
    default:
      return constants("missing");
  }
}

const signalWeights: readonly Weighted<string>[] = [
  [12, "SIGCONT"],
  [9, "SIGSTOP"],
  [9, "SIGTSTP"],
  [3, "SIGTTIN"],
  [4, "SIGTTOU"],
  [9, "SIGKILL"],
  [8, "SIGTERM"],
  [8, "SIGHUP"],
  [7, "SIGCHLD"],
  [12, "SIGUSR1"],
  [4, "SIGUSR2"],
  [4, "SIGINT"],
  [2, "SIGSEGV"],
  [2, "SIGQUIT"],
  [1, "SIGURG"],
  [1, "SIGWINCH"],
];

/** A signal by name, those that job control is about more often. */
export function drawSignalName(dice: Dice): string {
  return (dice.chance(94) && dice.weighted(signalWeights)) || dice.oneOf("SIGHUP", ...signals);
}

function drawSignal(dice: Dice): Argument {
  const value = dice.weighted<number | undefined>([
    [84, undefined],
    [11, 0],
    [3, 1000],
    [2, -1],
  ]);
  return value === undefined ? constants(drawSignalName(dice)) : number(value);
}

function drawSet(dice: Dice): string[] {
  const count = dice.weighted([
    [1, 0],
    [6, 1],
    [4, 2],
    [1, 3],
  ]);
  return [...new Set(Array.from({ length: count ?? 1 }, () => drawSignalName(dice)))];
}

/** Signals of which a handler that restarts the call lets it be held up again, for ever. */
const holding: readonly string[] = ["SIGTTIN", "SIGTTOU"];

function drawSigaction({ dice }: Draft): Argument[] {
  const signal = drawSignalName(dice);
  if (dice.chance(7)) return [constants(signal), constants("NULL")];
  const action = dice.oneOf("catch", "catch", "ignore", "ignore", "default");
  const flags = dice.some(["SA_RESTART", "SA_NOCLDSTOP", "SA_NOCLDWAIT", "SA_RESETHAND"], 20);
  const ends = flags.filter((flag) => flag !== "SA_RESTART" || !holding.includes(signal));
  return [constants(signal), constants(action, ...ends)];
}

function drawOptions(dice: Dice, usual: readonly string[], rare: readonly string[]): Argument {
  const unknown = dice.some(["0x1000"], 5);
  const words = [...dice.some(usual, 50), ...dice.some(rare, 12), ...unknown];
  return words.length === unknown.length && unknown.length > 0
    ? number(0x1000)
    : constants(...words);
}

function drawOpenFlags(dice: Dice): Argument {
  const mode = dice.oneOf("O_RDWR", "O_RDWR", "O_RDWR", "O_RDONLY", "O_WRONLY");
  return dice.chance(25) ? constants(mode, "O_NOCTTY") : constants(mode);
}

function drawTerminal({ dice, terminals }: Draft, kind: "tty" | "slave" | "terminal"): Argument {
  const name = dice.pick(terminals);
  // Without one the call is about a terminal that nobody has made, and the draft refuses it.
  if (kind === "terminal") return named(name ?? "tty");
  if (name === undefined || dice.chance(10)) return constants("/dev/tty");
  return kind === "tty" && dice.chance(12) ? masterOf(name) : named(name);
}

function drawIoctl(draft: Draft): Argument[] {
  const terminal = drawTerminal(draft, "tty");
  if (draft.dice.chance(40)) return [terminal, constants("TIOCNOTTY")];
  return [terminal, constants("TIOCSCTTY"), number(draft.dice.chance(30) ? 1 : 0)];
}

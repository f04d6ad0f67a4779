import { alphabetOf } from "../explore/alphabet.js";
import { INIT_NUMBER } from "../explore/domains.js";
import type { Scene, SceneProcess } from "../model/scene.js";
import type { Names } from "../names.js";
import { type Argument, type Call, type Standing, type Step, signatures } from "../trace/index.js";

/** Calls about more processes than these would be too many to choose from. */
const OTHERS_MAX = 12;

/** Signals that are offered: the ones that job control is about. */
const offered = [
  "SIGHUP",
  "SIGINT",
  "SIGKILL",
  "SIGUSR1",
  "SIGCHLD",
  "SIGCONT",
  "SIGSTOP",
  "SIGTSTP",
];

const at = { line: 1, column: 1, offset: 0 };

/**
 * What a process could do next, call by call, sensible or not: with every argument that the
 * processes and terminals of the scene give. What can only be refused is offered like anything
 * else.
 */
export function choicesFor(names: Names, scene: Scene, actor: SceneProcess, name: string): Step[] {
  return callsFor(scene, actor, name).map((call) => stepOf(names, actor, call));
}

function callsFor(scene: Scene, actor: SceneProcess, name: string): Call[] {
  const signature = signatures.get(name);
  if (!signature) return [];
  const plain: Call[] = [{ function: name, arguments: [], at }];
  if (signature.parameters.length === 0) return plain;
  const nearest = nearTo(scene, actor).slice(0, OTHERS_MAX);
  const letters = { calls: [name], signals: offered, processes: nearest.length, odd: true };
  const needsTerminal = signature.parameters.some(({ kind }) => terminalKinds.has(kind));
  const terminals = needsTerminal ? scene.terminals.map(({ name: tty }) => tty) : [""];
  const calls = terminals.flatMap((tty) =>
    alphabetOf(letters).map((call) => ({
      ...call,
      arguments: call.arguments.map((argument) => named(argument, nearest, tty)),
    })),
  );
  return [...(signature.sleeps ? sleeping(name) : []), ...calls];
}

const terminalKinds = new Set<string>(["tty", "slave", "terminal"]);

/** Waits that sleep, which an exploration leaves out. */
function sleeping(name: string): Call[] {
  if (name !== "waitpid") return [];
  const any: Argument = { kind: "number", value: -1, at };
  const none: Argument = { kind: "number", value: 0, at };
  const stops: Argument = { kind: "constants", words: ["WUNTRACED", "WCONTINUED"], at };
  return [none, stops].map((options) => ({ function: name, arguments: [any, options], at }));
}

/** The process itself, its parent and its children first. */
function nearTo({ processes }: Scene, actor: SceneProcess): SceneProcess[] {
  const distance = (one: SceneProcess) =>
    [one === actor, one.parent === actor.name, one.name === actor.parent, true].indexOf(true);
  return [...processes].sort((a, b) => distance(a) - distance(b));
}

/** The argument with the names of the scene for the numbers and the terminal of an alphabet. */
function named(argument: Argument, people: readonly SceneProcess[], tty: string): Argument {
  if (argument.kind !== "name") return argument;
  const person = people[Number(argument.name) - INIT_NUMBER];
  return { ...argument, name: person?.name ?? tty };
}

/** The step by which this process makes the call, with a new name for what it makes. */
function stepOf(names: Names, { name: actor }: SceneProcess, call: Call): Step {
  const step = { kind: "step", actor, call, overrides: [], at } as const;
  const makes = signatures.get(call.function)?.binds;
  if (makes === undefined) return step;
  const value = freeName(names, makes);
  return { ...step, expectation: { answers: [{ kind: "value", value }], effects: [] } };
}

/** The first of `a`, `b`, …, or of `tty`, `tty2`, … that nobody has or had. */
function freeName(names: Names, makes: Standing): string {
  for (let n = 0; ; n++) {
    const name = makes === "process" ? letters(n) : stems[makes] + (n === 0 ? "" : n + 1);
    if (!names.has(name)) return name;
  }
}

const stems: Record<Exclude<Standing, "process">, string> = { thread: "thread", terminal: "tty" };

/** `a` to `z`, then `a2` and so on. */
function letters(n: number): string {
  const round = Math.floor(n / 26) + 1;
  return String.fromCharCode(97 + (n % 26)) + (round === 1 ? "" : round);
}

import { type Names, rowOf, signalsIn } from "../names.js";
import { NONE } from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import type { Possible } from "./branch.js";
import type { Interior, Machine, Process, Terminal } from "./machine.js";

/** A process with everything that the model keeps of it, with names for numbers. */
export interface SceneProcess extends ProcessRow {
  readonly pid: number;
  /** It has called exec: its parent can no longer move it. */
  readonly execed: boolean;
  /** It takes in its orphaned descendants. */
  readonly subreaper: boolean;
  /** Its group is orphaned: nobody is left who could continue it. */
  readonly orphaned: boolean;
  /** The call it sleeps in, or was stopped in. */
  readonly sleepsIn?: string;
  /** While it is stopped: the signal that did it. */
  readonly stoppedBy?: string;
  /** The name of its helper thread, if it has one. */
  readonly thread?: string;
  /** Its signal mask. */
  readonly blocked: readonly string[];
  readonly pending: readonly string[];
  readonly ignored: readonly string[];
  readonly caught: readonly string[];
}

/** A terminal of the trace. `none` stands for no session, group or process. */
export interface SceneTerminal {
  readonly name: string;
  /** The session that it controls. */
  readonly session: string;
  /** The group in the foreground, which may have no members. */
  readonly foreground: string;
  /** The process that has the other end; `none` once it is hung up. */
  readonly owner: string;
  readonly tostop: boolean;
  /** Lines that were typed and not read. */
  readonly lines: number;
}

/** Everything that a kernel holds at one moment of a trace. */
export interface Scene {
  /** In the order of their slots: mostly the order in which they were made. */
  readonly processes: readonly SceneProcess[];
  readonly terminals: readonly SceneTerminal[];
}

/** What a kernel holds in the middle of a trace. */
export function sceneOf(machine: Machine, at: Possible): Scene {
  const interiors = machine.interiors(at.state);
  return {
    processes: machine
      .processes(at.state)
      .flatMap((process, i) => processOf(process, interiors[i], at) ?? []),
    terminals: machine.terminals(at.state).map((terminal) => terminalOf(terminal, at.names)),
  };
}

function processOf(
  process: Process,
  interior: Interior | undefined,
  { names, asleep }: Possible,
): SceneProcess | undefined {
  if (!interior) return undefined;
  const { thread, stoppedBy, subreaper, orphaned } = interior;
  const sleepsIn = asleep.get(process.pid);
  return {
    ...rowOf(process, names),
    pid: process.pid,
    execed: process.execed,
    subreaper,
    orphaned,
    ...(sleepsIn !== undefined && { sleepsIn }),
    ...(stoppedBy !== undefined && { stoppedBy: stoppedBy.toUpperCase() }),
    ...(thread !== 0 && { thread: names.nameOf(thread) }),
    blocked: signalsIn(interior.blocked),
    pending: signalsIn(interior.pending),
    ignored: signalsIn(interior.ignored),
    caught: signalsIn(interior.caught),
  };
}

function terminalOf(terminal: Terminal, names: Names): SceneTerminal {
  const nameOf = (number: number) => (number === 0 ? NONE : names.nameOf(number));
  return {
    name: names.terminalOf(terminal.number),
    session: nameOf(terminal.session),
    foreground: nameOf(terminal.foreground),
    owner: nameOf(terminal.owner),
    tostop: terminal.tostop,
    lines: terminal.lines,
  };
}

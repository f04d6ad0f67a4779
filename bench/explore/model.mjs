// The rules that `retinue explore` searches through, as one would first write them in TypeScript:
// plain objects, a copy for every call, a set of texts. A peer for its figures.
//
//     node bench/explore/model.mjs [PROCESSES]
//
// The checks of a call are in Linux's order. A process's ID is its place; a place is given to a new
// process when no process has, or is in a group or session that has, that number.

import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {object} Process
 * @property {"running" | "stopped" | "zombie"} status
 * @property {number} parent
 * @property {number} group
 * @property {number} session
 * @property {boolean} execed
 */
/** @typedef {(Process | undefined)[]} Machine what is at each place */
/** @typedef {(machine: Machine) => string} Call changes the machine and says how it came out */

/** The parent of the first process and of orphans: never calls, reaps at once. */
const OUTSIDE = -1;

/**
 * The processes of which something is true. Zombies are processes until they are reaped.
 *
 * @param {Machine} machine
 * @param {(process: Process) => boolean} is
 */
function some(machine, is) {
  return machine.some((process) => process !== undefined && is(process));
}

/**
 * @param {Machine} machine
 * @param {number} number
 * @returns {Process}
 */
function at(machine, number) {
  const process = machine[number];
  if (process === undefined) throw new RangeError(`there is no process ${number}`);
  return process;
}

/**
 * @param {Machine} machine
 * @param {number} number
 */
function die(machine, number) {
  for (const [child, process] of machine.entries()) {
    if (process?.parent !== number) continue;
    if (process.status === "zombie") machine[child] = undefined;
    else process.parent = OUTSIDE;
  }
  const process = at(machine, number);
  if (process.parent === OUTSIDE) machine[number] = undefined;
  else process.status = "zombie";
}

/**
 * @param {Machine} machine
 * @param {number} caller
 */
function fork(machine, caller) {
  const { group, session } = at(machine, caller);
  const child = machine.findIndex(
    (process, i) => !process && !some(machine, (other) => other.group === i || other.session === i),
  );
  if (child < 0) return "fork EAGAIN";
  machine[child] = { status: "running", parent: caller, group, session, execed: false };
  return "fork ok";
}

/**
 * @param {Machine} machine
 * @param {number} caller
 */
function execve(machine, caller) {
  at(machine, caller).execed = true;
  return "execve ok";
}

/**
 * @param {Machine} machine
 * @param {number} caller
 */
function exit(machine, caller) {
  die(machine, caller);
  return "_exit ok";
}

/**
 * waitpid(-1, WNOHANG): of several zombies the one with the lowest number.
 *
 * @param {Machine} machine
 * @param {number} caller
 */
function waitpid(machine, caller) {
  const zombie = machine.findIndex(
    (process) => process?.parent === caller && process.status === "zombie",
  );
  if (zombie >= 0) {
    machine[zombie] = undefined;
    return "waitpid ok";
  }
  const hasChild = some(machine, (process) => process.parent === caller);
  return hasChild ? "waitpid 0" : "waitpid.no-child";
}

/**
 * @param {Machine} machine
 * @param {number} caller
 */
function setsid(machine, caller) {
  const process = at(machine, caller);
  if (process.group === caller) return "setsid.group-leader";
  if (some(machine, ({ group }) => group === caller)) return "setsid.group-remains";
  process.group = caller;
  process.session = caller;
  return "setsid ok";
}

/**
 * @param {Machine} machine
 * @param {number} caller
 * @param {number} pid
 * @param {number} pgid
 */
function setpgid(machine, caller, pid, pgid) {
  const { session } = at(machine, caller);
  const process = machine[pid];
  if (!process) return "setpgid.no-such-process";
  const isChild = process.parent === caller;
  if (isChild && process.session !== session) return "setpgid.other-session";
  if (isChild && process.execed) return "setpgid.child-execed";
  if (!isChild && pid !== caller) return "setpgid.not-child";
  if (process.session === pid) return "setpgid.session-leader";
  if (pgid !== pid) {
    if (!some(machine, ({ group }) => group === pgid)) return "setpgid.group-absent";
    const isHere = some(machine, (other) => other.group === pgid && other.session === session);
    if (!isHere) return "setpgid.group-elsewhere";
  }
  process.group = pgid;
  return "setpgid ok";
}

/** What a signal does to a process that is alive. */
const receive = {
  /** @param {Process} process */
  stop(process) {
    process.status = "stopped";
  },
  /** @param {Process} process */
  cont(process) {
    process.status = "running";
  },
  /**
   * @param {Process} _process
   * @param {Machine} machine
   * @param {number} number
   */
  kill(_process, machine, number) {
    die(machine, number);
  },
};

/**
 * kill(-pgid, signal). A death reaps zombies only, so nobody leaves the group before its turn.
 *
 * @param {Machine} machine
 * @param {number} pgid
 * @param {keyof typeof receive} signal
 */
function kill(machine, pgid, signal) {
  if (!some(machine, ({ group }) => group === pgid)) return "kill.no-such-group";
  for (const [number, process] of machine.entries()) {
    if (process?.group !== pgid || process.status === "zombie") continue;
    receive[signal](process, machine, number);
  }
  return "kill ok";
}

/**
 * All that a process can call on a machine of so many places.
 *
 * @param {number} caller
 * @param {number[]} places
 * @returns {Call[]}
 */
function callsOf(caller, places) {
  return [
    (machine) => fork(machine, caller),
    (machine) => execve(machine, caller),
    (machine) => exit(machine, caller),
    (machine) => waitpid(machine, caller),
    (machine) => setsid(machine, caller),
    ...places.flatMap((pid) =>
      places.map((pgid) => (/** @type {Machine} */ machine) => setpgid(machine, caller, pid, pgid)),
    ),
    ...places.flatMap((pgid) =>
      /** @type {const} */ (["stop", "cont", "kill"]).map(
        (signal) => (/** @type {Machine} */ machine) => kill(machine, pgid, signal),
      ),
    ),
  ];
}

/** @param {Machine} machine */
function textOf(machine) {
  return machine
    .map((p) => (p ? `${p.status[0]}${p.parent} ${p.group} ${p.session} ${p.execed ? 1 : 0}` : ""))
    .join();
}

/**
 * Every call of every running process in every state that can be reached, breadth first.
 *
 * @param {number} processes how many places there are
 */
function explore(processes) {
  const places = Array.from({ length: processes }, (_, i) => i);
  const calls = places.map((caller) => callsOf(caller, places));
  /** @type {Machine} */
  const start = places.map(() => undefined);
  start[0] = { status: "running", parent: OUTSIDE, group: 0, session: 0, execed: false };

  /** @type {Record<string, number>} */
  const outcomes = {};
  let transitions = 0;
  let changes = 0;
  const seen = new Set([textOf(start)]);
  for (let level = [start]; level.length > 0; ) {
    /** @type {Machine[]} */
    const next = [];
    for (const before of level) {
      const text = textOf(before);
      const callable = calls.filter((_, caller) => before[caller]?.status === "running").flat();
      for (const call of callable) {
        const after = before.map((process) => process && { ...process });
        const outcome = call(after);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        transitions++;
        const reached = textOf(after);
        if (reached !== text) changes++;
        if (seen.has(reached)) continue;
        seen.add(reached);
        next.push(after);
      }
    }
    level = next;
  }
  return { states: seen.size, transitions, changes, outcomes };
}

/**
 * The most memory that this process has had resident, in bytes. What Node tells by itself also
 * counts, on Linux, what the program had that started this one.
 */
function peakMemory() {
  const { maxRSS } = process.resourceUsage();
  const status = "/proc/self/status";
  const peak = existsSync(status) && /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1];
  return 1024 * Number(peak || maxRSS);
}

const processes = Number(process.argv[2] ?? 3);
const start = process.cpuUsage();
const found = explore(processes);
const { user, system } = process.cpuUsage(start);
const cost = { seconds: (user + system) / 1e6, clock: "cpu", bytes: peakMemory() };
console.log(JSON.stringify({ peer: "js", processes, ...found, ...cost }));

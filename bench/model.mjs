import { boot, profileNamed } from "retinue";
import { withCore } from "./core.mjs";
import { cost } from "./measure.mjs";

// What a call of the model costs: in a batch, where the component is entered once for a thousand
// calls, and alone. The peers are a batch of calls that are not made, which is what the glue costs,
// and the same call to a JavaScript function that does nothing.

const profile = profileNamed("linux");
// Cases of `types.syscall`.
const FORK = 0;
const GETPGID = 8;
const SETPGID = 10;
const KILL = 12;
const SIGPROCMASK = 17;
const TCGETPGRP = 28;
const TCSETPGRP = 29;
const NOBODY = 99;
const many = 10_000;

/** `init` with four children in its group, all alive. */
function family() {
  const kernel = boot(profile, 8);
  const forks = [FORK, FORK, FORK, FORK].flatMap((call) => [2, call, 0, 0, 0]);
  kernel.batch(new Int32Array(forks));
  return kernel;
}

/** A thousand calls: half of them move a child between two groups, half ask for a group. */
const words = new Int32Array(
  Array.from({ length: 1000 }, (_, i) =>
    i % 2 ? [2, GETPGID, 6, 0, 0] : [2, SETPGID, 3, i % 4 ? 3 : 2, 0],
  ).flat(),
);

/** Eight processes, the most that the machine has room for, and a terminal: a shell with a job in the background. */
function shell() {
  const kernel = boot(profile, 8);
  const slave = { tag: "slave", val: 0 };
  kernel.openpty(2);
  kernel.fork(2);
  kernel.setsid(3);
  kernel.tiocsctty(3, slave, false);
  for (const signal of ["sigttou", "sigttin"]) kernel.sigaction(3, signal, "ignore", {});
  for (let i = 0; i < 6; i++) kernel.fork(3);
  for (const member of [4, 5, 6]) kernel.setpgid(3, member, 4);
  kernel.kill(3, -4, { tag: "named", val: "sigstop" });
  return kernel;
}

/** A thousand calls of job control: the foreground goes to and fro, masks change, a signal is tried. */
const job = new Int32Array(
  Array.from(
    { length: 1000 },
    (_, i) =>
      [
        [3, TCSETPGRP, 0, 0, i % 8 ? 4 : 3],
        [7, SIGPROCMASK, 2, i, 0],
        [3, TCGETPGRP, 0, 0, 0],
        [3, KILL, -4, 0, 0],
      ][i % 4],
  ).flat(),
);

const repeat = (operation) => () => {
  for (let i = 0; i < many; i++) operation();
};

/** Copies the state out and in again, without the glue; to be called before any other kernel boots. */
function copying() {
  const { kernel, address, memory, method } = withCore(shell);
  const [snapshot, restore] = [method("snapshot"), method("restore")];
  const words = new Uint32Array(memory.buffer);
  const copy = () => {
    const span = snapshot(address) >> 2;
    restore(address, words[span], words[span + 1]);
  };
  return { copy, size: kernel.snapshot().length };
}

/** Each figure: what it is, its value and unit, and the budget of the design where there is one. */
export function modelFigures() {
  const { copy, size } = copying();
  const kernel = family();
  const nothing = { setpgid: () => ({ tag: "completed", val: { tag: "returned", val: 0 } }) };
  const alone = (operation) => cost(many, repeat(operation)) / 1000;
  const batchOf = (machine, calls) =>
    cost(1000, () => machine.batch(calls), { rounds: 101, warmUp: 1000 });
  const unmade = (calls) => calls.map((word, i) => (i % 5 === 0 ? NOBODY : word));
  const whole = batchOf(kernel, words);
  const glue = batchOf(kernel, unmade(words));
  const terminal = shell();
  const ofJobs = batchOf(terminal, job) - batchOf(terminal, unmade(job));
  return [
    ["a call in a batch, 5 processes, inside wasm", whole - glue, "ns", 60],
    ["the same with what the glue takes to pass it", whole, "ns"],
    ["a call of job control in a batch, 8 processes and a terminal, inside wasm", ofJobs, "ns"],
    ["a typed call that succeeds", alone(() => kernel.setpgid(2, 3, 3)), "µs", 3],
    ["a typed call that is refused", alone(() => kernel.setpgid(2, 3, -1)), "µs", 3],
    ["the same call to an empty function", alone(() => nothing.setpgid(2, 3, 3)), "µs"],
    [
      `snapshot and restore inside wasm, 8 processes and a terminal, ${size} bytes`,
      cost(many, repeat(copy)),
      "ns",
      1000,
    ],
    [
      "snapshot and restore through the component",
      alone(() => kernel.restore(kernel.snapshot())),
      "µs",
    ],
  ];
}

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

const repeat = (operation) => () => {
  for (let i = 0; i < many; i++) operation();
};

/** Copies the state out and in again, without the glue; to be called before any other kernel boots. */
function copying() {
  const { kernel, address, memory, method } = withCore(family);
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
  const batch = (calls) => cost(1000, () => kernel.batch(calls), { rounds: 101, warmUp: 1000 });
  const whole = batch(words);
  const glue = batch(words.map((word, i) => (i % 5 === 0 ? NOBODY : word)));
  return [
    ["a call in a batch, 5 processes, inside wasm", whole - glue, "ns", 60],
    ["the same with what the glue takes to pass it", whole, "ns"],
    ["a typed call that succeeds", alone(() => kernel.setpgid(2, 3, 3)), "µs", 3],
    ["a typed call that is refused", alone(() => kernel.setpgid(2, 3, -1)), "µs", 3],
    ["the same call to an empty function", alone(() => nothing.setpgid(2, 3, 3)), "µs"],
    [`snapshot and restore inside wasm, ${size} bytes`, cost(many, repeat(copy)), "ns", 1000],
    [
      "snapshot and restore through the component",
      alone(() => kernel.restore(kernel.snapshot())),
      "µs",
    ],
  ];
}

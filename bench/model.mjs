// What the model costs, against the cheapest thing in the same run: an empty loop for a call in a batch, a JavaScript
// function for a typed call. Prints the budget of the design beside each figure.
import { boot, profileNamed } from "retinue";

const profile = profileNamed("linux");
const FORK = 0;
const GETPGID = 8;
const SETPGID = 10;

/** The median of several rounds, in nanoseconds for each of `count` operations. */
function cost(count, operation, rounds = 15) {
  operation();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    operation();
    return Number(process.hrtime.bigint() - start) / count;
  });
  return times.sort((a, b) => a - b)[rounds >> 1];
}

/** `init` with four children in its group, all alive. */
function family(capacity = 8) {
  const kernel = boot(profile, capacity);
  kernel.batch(new Int32Array([FORK, FORK, FORK, FORK].flatMap((call) => [2, call, 0, 0, 0])));
  return kernel;
}

const words = new Int32Array(
  Array.from({ length: 1000 }, (_, i) =>
    i % 2 ? [2, GETPGID, 6, 0, 0] : [2, SETPGID, 3 + (i % 4), i % 8 ? 3 : 0, 0],
  ).flat(),
);
const kernel = family();
const empty = { setpgid: () => ({ tag: "completed", val: { tag: "returned", val: 0 } }) };
const many = 10_000;
const repeat = (operation) => () => {
  for (let i = 0; i < many; i++) operation();
};

const state = family().snapshot();
const figures = [
  ["a call in a batch, 5 processes", cost(1000, () => kernel.batch(words)), "ns", 60],
  [
    "a typed call that succeeds",
    cost(
      many,
      repeat(() => kernel.setpgid(2, 3, 3)),
    ) / 1000,
    "µs",
    3,
  ],
  [
    "a typed call that is refused",
    cost(
      many,
      repeat(() => kernel.setpgid(2, 3, -1)),
    ) / 1000,
    "µs",
    3,
  ],
  [
    "the same call to an empty function",
    cost(
      many,
      repeat(() => empty.setpgid(2, 3, 3)),
    ) / 1000,
    "µs",
    null,
  ],
  [
    `snapshot and restore through the component, ${state.length} bytes`,
    cost(
      many,
      repeat(() => kernel.restore(kernel.snapshot())),
    ) / 1000,
    "µs",
    null,
  ],
];
for (const [name, value, unit, budget] of figures) {
  const within =
    budget === null ? "" : `  budget ${budget} ${unit}, ratio ${(value / budget).toFixed(2)}`;
  console.log(`${value.toFixed(2).padStart(9)} ${unit}  ${name}${within}`);
}

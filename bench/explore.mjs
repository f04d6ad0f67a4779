import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { runPeers } from "./explore/peers.mjs";

// The state space of four processes, explored by the real rules of the model, beside the same rules
// in Promela and in C. All must find the same: 10,072,209 states. Seconds are those that a process
// computed, memory is the most that it had.

const own = fileURLToPath(new URL("./explore/own.mjs", import.meta.url));

async function ours(how) {
  const { stdout } = await promisify(execFile)(process.execPath, [own, how]);
  return JSON.parse(stdout);
}

const speed = ({ states, seconds }) => states / seconds / 1000;
const memory = ({ bytes }) => bytes / 1e6;

/** Each figure: what it is, its value and unit, and spin's beside it. */
export async function exploreFigures() {
  const peers = await runPeers({ processes: 4, peers: ["c", "spin"] });
  const [c, spin] = peers;
  const all = { classes: await ours("classes"), states: await ours("states") };
  for (const found of [...peers, all.classes, all.states]) check(found, all.states);
  const beside = "skipped" in spin ? {} : { speed: speed(spin), memory: memory(spin) };
  const rows = [
    ["retinue explore, states that differ in numbers being one", all.classes],
    ["the same with every state for itself", all.states],
    ["a program in C", c],
    ["spin", spin],
  ].filter(([, found]) => !("skipped" in found));
  return rows.flatMap(([name, found]) => [
    [name, speed(found), "k states/s", found === spin ? undefined : beside.speed],
    [`${name}: memory`, memory(found), "MB", found === spin ? undefined : beside.memory],
  ]);
}

function check(found, { states, transitions }) {
  if ("skipped" in found) return;
  if (found.states === states && found.transitions === transitions) return;
  throw new Error(
    `one found ${found.states} states and ${found.transitions} transitions, another not`,
  );
}

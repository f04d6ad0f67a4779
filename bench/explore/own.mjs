/**
 * `retinue explore` as a peer of the peers: the same rules by options, 4 processes, and the same
 * line of JSON.
 *
 *     node bench/explore/own.mjs classes|states
 */
import { readFileSync } from "node:fs";
import { answering, catalog, explore, plainCalls, plainSignals, profileNamed } from "retinue";

/** What the peers do: nobody hears of orphans, which the system takes in and reaps at once. */
const answers = { "exit.new-parent": "system", "exit.orphan-signals": "nobody" };

function profile() {
  const { questions } = catalog();
  const linux = profileNamed("linux");
  if (!linux) throw new Error("there is no profile of linux");
  return Object.entries(answers).reduce((kernel, [id, answer]) => {
    const index = questions.findIndex((question) => question.id === id);
    const alternatives = (questions[index]?.alternatives ?? []).map(({ name }) => name);
    return answering(kernel, index, alternatives.indexOf(answer));
  }, linux);
}

const before = process.cpuUsage();
const found = await explore({
  profile: profile(),
  processes: 4,
  calls: plainCalls,
  signals: plainSignals,
  odd: false,
  view: "relations",
  renaming: process.argv[2] === "classes",
  firstWay: true,
  checked: false,
  limit: Number.POSITIVE_INFINITY,
});
const { user, system } = process.cpuUsage(before);
const [, kilobytes = "0"] =
  /^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
console.log(
  JSON.stringify({
    states: found.renamings,
    transitions: found.transitions,
    seconds: (user + system) / 1e6,
    bytes: Number(kilobytes) * 1024,
  }),
);

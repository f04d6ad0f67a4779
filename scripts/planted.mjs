/**
 * Plants one bug after the other into the model of a kernel and lets generated traces look for it,
 * and those of the suite of kernels: each rule missing, each question answered otherwise, each two
 * neighbouring checks the other way round. Says how many were found, and after how many runs.
 *
 *     node scripts/planted.mjs [--profile=linux] [--runs=2000] [--seed=1] [--shard=i/n] [--all]
 *                              [--suite-only]
 *
 * `--all` also looks for what cannot be found, to see that it is not.
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { neighboursOf } from "../dist/diff/suspects.js";
import { suiteOfKernels, tells } from "../dist/explore/kernels.js";
import { STATES_OF_SUBJECT, subjects } from "../dist/explore/subjects.js";
import { Runs } from "../dist/fuzz/plan.js";
import { allNeeds } from "../dist/generate/needs.js";
import { profileNamed } from "../dist/model/catalog.js";
import { ModelWorld } from "../dist/model/world.js";
import { follow } from "../dist/oracle/follow.js";
import { parse, print } from "../dist/trace/index.js";
import { exclusive, invisible } from "../test/invisible.mjs";

/**
 * @typedef {import("../dist/diff/suspects.js").Suspect} Suspect
 * @typedef {import("../dist/model/catalog.js").Profile} Profile
 * @typedef {import("../dist/trace/ast.js").Trace} Trace
 * @typedef {{ trace: Trace, rules: ReadonlySet<number> }} Prepared
 */

/**
 * The bugs of a profile, and those that nothing can find, with the reason.
 *
 * @param {Profile} profile
 */
export function bugsOf(profile) {
  const sameError = "both checks give the same";
  const all = neighboursOf(profile);
  const reasons = new Map([
    ...(profile.name === "linux" ? [...invisible, ...exclusive] : []),
    ...all
      .filter((bug) => "alike" in bug && bug.alike)
      .map(({ name }) => /** @type {const} */ ([name, sameError])),
  ]);
  return {
    sought: all.filter(({ name }) => !reasons.has(name)),
    unseen: all.flatMap((bug) => {
      const reason = reasons.get(bug.name);
      return reason === undefined ? [] : [{ bug, reason }];
    }),
  };
}

/**
 * The traces of a seed, made when they are first asked for, with the rules that refuse a call in
 * them on a kernel that is as it should be.
 *
 * @param {Profile} profile
 * @param {number} seed
 */
export function tracesFor(profile, seed) {
  const runs = new Runs({ profile, seed, corpus: [], offers: allNeeds });
  /** @type {Prepared[]} */
  const made = [];
  return {
    /** @param {number} run */
    at(run) {
      const known = made[run];
      if (known) return known;
      const trace = runs.trace(run);
      const { observations } = new ModelWorld(profile).runNow(trace);
      const { steps } = follow(trace, observations, profile);
      if (steps.some(({ differs }) => differs.length > 0))
        throw new Error(`seed ${seed}, run ${run}: the kernel that is as it should be is accused`);
      const rules = new Set(
        steps.flatMap(({ allowed }) => allowed.flatMap((one) => [...one.rules])),
      );
      made[run] = { trace, rules };
      return made[run];
    },
  };
}

/**
 * The first run that shows the bug; undefined if none of so many does.
 *
 * @param {Suspect} bug
 * @param {Profile} profile
 * @param {ReturnType<typeof tracesFor>} traces
 * @param {number} runs
 */
export function findBug({ rule, kernel }, profile, traces, runs) {
  const world = new ModelWorld(kernel);
  for (let run = 0; run < runs; run++) {
    const { trace, rules } = traces.at(run);
    // A kernel without a rule does nothing else until that rule would have spoken.
    if (rule !== undefined && !rules.has(rule)) continue;
    const { observations } = world.runNow(trace);
    if (follow(trace, observations, profile).steps.some(({ differs }) => differs.length > 0))
      return run;
  }
  return undefined;
}

/**
 * The traces of the suite of kernels, as files have them.
 *
 * @param {Profile} profile
 */
export async function suiteFor(profile) {
  const { traces } = await suiteOfKernels(profile, subjects, STATES_OF_SUBJECT);
  return traces.map((trace) => parse(print(trace)));
}

/**
 * The bugs that some trace of a suite shows.
 *
 * @param {readonly Suspect[]} bugs
 * @param {Profile} profile
 * @param {readonly Trace[]} suite
 */
export function foundBy(bugs, profile, suite) {
  return bugs.filter((bug) => suite.some((trace) => tells(trace, bug, profile)));
}

/**
 * @param {Profile} profile
 * @param {ReturnType<typeof bugsOf>} bugs
 * @param {boolean} all
 */
async function judgeSuite(profile, { sought, unseen }, all) {
  const suite = await suiteFor(profile);
  const found = new Set(foundBy(sought, profile, suite));
  for (const bug of sought) if (!found.has(bug)) console.log(`NOT FOUND BY THE SUITE  ${bug.name}`);
  console.log(
    `found ${found.size} of ${sought.length} bugs in ${profile.name} by the suite of kernels: ${suite.length} traces`,
  );
  const hidden = unseen.map(({ bug }) => bug);
  const wrong = all ? foundBy(hidden, profile, suite) : [];
  for (const bug of wrong) console.log(`FOUND BY THE SUITE, though it cannot be: ${bug.name}`);
  if (found.size < sought.length || wrong.length > 0) process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      profile: { type: "string", default: "linux" },
      runs: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
      shard: { type: "string", default: "1/1" },
      all: { type: "boolean", default: false },
      "suite-only": { type: "boolean", default: false },
    },
  });
  const profile = profileNamed(values.profile);
  if (!profile) throw new Error(`there is no profile ${values.profile}`);
  const [part = 1, parts = 1] = values.shard.split("/").map(Number);
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const bugs = bugsOf(profile);
  if (part === 1) await judgeSuite(profile, bugs, values.all);
  if (!values["suite-only"])
    judgeFuzzing(profile, bugs, { part, parts, runs, seed, all: values.all });
}

/**
 * @param {Profile} profile
 * @param {ReturnType<typeof bugsOf>} bugs
 * @param {{ part: number, parts: number, runs: number, seed: number, all: boolean }} session
 */
function judgeFuzzing(profile, { sought, unseen }, { part, parts, runs, seed, all }) {
  const traces = tracesFor(profile, seed);
  const own = sought.filter((_, i) => i % parts === part - 1);
  /** @type {number[]} */
  const after = [];
  for (const bug of own) {
    const run = findBug(bug, profile, traces, runs);
    if (run === undefined) console.log(`NOT FOUND  ${bug.name}`);
    else after.push(run + 1);
    if (run !== undefined && run >= runs / 2) console.log(`late       ${bug.name}: run ${run}`);
  }
  after.sort((a, b) => a - b);
  const middle = after[Math.floor(after.length / 2)];
  console.log(
    `found ${after.length} of ${own.length} bugs in ${profile.name} within ${runs} runs of seed ${seed}; ` +
      `half of them by run ${middle}, the last by run ${after.at(-1)}`,
  );
  const wrong = all
    ? unseen.filter(({ bug }) => findBug(bug, profile, traces, runs) !== undefined)
    : [];
  if (part === 1) {
    console.log(`cannot be found: ${unseen.length}${all ? ", each looked for" : ""}`);
    for (const { bug, reason } of unseen) console.log(`  ${bug.name}: ${reason}`);
  }
  for (const { bug } of wrong) console.log(`FOUND, though it cannot be: ${bug.name}`);
  if (after.length < own.length || wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { answering } from "../diff/variants.js";
import { plainCalls, plainSignals } from "../explore/alphabet.js";
import { type ExplorationPlan, type Explored, explore } from "../explore/exploration.js";
import { type Cover, coveringSuite } from "../explore/suite.js";
import { counted } from "../layout.js";
import { catalog, type Profile } from "../model/catalog.js";
import type { Progress as SearchProgress, View } from "../model/search.js";
import { explorationJson, explorationText } from "../report/index.js";
import { print, signatures, type Trace, signals as usableSignals } from "../trace/index.js";
import { hint } from "../trace/nearest.js";
import { folderAt, write } from "./corpus.js";
import { badInput, status } from "./failure.js";
import { profileOf } from "./profile.js";
import { Progress, styleOf } from "./terminal.js";

interface Options {
  readonly profile: string;
  readonly processes: number;
  readonly calls: readonly string[];
  readonly signals: readonly string[];
  readonly odd?: boolean;
  readonly answer: readonly string[];
  readonly view: View;
  readonly renaming: boolean;
  readonly invariants: boolean;
  readonly firstWay?: boolean;
  readonly limit: number;
  readonly suite?: string;
  readonly cover: Cover;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `retinue explore`: every state of a few processes. */
export function addExplore(program: Command): void {
  program
    .command("explore")
    .summary("every state that a few processes can reach, and suites that cover them")
    .description(
      "Finds every state that a few processes can reach by a set of calls in the model of one kernel, breadth first, counts what the calls give in them, and tests the invariants. Exits 1 if one does not hold.",
    )
    .option("--profile <name>", "the kernel to be modelled", "linux")
    .option("--processes <n>", "how many there can be at a time, 2 to 7", processes, 3)
    .option("--calls <list>", "what every process tries in every state", words, plainCalls)
    .option("--signals <list>", "what is sent, blocked and caught", words, plainSignals)
    .option("--odd", "also arguments that no program means, such as negative numbers")
    .option(
      "--answer <question=answer>",
      "answer one question otherwise than the profile does, repeatable",
      (one: string, earlier: readonly string[]) => [...earlier, one],
      [],
    )
    .addOption(
      new Option("--view <what>", "what two states must agree in to be one")
        .choices(["whole", "relations"])
        .default("whole"),
    )
    .option("--no-renaming", "states that differ only in who has which number are not one")
    .option("--no-invariants", "the invariants are not tested")
    .option("--first-way", "where a call can go several ways, follow the first only")
    .option("--limit <states>", "stop when so many have been found", count, 20_000_000)
    .option("--suite <folder>", "write traces that cover the state space, for `retinue check`")
    .addOption(
      new Option("--cover <what>", "what the suite covers")
        .choices(["rules", "classes"])
        .default("rules"),
    )
    .option("--json", "for programs; its schema is schema/exploration.schema.json")
    .option("--quiet", "no progress, and only the figures")
    .action(run);
}

async function run(options: Options): Promise<void> {
  if (options.suite !== undefined && options.json)
    throw badInput("--json does not go with --suite, which writes traces");
  const plan = planOf(options);
  const progress = new Progress(options.quiet !== true);
  try {
    if (options.suite !== undefined) {
      progress.say("finding every state");
      await writeSuite(options.suite, plan, options.cover);
      return;
    }
    const found = await explore(plan, (so) => progress.say(progressText(so)));
    progress.clear();
    process.exitCode = exitStatusOf(found);
    process.stdout.write(rendered(found, options));
  } catch (error) {
    throw error instanceof RangeError ? badInput(error.message) : error;
  } finally {
    progress.clear();
  }
}

function rendered(found: Explored, { json, quiet }: Options): string {
  return json ? explorationJson(found) : explorationText(found, styleOf(process.stdout, quiet));
}

/** 1 if an invariant does not hold; else 3 if not every state was found. */
function exitStatusOf({ end }: Explored): number {
  if (end === "violated") return status.diverged;
  return end === "complete" ? status.agreed : status.unable;
}

function progressText({ states, expanded, bytes }: SearchProgress): string {
  const megabytes = Math.round(Number(bytes) / 1e6);
  return `${expanded.toLocaleString("en")} of ${states.toLocaleString("en")} states so far, ${megabytes} MB`;
}

function planOf(options: Options): ExplorationPlan {
  const { processes, calls, signals, view, limit } = options;
  checkWords("calls", calls, [...signatures.keys()], "call");
  checkWords("signals", signals, usableSignals, "signal");
  const plan: ExplorationPlan = {
    profile: options.answer.reduce(answered, profileOf(options.profile)),
    processes,
    calls,
    signals,
    odd: options.odd === true,
    view,
    renaming: options.renaming,
    firstWay: options.firstWay === true,
    checked: options.invariants,
    limit,
  };
  checkView(plan);
  return plan;
}

/** What sleeps, and what a signal or a terminal does, is more than relations. */
function checkView({ view, ...letters }: ExplorationPlan): void {
  if (view !== "relations") return;
  const more = letters.calls.find((name) => !plainCalls.includes(name));
  const signal = letters.signals.find((name) => !plainSignals.includes(name));
  if (more !== undefined) throw badInput(`--view relations does not show what \`${more}\` does`);
  if (signal !== undefined) throw badInput(`--view relations does not show what ${signal} does`);
}

function checkWords(
  option: string,
  given: readonly string[],
  known: readonly string[],
  what: string,
): void {
  const wrong = given.find((word) => !known.includes(word));
  if (wrong === undefined) return;
  throw badInput(`--${option}: there is no ${what} \`${wrong}\`${hint(wrong, known)}`);
}

/** The profile with one question answered as `question=answer` says. */
function answered(profile: Profile, text: string): Profile {
  const { questions } = catalog();
  const [id = "", name = ""] = text.split("=");
  const index = questions.findIndex((question) => question.id === id);
  const question = questions[index];
  if (!question) {
    const known = questions.map((one) => one.id);
    throw badInput(`--answer: there is no question \`${id}\`${hint(id, known)}`);
  }
  const names = question.alternatives.map((alternative) => alternative.name);
  const alternative = names.indexOf(name);
  if (alternative < 0) {
    throw badInput(`--answer: ${id} has no answer \`${name}\`. It has: ${names.join(", ")}`);
  }
  return answering(profile, index, alternative);
}

async function writeSuite(folder: string, plan: ExplorationPlan, cover: Cover): Promise<void> {
  await folderAt(folder);
  if ((await readdir(folder)).length > 0)
    throw badInput(`--suite ${folder}: the folder is not empty`);
  const { traces, covered } = await coveringSuite(plan, cover);
  const digits = String(traces.length).length;
  for (const [i, trace] of traces.entries()) {
    const name = `${cover}-${String(i + 1).padStart(digits, "0")}.trace`;
    await write(join(folder, name), print(trace));
  }
  const steps = traces.reduce((sum, { items }: Trace) => sum + items.length, 0);
  const what = cover === "rules" ? "situation" : "class of states";
  const many = cover === "rules" ? "situations" : "classes of states";
  process.stdout.write(
    `${counted(traces.length, "trace")} in ${folder}, ${counted(steps, "step")}: ${counted(covered, what, many)}\n`,
  );
}

function words(text: string): string[] {
  return text.split(",").map((word) => word.trim());
}

function processes(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 2 && value <= 7) return value;
  throw new InvalidArgumentError("It is a number from 2 to 7.");
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 4_000_000_000) return value;
  throw new InvalidArgumentError("It is a number from 1 to 4000000000.");
}

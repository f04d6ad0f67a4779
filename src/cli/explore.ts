import { type Command, InvalidArgumentError, Option } from "commander";
import { answering } from "../diff/variants.js";
import { plainCalls, plainSignals } from "../explore/alphabet.js";
import { type ExplorationPlan, type Explored, explore } from "../explore/exploration.js";
import { splitCalls } from "../explore/pattern.js";
import { catalog, type Profile } from "../model/catalog.js";
import type { Progress as SearchProgress, View } from "../model/search.js";
import { explorationJson, explorationText } from "../report/index.js";
import { signatures, signals as usableSignals } from "../trace/index.js";
import { hint } from "../trace/nearest.js";
import { badInput, status } from "./failure.js";
import { profileOf } from "./profile.js";
import { type Covered, covers, type SuiteRequest, writeSuite } from "./suite.js";
import { Progress, styleOf } from "./terminal.js";

/** More states than these are not looked for if nobody asks for them. */
const LIMIT = 20_000_000;

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
  readonly limit?: number;
  readonly suite?: string;
  readonly cover?: Covered;
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
    .option("--calls <list>", "what every process tries in every state", splitCalls, plainCalls)
    .option("--signals <list>", "what is sent, blocked and caught", splitCalls, plainSignals)
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
    .option("--limit <states>", `stop when so many have been found (default: ${LIMIT})`, count)
    .option("--suite <folder>", "write traces that cover the state space, for `retinue check`")
    .addOption(
      new Option(
        "--cover <what>",
        "what the suite covers: rules, if nothing is said; classes of states; or kernels, each of which differs in one thing",
      ).choices(covers),
    )
    .option("--json", "for programs; its schema is schema/exploration.schema.json")
    .option("--quiet", "no progress, and only the figures")
    .action(run);
}

async function run(options: Options, command: Command): Promise<void> {
  checkCover(options, command);
  const plan = planOf(options);
  const progress = new Progress(options.quiet !== true);
  try {
    if (options.suite !== undefined) {
      await writeSuite(requestOf(options, options.suite, plan, command), progress);
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

/** What a suite of kernels explores if nobody says which calls. */
const ofCalls = ["processes", "signals", "odd", "view"] as const;

/** @throws {Failure} if an option would say nothing */
function checkCover({ suite, cover }: Options, command: Command): void {
  const given = (name: string) => command.getOptionValueSource(name) === "cli";
  if (cover !== undefined && suite === undefined)
    throw badInput("--cover says what a suite covers: name its folder with --suite");
  const idle = ofCalls.find((name) => given(name) && (name === "view" || !given("calls")));
  if (cover === "kernels" && idle !== undefined)
    throw badInput(
      `--${idle} says nothing with --cover kernels${idle === "view" ? "" : " and without --calls"}`,
    );
}

function requestOf(
  { cover = "rules", limit, json, quiet }: Options,
  folder: string,
  plan: ExplorationPlan,
  command: Command,
): SuiteRequest {
  const chosen = command.getOptionValueSource("calls") === "cli";
  return { folder, cover, plan, chosen, limit, json: json === true, quiet: quiet === true };
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
  const { processes, calls, signals, view, limit = LIMIT } = options;
  const names = calls.map((call) => call.replace(/\(.*/, ""));
  checkWords("calls", names, [...signatures.keys()], "call");
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
  const more = letters.calls.find((call) => !plainCalls.includes(call.replace(/\(.*/, "")));
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
  if (given.length === 0) throw badInput(`--${option}: it names no ${what}`);
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

import { type Command, InvalidArgumentError, Option } from "commander";
import type { ShardNumber } from "../diff/result.js";
import { splitCommand } from "../native/command-line.js";
import { reporters } from "../report/index.js";
import { badInput } from "./failure.js";
import type { KernelOptions } from "./kernel.js";
import { scheduleFlags, scheduleHelp } from "./schedule.js";

/** The options of the commands that write a report. */
export interface ReportOptions {
  readonly reporter: readonly string[];
  readonly output: readonly string[];
  readonly quiet?: boolean;
}

/** The options of the commands that compare a kernel with a profile. */
export interface ComparisonOptions extends KernelOptions, ReportOptions {
  readonly profile?: string;
  readonly baseline?: string;
  readonly schedule?: string;
  readonly shard?: ShardNumber;
}

/** The options that say how a kernel is reached. */
export function withKernelOptions(command: Command): Command {
  return command
    .option(
      "--via <command>",
      "a command in front of the agent, such as `ssh host` or `runsc do`",
      commandWords,
    )
    .option(
      "--agent <path>",
      "the agent to use; by default the one built for this machine",
      nonEmpty,
    )
    .addOption(
      new Option("--isolation <kind>", "what keeps traces from the rest of the machine")
        .choices(["auto", "namespace", "subreaper"])
        .default("auto"),
    )
    .option("--deadline <ms>", "milliseconds that one trace may take", milliseconds);
}

/** The options that say which forms a report takes, and where it goes. */
export function withReportOptions(command: Command): Command {
  const forms = [...reporters].map(([name, { says }]) => `${name} (${says})`).join(", ");
  return command
    .option("--reporter <name>", `form of the report, repeatable: ${forms}`, collect, [])
    .option(
      "--output <file>",
      "file for the reporter at the same place of the command line, repeatable; - is standard output",
      (file: string, earlier: readonly string[]) => collect(nonEmpty(file), earlier),
      [],
    )
    .option("--quiet", "no progress, and of the text only what diverged, and the counts");
}

/** The option that says what a kernel is held to. */
export function withExpectation(command: Command): Command {
  return command.option(
    "--profile <name>",
    "the kernel that is expected; by default the one of this system",
    nonEmpty,
  );
}

/** The options of both `check` and `diff`. */
export function withComparisonOptions(command: Command): Command {
  return withReportOptions(withExpectation(withKernelOptions(command)))
    .option(
      "--baseline <file>",
      "divergences that are known: a JSON report, or lines of `case-name rule…`",
      nonEmpty,
    )
    .option(scheduleFlags, scheduleHelp);
}

function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** @throws {InvalidArgumentError} if it is */
export function nonEmpty(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("It is empty.");
}

function commandWords(text: string): string {
  const [program] = wordsOf(text);
  if (program) return text;
  throw new InvalidArgumentError("It names no program.");
}

function wordsOf(command: string): string[] {
  try {
    return splitCommand(command);
  } catch (error) {
    throw badInput(`--via does not come apart into words:\n${(error as Error).message}`);
  }
}

function milliseconds(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 3_600_000) return value;
  throw new InvalidArgumentError("It is a whole number of milliseconds, from 1 to 3600000.");
}

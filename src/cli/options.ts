import { type Command, InvalidArgumentError, Option } from "commander";
import { splitCommand } from "../native/command-line.js";
import { reporters } from "../report/index.js";
import { badInput } from "./failure.js";
import type { KernelOptions } from "./kernel.js";

/** The options of the commands that hold a kernel to a profile and report on it. */
export interface ReportOptions extends KernelOptions {
  readonly profile?: string;
  readonly reporter: readonly string[];
  readonly output: readonly string[];
  readonly quiet?: boolean;
}

/** The options of the commands that compare traces of the user's. */
export interface ComparisonOptions extends ReportOptions {
  readonly baseline?: string;
}

/** The options that say how a kernel is reached. */
export function withKernelOptions(command: Command): Command {
  return command
    .option(
      "--via <command>",
      "a command in front of the agent, such as `ssh host` or `runsc do`",
      commandWords,
    )
    .option("--agent <path>", "the agent to use; by default the one built for this machine", path)
    .addOption(
      new Option("--isolation <kind>", "what keeps traces from the rest of the machine")
        .choices(["auto", "namespace", "subreaper"])
        .default("auto"),
    )
    .option("--deadline <ms>", "milliseconds that one trace may take", milliseconds);
}

/** All options of `check` and `diff`. */
export function withComparisonOptions(command: Command): Command {
  return withReportOptions(command).option(
    "--baseline <file>",
    "divergences that are known: a JSON report, or lines of `case-name rule…`",
  );
}

/** The options that say what a kernel is held to, and how that is reported. */
export function withReportOptions(command: Command): Command {
  const forms = [...reporters].map(([name, { says }]) => `${name} (${says})`).join(", ");
  return withKernelOptions(command)
    .option("--profile <name>", "the kernel that is expected; by default the one of this system")
    .option("--reporter <name>", `form of the report, repeatable: ${forms}`, collect, [])
    .option(
      "--output <file>",
      "file for the reporter at the same place of the command line, repeatable; - is standard output",
      (file: string, earlier: readonly string[]) => collect(path(file), earlier),
      [],
    )
    .option("--quiet", "no progress, and of the text only what diverged, and the counts");
}

function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

function path(text: string): string {
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

#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { version } from "../report/index.js";
import { visible } from "../trace/text.js";
import { addCheck } from "./check.js";
import { addDiff } from "./diff.js";
import { addDoctor } from "./doctor.js";
import { addExplain } from "./explain.js";
import { addExplore } from "./explore.js";
import { Failure, status } from "./failure.js";
import { addFingerprint } from "./fingerprint.js";
import { addFuzz } from "./fuzz.js";
import { addHelp } from "./help.js";
import { addMergeReports } from "./merge-reports.js";
import { addRun } from "./run.js";
import { paintOf } from "./terminal.js";

/** In the order in which the help lists them. */
const commands = [
  addCheck,
  addRun,
  addDiff,
  addFuzz,
  addExplore,
  addFingerprint,
  addExplain,
  addMergeReports,
  addDoctor,
  addHelp,
];

/** The program with all its commands. */
function programme(): Command {
  const program = new Command("retinue")
    .description(
      "Process groups, sessions and job control: what POSIX says, what kernels do, and where this one differs.",
    )
    .version(version)
    .addHelpText(
      "after",
      "\nExit status: 0 agreed, 1 diverged, 2 wrong usage or bad input, 3 could not run here.",
    )
    .showHelpAfterError("`retinue help` lists the commands and their options.");
  // A command copies this setting from its parent at the time it is made.
  program.exitOverride();
  for (const add of commands) add(program);
  return program;
}

/**
 * What was written to standard output did not arrive. Whoever reads us may leave early: `retinue
 * check | head`.
 */
function outputFailed({ code, message }: NodeJS.ErrnoException): void {
  if (code !== "EPIPE") complain(`standard output cannot be written: ${message}`, status.unable);
  process.exit(process.exitCode ?? status.agreed);
}

function complain(message: string, exitStatus: number): void {
  const text = message.split("\n").map(visible).join("\n");
  process.stderr.write(`${paintOf(process.stderr).red("retinue:")} ${text}\n`);
  process.exitCode = exitStatus;
}

/** Says why it ended, and sets the exit status. */
function ended(error: unknown): void {
  if (error instanceof CommanderError) {
    // commander has printed what is wrong; its own status for that is 1.
    process.exitCode = error.exitCode === 0 ? status.agreed : status.usage;
  } else if (error instanceof Failure) {
    complain(error.message, error.exitStatus);
  } else {
    // 1, the status that Node gives to this, would say that a kernel diverged.
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    complain(`this is a bug of retinue, please report it: ${what}`, status.unable);
  }
}

process.stdout.on("error", outputFailed);
process.stderr.on("error", () => {}); // there is nobody left to tell
process.on("uncaughtException", (error) => {
  ended(error);
  process.exit();
});
await programme().parseAsync().catch(ended);

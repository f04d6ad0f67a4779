#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { addCheck } from "./check.js";
import { addDiff } from "./diff.js";
import { addDoctor } from "./doctor.js";
import { addExplain } from "./explain.js";
import { Failure, status } from "./failure.js";
import { addRun } from "./run.js";
import { paintOf } from "./terminal.js";

const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };

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
  for (const add of [addCheck, addRun, addDiff, addExplain, addDoctor]) add(program);
  return program;
}

/** Whoever reads us may leave early: `retinue check | head`. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? status.agreed);
}

async function main(): Promise<void> {
  process.stdout.on("error", leaveQuietly);
  try {
    await programme().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // commander has printed what is wrong; its own status for that is 1.
      process.exitCode = error.exitCode === 0 ? status.agreed : status.usage;
    } else if (error instanceof Failure) {
      const paint = paintOf(process.stderr);
      process.stderr.write(`${paint.red("retinue:")} ${error.message}\n`);
      process.exitCode = error.exitStatus;
    } else {
      throw error;
    }
  }
}

await main();

import type { Command } from "commander";
import { type ComparisonOptions, withComparisonOptions } from "./options.js";
import { compareAndReport } from "./session.js";
import { shardNumber } from "./shard.js";
import { suiteFolders } from "./traces.js";

/** `retinue check`: the suite on a real kernel, held to its profile and to the standard. */
export function addCheck(program: Command): void {
  const command = program
    .command("check")
    .summary("run the suite on this machine's kernel and compare it with its profile")
    .description(
      "Runs traces on a real kernel and compares every step with what the profile of that kernel allows, and with the standard. Without files, runs the suite that comes with retinue.",
    )
    .argument("[file or folder...]", "traces, and folders that hold them");
  withComparisonOptions(command)
    .option("--shard <i/n>", "run the i-th of n parts of the traces, such as 2/4", shardNumber)
    .action(check);
}

function check(files: readonly string[], options: ComparisonOptions): Promise<void> {
  const paths = files.length > 0 ? files : suiteFolders();
  return compareAndReport({ command: "check", paths, options });
}

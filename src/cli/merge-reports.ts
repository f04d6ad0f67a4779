import type { Command } from "commander";
import { conflicts, merge, missing, type Piece, reporters } from "../report/index.js";
import { readBlobs } from "./blobs.js";
import { exitStatusOf } from "./comparison.js";
import { badInput, unable } from "./failure.js";
import { type ReportOptions, withReportOptions } from "./options.js";
import { checkNotRead, checkOutputs, pairOutputs, writeReport } from "./outputs.js";

/** `retinue merge-reports`: the blob reports of all shards, as one report. */
export function addMergeReports(program: Command): void {
  const command = program
    .command("merge-reports")
    .summary("make one report of the blob reports of all shards")
    .description(
      "Reads what `--shard=i/n --reporter blob` has written for every shard of a run, and reports as one process would have that ran all of it. The exit status is the same, too.",
    )
    .argument("<file or folder...>", "blob reports, and folders that hold them as *.blob.json");
  withReportOptions(command).action(mergeReports);
}

async function mergeReports(paths: readonly string[], options: ReportOptions): Promise<void> {
  const outputs = pairOutputs(options.reporter, options.output, reporters);
  await checkOutputs(outputs);
  const pieces = await readBlobs(paths);
  await checkNotRead(outputs, pieces);
  const report = merge(whole(pieces));
  process.exitCode = exitStatusOf(report);
  await writeReport(report, outputs, options.quiet === true);
}

/** @throws {Failure} if the pieces are not of one run, or not all there */
function whole(pieces: readonly Piece[]): readonly [Piece, ...Piece[]] {
  const problems = conflicts(pieces);
  if (problems.length > 0) throw badInput(problems.join("\n"));
  const absent = missing(pieces);
  const [first, ...others] = pieces;
  if (first && absent === "") return [first, ...others];
  throw unable(`the run is not whole: there is no report of shard ${absent}`);
}

import { stat, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { standard } from "../explain/index.js";
import type { Profile } from "../model/catalog.js";
import { forecast, mismatches } from "../oracle/expect.js";
import { isComplete, type Rehearsal, rehearsalJson, rehearsalText } from "../report/index.js";
import { fieldOf, print, type Schedule } from "../trace/index.js";
import { badInput, status } from "./failure.js";
import { nonEmpty } from "./options.js";
import { profileOf } from "./profile.js";
import { scheduleFlags, scheduleFor, scheduleHelp } from "./schedule.js";
import { styleOf } from "./terminal.js";
import { readTraces, type Source } from "./traces.js";
import { updated } from "./update.js";

interface Options {
  readonly profile: string;
  readonly update?: boolean;
  readonly schedule?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `retinue run`: traces in the model, without any kernel. */
export function addRun(program: Command): void {
  program
    .command("run")
    .summary("run traces in the model: every possible answer, and the rule behind it")
    .description(
      "Runs traces in the model of one kernel: every step with all its possible answers, the rule behind a refusal, and everything the step changes. Exits 1 if a trace states something else.",
    )
    .argument("<file or folder...>", "traces, and folders that hold them")
    .option("--profile <name>", "the kernel to be modelled", nonEmpty, standard)
    .option(
      "--update",
      `write what ${standard} permits into the traces, where they state something else or nothing`,
    )
    .option(scheduleFlags, scheduleHelp)
    .option("--json", "for programs")
    .option("--quiet", "only the steps that are not as stated")
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const profile = profileOf(options.profile);
  if (options.update && profile.name !== standard) {
    throw badInput(
      `--update writes what ${standard} permits: it does not go with --profile ${profile.name}`,
    );
  }
  if (options.update && options.schedule !== undefined) {
    throw badInput("--update writes what all schedules give: it does not go with --schedule");
  }
  const read = await readTraces(paths);
  const sources = options.update
    ? await Promise.all(read.map((source) => update(source, profile)))
    : read;
  const schedule = scheduleFor(options.schedule, sources, profile);
  const rehearsals = sources.map((source) => rehearse(source, profile, schedule));
  process.exitCode = exitStatusOf(rehearsals);
  process.stdout.write(rendered(rehearsals, options));
}

function rehearse(
  { file, trace }: Source,
  profile: Profile,
  schedule: Schedule | undefined,
): Rehearsal {
  const forecasts = forecast(trace, profile, schedule && { schedule });
  return {
    file,
    title: fieldOf(trace, "title") ?? "",
    profile: profile.name,
    forecasts,
    mismatches: mismatches(trace, profile, forecasts),
  };
}

/** 1 if a trace states something else, else 3 if the model could not list all that can happen. */
function exitStatusOf(rehearsals: readonly Rehearsal[]): number {
  if (rehearsals.some((rehearsal) => rehearsal.mismatches.length > 0)) return status.diverged;
  return rehearsals.every(isComplete) ? status.agreed : status.unable;
}

function rendered(rehearsals: readonly Rehearsal[], { json, quiet }: Options): string {
  if (json) {
    const traces = rehearsals.map(rehearsalJson);
    return `${JSON.stringify({ schema: 1, command: "run", traces }, null, 2)}\n`;
  }
  const style = styleOf(process.stdout, quiet);
  return rehearsals.map((rehearsal) => rehearsalText(rehearsal, style)).join("\n");
}

/** Writes the trace with the expectations of the profile, if that changes it. */
async function update(source: Source, profile: Profile): Promise<Source> {
  const trace = updated(source.trace, profile);
  const lineEnd = source.text.includes("\r\n") ? "\r\n" : "\n";
  const text = print(trace).replaceAll("\n", lineEnd);
  if (trace === source.trace || text === source.text) return source;
  if (!(await stat(source.path)).isFile()) {
    throw badInput(`${source.file} cannot be written: --update needs a file`);
  }
  await writeFile(source.path, text).catch((error) => {
    throw badInput(`${source.file} cannot be written: ${(error as Error).message}`);
  });
  return { ...source, trace, text };
}

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ExplorationPlan } from "../explore/exploration.js";
import { suiteOfKernels } from "../explore/kernels.js";
import { STATES_OF_SUBJECT, type Subject, subjects } from "../explore/subjects.js";
import { type Cover, coveringSuite } from "../explore/suite.js";
import { type SuiteReport, suiteJson, suiteText } from "../report/index.js";
import { print, type Trace } from "../trace/index.js";
import { folderAt, write } from "./corpus.js";
import { badInput } from "./failure.js";
import { type Progress, styleOf } from "./terminal.js";

/** What a suite can cover. */
export type Covered = Cover | "kernels";
export const covers: readonly Covered[] = ["rules", "classes", "kernels"];

/** A suite that somebody asks for. */
export interface SuiteRequest {
  readonly folder: string;
  readonly cover: Covered;
  readonly plan: ExplorationPlan;
  /** The calls of the plan were asked for. */
  readonly chosen: boolean;
  readonly limit: number | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Writes the traces of a suite, and says what they cover.
 *
 * @throws {Failure} if the folder cannot be had, or is not empty
 */
export async function writeSuite(request: SuiteRequest, progress: Progress): Promise<void> {
  const { folder, cover, json, quiet } = request;
  await folderAt(folder);
  if ((await readdir(folder)).length > 0)
    throw badInput(`--suite ${folder}: the folder is not empty`);
  const { traces, ...made } = await suiteFor(request, progress);
  progress.clear();
  const digits = String(traces.length).length;
  const nameOf = (i: number) => `${cover}-${String(i + 1).padStart(digits, "0")}.trace`;
  for (const [i, trace] of traces.entries()) await write(join(folder, nameOf(i)), print(trace));
  const steps = traces.reduce((sum, { items }: Trace) => sum + items.length, 0);
  const profile = request.plan.profile.name;
  const files = traces.map((_, i) => nameOf(i));
  const report: SuiteReport = { profile, cover, folder, files, steps, ...made };
  process.stdout.write(
    json ? suiteJson(report) : suiteText(report, styleOf(process.stdout, quiet)),
  );
}

type Made = Pick<SuiteReport, "covered" | "apart"> & { readonly traces: readonly Trace[] };

async function suiteFor(
  { cover, plan, chosen, limit }: SuiteRequest,
  progress: Progress,
): Promise<Made> {
  if (cover !== "kernels") {
    progress.say("finding every state");
    return { ...(await coveringSuite(plan, cover)), apart: null };
  }
  const chosenOnly: Subject = { ...plan, name: "the calls that were chosen", beginning: "" };
  const { traces, ...apart } = await suiteOfKernels(
    plan.profile,
    chosen ? [chosenOnly] : subjects,
    limit ?? STATES_OF_SUBJECT,
    ({ name }, open) => progress.say(`${name}: ${open} kernels left`),
  );
  const covered = apart.kernels.filter((kernel) => "trace" in kernel).length;
  return { traces, covered, apart };
}

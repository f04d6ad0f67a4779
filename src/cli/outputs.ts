import { access, constants, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Report } from "../diff/result.js";
import { plainStyle, type Reporter } from "../report/index.js";
import { hint } from "../trace/nearest.js";
import { badInput, type Failure } from "./failure.js";
import { styleOf } from "./terminal.js";

/** One form of the report, and where it goes. */
export interface Output {
  readonly reporter: Reporter;
  /** A path; undefined for standard output. */
  readonly file: string | undefined;
}

/** What stands for standard output among the files. */
const standardOutput = "-";

/**
 * The reporters with the files that belong to them, in the order they were given. Reporters without
 * a file write to standard output.
 *
 * @throws {Failure} if a reporter is unknown, a file has no reporter, or two reports that do not
 *   mix have one place
 */
export function pairOutputs(
  names: readonly string[],
  files: readonly string[],
  forms: ReadonlyMap<string, Reporter>,
): Output[] {
  const chosen = (names.length > 0 ? names : ["text"]).map((name) => reporterNamed(name, forms));
  if (files.length > chosen.length) {
    throw badInput(`--output ${files[chosen.length]} has no --reporter: they are paired in order`);
  }
  const outputs = chosen.map((reporter, i) => {
    const file = files[i];
    return { reporter, file: file === standardOutput ? undefined : file };
  });
  const together = outputs.filter(({ file }) => file === undefined);
  if (together.length > 1 && together.some(({ reporter }) => !reporter.mixes)) {
    throw badInput(
      `two reports cannot share standard output: give an --output for each --reporter, in the same order (${standardOutput} is standard output)`,
    );
  }
  const paths = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice === undefined) return outputs;
  throw badInput(`--output ${twice} is given twice: the second report would replace the first`);
}

function reporterNamed(name: string, forms: ReadonlyMap<string, Reporter>): Reporter {
  const reporter = forms.get(name);
  if (reporter) return reporter;
  const names = [...forms.keys()];
  throw badInput(
    `there is no reporter \`${name}\`${hint(name, names) || "."} There are: ${names.join(", ")}`,
  );
}

/**
 * Finds out that a file cannot be written before anything is run for it.
 *
 * @throws {Failure} if that is so
 */
export async function checkOutputs(outputs: readonly Output[]): Promise<void> {
  for (const { file } of outputs) if (file !== undefined) await checkWritable(file);
}

/**
 * Finds out that a file to be written is one that was read: writing it would lose that.
 *
 * @throws {Failure} if that is so
 */
export async function checkNotRead(
  outputs: readonly Pick<Output, "file">[],
  sources: readonly { readonly file: string }[],
): Promise<void> {
  const files = outputs.flatMap(({ file }) => file ?? []);
  if (files.length === 0) return;
  const read = await Promise.all(sources.map(({ file }) => placeOf(file)));
  for (const file of files) {
    const place = await placeOf(file);
    if (place !== undefined && read.includes(place))
      throw badInput(`--output ${file} would replace a file that is read here`);
  }
}

/** One path for all that lead to a file; undefined if there is none, or it is a pipe. */
function placeOf(file: string): Promise<string | undefined> {
  return realpath(file).catch(() => undefined);
}

/** @throws {Failure} if the file cannot be written */
export async function checkWritable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) throw badInput(`${file} cannot be written: this is a folder`);
  await access(found ? file : dirname(file), constants.W_OK).catch((error) => {
    throw unwritable(file, error);
  });
}

/**
 * Writes the report in every form that was asked for. A file that cannot be written keeps no other
 * from being written.
 *
 * @throws {Failure} if a file cannot be written
 */
export async function writeReport(
  report: Report,
  outputs: readonly Output[],
  quiet: boolean,
): Promise<void> {
  const failures: Failure[] = [];
  for (const { reporter, file } of outputs) {
    if (file === undefined) {
      process.stdout.write(reporter.render(report, styleOf(process.stdout, quiet)));
      continue;
    }
    await writeFile(file, reporter.render(report, { ...plainStyle, quiet })).catch((error) => {
      failures.push(unwritable(file, error));
    });
  }
  if (failures.length > 0) throw badInput(failures.map(({ message }) => message).join("\n"));
}

/** What the user needs to know of a file that could not be written. */
export function unwritable(file: string, error: unknown): Failure {
  return badInput(`${file} cannot be written: ${(error as Error).message}`);
}

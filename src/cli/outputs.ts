import { writeFile } from "node:fs/promises";
import type { Report } from "../diff/result.js";
import { plainStyle, type Reporter } from "../report/index.js";
import { hint } from "../trace/nearest.js";
import { badInput } from "./failure.js";
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
 * @throws {Failure} if a reporter is unknown, a file has no reporter, or two that do not mix
 *   share standard output
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
  return outputs;
}

function reporterNamed(name: string, forms: ReadonlyMap<string, Reporter>): Reporter {
  const reporter = forms.get(name);
  if (reporter) return reporter;
  const names = [...forms.keys()];
  throw badInput(
    `there is no reporter \`${name}\`${hint(name, names)} There are: ${names.join(", ")}`,
  );
}

/**
 * Writes the report in every form that was asked for.
 *
 * @throws {Failure} if a file cannot be written
 */
export async function writeReport(
  report: Report,
  outputs: readonly Output[],
  quiet: boolean,
): Promise<void> {
  for (const { reporter, file } of outputs) {
    if (file === undefined) {
      process.stdout.write(reporter.render(report, styleOf(process.stdout, quiet)));
      continue;
    }
    await writeFile(file, reporter.render(report, { ...plainStyle, quiet })).catch((error) => {
      throw badInput(`${file} cannot be written: ${(error as Error).message}`);
    });
  }
}

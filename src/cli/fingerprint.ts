import { writeFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { caseName } from "../diff/compare.js";
import type { Target } from "../diff/result.js";
import { fingerprint } from "../fingerprint/fingerprint.js";
import type { Recording } from "../fingerprint/recording.js";
import { catalog } from "../model/catalog.js";
import { fingerprintJson, fingerprintText } from "../report/index.js";
import { blocksOf } from "../trace/index.js";
import { badInput, unable } from "./failure.js";
import { onInterruption } from "./interruption.js";
import { asFailure, type KernelOptions, targetOf } from "./kernel.js";
import { LastingKernel } from "./lasting-kernel.js";
import { nonEmpty, withKernelOptions } from "./options.js";
import { checkNotRead, checkWritable, unwritable } from "./outputs.js";
import { Progress, styleOf } from "./terminal.js";
import { readTraces, type Source, suiteFolders } from "./traces.js";

interface Options extends KernelOptions {
  readonly name: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `retinue fingerprint`: the measured profile of a kernel. */
export function addFingerprint(program: Command): void {
  const command = program
    .command("fingerprint")
    .summary("measure a kernel's profile: its answers, its orders, the nearest known kernel")
    .description(
      "Runs traces on a kernel and works out the profile that explains what it showed: the answer to each question, the order of each call's checks, how each line is known, the nearest known profile, and what breaks the standard. Traces with parallel blocks are left out. Without files, runs the suite that comes with retinue.",
    )
    .argument("[file or folder...]", "traces, and folders that hold them");
  withKernelOptions(command)
    .option("--name <name>", "what the profile is to be called", kebabCase, "measured")
    .option("--output <file>", "write the profile there, for --profile", nonEmpty)
    .option("--json", "print the profile instead of the text")
    .option("--quiet", "no progress")
    .action(measure);
}

/** What a block shows of several orders, other traces show of one. */
function isOpen({ trace }: Source): boolean {
  return blocksOf(trace).length > 0;
}

const whyLeft = "left out for parallel blocks: a fingerprint takes traces of one order";

function kebabCase(text: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError("A name is in kebab-case.");
}

async function measure(files: readonly string[], options: Options): Promise<void> {
  if (options.output !== undefined) await checkWritable(options.output);
  const read = await readTraces(files.length > 0 ? files : suiteFolders());
  await checkNotRead([{ file: options.output }], read);
  const sources = read.filter((source) => !isOpen(source));
  if (sources.length === 0)
    throw badInput("a fingerprint takes traces without parallel blocks, and here is none");
  const began = performance.now();
  const progress = new Progress(options.quiet !== true);
  try {
    const { target, recordings } = await observed(sources, options, progress);
    const text = `Measured by \`retinue fingerprint\` on ${target.kernel}.`;
    const measured = fingerprint(recordings, catalog(), { name: options.name, text }, (done) =>
      progress.say(done),
    );
    const left = read.filter(isOpen).map(({ file }) => ({ name: caseName(file), reason: whyLeft }));
    const found = { ...measured, unmade: [...measured.unmade, ...left] };
    progress.clear();
    if (found.cases === 0) throw unable("none of the traces could be run on this kernel");
    const json = `${JSON.stringify(fingerprintJson(found, target), null, 2)}\n`;
    if (options.output !== undefined) await write(options.output, json);
    const took = performance.now() - began;
    process.stdout.write(
      options.json ? json : fingerprintText(found, target, took, styleOf(process.stdout)),
    );
  } finally {
    progress.clear();
  }
}

/** What the kernel shows of every trace, and which kernel that is. */
async function observed(
  sources: readonly Source[],
  options: Options,
  progress: Progress,
): Promise<{ target: Target; recordings: Recording[] }> {
  let begun = 0;
  const stopListening = onInterruption((signal) => {
    progress.clear();
    const place = `case ${begun} of ${sources.length}`;
    process.stderr.write(`retinue: ended by ${signal} in ${place}; there is no fingerprint\n`);
  });
  progress.say("starting the agent");
  try {
    await using world = await LastingKernel.open(options);
    const recordings: Recording[] = [];
    for (const { file, trace } of sources) {
      progress.say(`${begun++}/${sources.length}, ${file}`);
      recordings.push({ name: caseName(file), trace, transcript: await world.run(trace) });
    }
    return { target: targetOf(world.facts, options.via), recordings };
  } catch (error) {
    throw asFailure(error);
  } finally {
    stopListening();
  }
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error) => {
    throw unwritable(file, error);
  });
}

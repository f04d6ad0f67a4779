import { InvalidArgumentError } from "commander";
import type { ShardNumber } from "../diff/result.js";
import { badInput } from "./failure.js";
import { hasRun } from "./shard.js";

/** Which runs of a seed a session makes. */
export interface RunOptions {
  readonly runs?: number;
  /** Milliseconds. */
  readonly time?: number;
  readonly seed?: number;
  readonly from: number;
  readonly shard?: ShardNumber;
}

/** Runs that are made if neither their number nor a time is given. */
export const usualRuns = 1000;

/** After so many runs a seed would make the same ones again. */
const mostRuns = 2 ** 32;

/** How many runs there are, those of other shards included; undefined if the time ends them. */
export function runsInAll({ runs, time: limit }: RunOptions): number | undefined {
  return runs ?? (limit === undefined ? usualRuns : undefined);
}

/** The runs to make here, by number. */
export function* numbersOf(options: RunOptions): IterableIterator<number> {
  const { from, shard } = options;
  const end = Math.min(mostRuns, from + (runsInAll(options) ?? mostRuns));
  for (let run = from; run < end; run++) if (!shard || hasRun(shard, run)) yield run;
}

/** @throws {Failure} if the options do not go together */
export function checkRuns(options: RunOptions): void {
  const { from, shard, seed } = options;
  if (shard && seed === undefined)
    throw badInput("--shard needs a --seed: the parts of what it leads to are different runs");
  if (from + (options.runs ?? 1) > mostRuns)
    throw badInput(`--from and --runs lead beyond run ${mostRuns - 1}, the last that a seed has`);
}

/** @throws {InvalidArgumentError} if it is none */
export function runNumber(text: string): number {
  return wholeNumber(text, 0, mostRuns - 1);
}

/** @throws {InvalidArgumentError} if it is none */
export function runCount(text: string): number {
  return wholeNumber(text, 1, mostRuns);
}

/** @throws {InvalidArgumentError} if it is none */
export function seedNumber(text: string): number {
  return wholeNumber(text, 0, 2 ** 31 - 1);
}

function wholeNumber(text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Reads `90s`, in milliseconds.
 *
 * @throws {InvalidArgumentError} if it is something else
 */
export function timeSpan(text: string): number {
  const [, value = "", unit = ""] = /^([1-9]\d{0,5})([smh])$/.exec(text) ?? [];
  const factor = units[unit];
  if (factor !== undefined) return Number(value) * factor;
  throw new InvalidArgumentError("It is a number with its unit, such as 90s, 5m or 2h.");
}

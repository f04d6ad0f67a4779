import { createHash } from "node:crypto";
import { InvalidArgumentError } from "commander";
import { caseName } from "../diff/compare.js";
import type { ShardNumber, SuiteShard } from "../diff/result.js";
import type { Source } from "./traces.js";

/** More parts than there can be cases of any use. */
const most = 10_000;

/**
 * Reads `2/4`.
 *
 * @throws {InvalidArgumentError} if it is something else
 */
export function shardNumber(text: string): ShardNumber {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count && count <= most) return { index, count };
  throw new InvalidArgumentError(`It is i/n: the i-th of n parts, from 1/n to n/n, such as 2/4.`);
}

/** Whether a run of many that a seed leads to, the first of which is 0, is done in this shard. */
export function hasRun({ index, count }: ShardNumber, run: number): boolean {
  return run % count === index - 1;
}

/**
 * The traces of one shard, in the order of the suite. Every trace is in exactly one shard, and no
 * shard has more than one trace more than another. The traces are put in the order of a hash of
 * their names and cut into pieces of equal length: so neighbours, which often take equally long,
 * are spread, and a new trace moves no more than one old one over each cut.
 */
export function partOf(
  sources: readonly Source[],
  { index, count }: ShardNumber,
): { sources: Source[]; shard: SuiteShard } {
  const total = sources.length;
  const cut = (piece: number) => Math.floor((piece * total) / count);
  const places = inOrderOfHash(sources)
    .slice(cut(index - 1), cut(index))
    .sort((a, b) => a - b);
  const suite = digestOf(sources.map(({ file, text }) => [caseName(file), text]));
  return {
    sources: places.flatMap((place) => sources[place] ?? []),
    shard: { index, count, total, suite, places },
  };
}

/** The places of the traces, in an order that depends on nothing but their names. */
function inOrderOfHash(sources: readonly Source[]): number[] {
  const keys = sources.map(({ file }, place) => ({ key: hash(caseName(file)), place }));
  return keys
    .sort((a, b) => (a.key === b.key ? a.place - b.place : a.key < b.key ? -1 : 1))
    .map(({ place }) => place);
}

/** The same for the same things in the same order. */
export function digestOf(things: readonly unknown[]): string {
  return `sha256:${hash(JSON.stringify(things))}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

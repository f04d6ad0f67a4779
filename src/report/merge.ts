import { summarise } from "../diff/compare.js";
import type { Report, Shard } from "../diff/result.js";
import { listed } from "../layout.js";

/** A report that is to be merged with others, and the name of its file. */
export interface Piece {
  readonly file: string;
  readonly report: Report;
}

/** What all pieces of one whole have in common, as a report says it to people. */
const common: readonly [name: string, of: (report: Report) => string][] = [
  ["command", ({ command }) => command],
  ["profile", ({ profile }) => profile],
  ["kernel", ({ target }) => target.kernel],
  ["isolation", ({ target }) => target.isolation],
  ["--via", ({ target }) => target.via ?? "none"],
  ["number of shards", (report) => String(shardOf(report).count)],
  ["suite", (report) => suiteText(shardOf(report))],
];

function suiteText({ total, suite }: Shard): string {
  return `${total} traces with the digest ${suite.replace(/^sha256:/, "").slice(0, 12)}`;
}

/** A report of all cases is the only one of its kind. */
function shardOf({ shard, cases }: Report): Shard {
  const places = cases.map((_, place) => place);
  return shard ?? { index: 1, count: 1, total: cases.length, suite: "", places };
}

/** Why these pieces are not of one whole, or not each once; empty if they are. */
export function conflicts(pieces: readonly Piece[]): string[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const foreign = others.flatMap((piece) => differences(first, piece));
  return foreign.length > 0 ? foreign : repeated(pieces);
}

function differences(first: Piece, { file, report }: Piece): string[] {
  return common.flatMap(([name, of]) => {
    const [own, other] = [of(report), of(first.report)];
    if (own === other) return [];
    return [`${file}: its ${name} is ${own}, but that of ${first.file} is ${other}`];
  });
}

function repeated(pieces: readonly Piece[]): string[] {
  const files = new Map<number, string>();
  return pieces.flatMap(({ file, report }) => {
    const { index, count } = shardOf(report);
    const earlier = files.get(index);
    files.set(index, earlier ?? file);
    return earlier === undefined ? [] : [`${file}: shard ${index}/${count} is ${earlier} already`];
  });
}

/** The shards that no piece is, as `2/4 and 3/4`; empty if all are there. */
export function missing(pieces: readonly Piece[]): string {
  const shards = pieces.map(({ report }) => shardOf(report));
  const count = shards[0]?.count ?? 0;
  const present = new Set(shards.map(({ index }) => index));
  const absent = Array.from({ length: count }, (_, i) => i + 1).filter((i) => !present.has(i));
  return listed(absent.map((index) => `${index}/${count}`));
}

/**
 * What one process would have reported that ran all cases one after the other: they are in the
 * order of the suite, and the duration is the sum of all durations.
 *
 * @param pieces every shard of one run, in any order
 */
export function merge(pieces: readonly [Piece, ...Piece[]]): Report {
  const { shard: _, ...whole } = pieces[0].report;
  const placed = pieces.flatMap(({ report }) => {
    const { places } = shardOf(report);
    return report.cases.map((result, i) => ({ place: places[i] ?? 0, result }));
  });
  const cases = placed.sort((a, b) => a.place - b.place).map(({ result }) => result);
  const duration = pieces.reduce((sum, { report }) => sum + report.summary.durationMs, 0);
  return { ...whole, summary: summarise(cases, duration), cases };
}

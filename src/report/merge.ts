import { summarise } from "../diff/compare.js";
import type { Report, RunShard, ShardNumber, SuiteShard } from "../diff/result.js";
import { counted, listed } from "../layout.js";
import { isOfRuns, mergeRuns } from "./merge-runs.js";

/** A report that is to be merged with others, and the name of its file. */
export interface Piece {
  readonly file: string;
  readonly report: Report;
}

/** One thing that pieces have in common, as a report says it to people. */
type Trait = readonly [name: string, of: (report: Report) => string];

/** What all pieces of one whole have in common. Reports of two commands have nothing else. */
const command: Trait = ["command", (report) => report.command];
const common: readonly Trait[] = [
  ["profile", ({ profile }) => profile],
  ["kernel", ({ target }) => target.kernel],
  ["isolation", ({ target }) => target.isolation],
  ["--via", ({ target }) => target.via ?? "none"],
  ["number of shards", (report) => String(numberOf(report).count)],
  ["suite", (report) => (isOfSuite(report) ? suiteText(report.shard) : "")],
  ["seed", ({ fuzzing }) => String(fuzzing?.seed)],
  ["first run", ofRuns(({ from }) => String(from))],
  ["number of runs", ofRuns(({ runs }) => String(runs ?? "open"))],
  ["corpus", ofRuns(corpusText)],
  ["list of what its kernel offers", ofRuns(({ offers }) => offers.join(", ") || "empty")],
];

function isOfSuite(report: Report): report is Report & { readonly shard: SuiteShard } {
  return report.shard !== undefined && "suite" in report.shard;
}

function ofRuns(of: (shard: RunShard) => string): (report: Report) => string {
  return (report) => (isOfRuns(report) ? of(report.shard) : "");
}

function suiteText({ total, suite }: SuiteShard): string {
  return `${total} traces with the digest ${digits(suite)}`;
}

function corpusText({ corpus: { traces, digest } }: RunShard): string {
  return digest === null ? "none" : `${counted(traces, "trace")} with the digest ${digits(digest)}`;
}

function digits(digest: string): string {
  return digest.replace(/^sha256:/, "").slice(0, 12);
}

/** A report of everything is the only one of its kind. */
function numberOf({ shard }: Report): ShardNumber {
  return shard ?? { index: 1, count: 1 };
}

/** Why these pieces are not of one whole, or not each once; empty if they are. */
export function conflicts(pieces: readonly Piece[]): string[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const foreign = others.flatMap((piece) => differences(first, piece));
  return foreign.length > 0 ? foreign : repeated(pieces);
}

function differences(first: Piece, piece: Piece): string[] {
  const other = difference(command, first, piece);
  return other.length > 0 ? other : common.flatMap((trait) => difference(trait, first, piece));
}

function difference([name, of]: Trait, first: Piece, { file, report }: Piece): string[] {
  const [own, other] = [of(report), of(first.report)];
  if (own === other) return [];
  return [`${file}: its ${name} is ${own}, but that of ${first.file} is ${other}`];
}

function repeated(pieces: readonly Piece[]): string[] {
  const files = new Map<number, string>();
  return pieces.flatMap(({ file, report }) => {
    const { index, count } = numberOf(report);
    const earlier = files.get(index);
    files.set(index, earlier ?? file);
    return earlier === undefined ? [] : [`${file}: shard ${index}/${count} is ${earlier} already`];
  });
}

/** The shards that no piece is, as `2/4 and 3/4`; empty if all are there. */
export function missing(pieces: readonly Piece[]): string {
  const shards = pieces.map(({ report }) => numberOf(report));
  const count = shards[0]?.count ?? 0;
  const present = new Set(shards.map(({ index }) => index));
  const absent = Array.from({ length: count }, (_, i) => i + 1).filter((i) => !present.has(i));
  return listed(absent.map((index) => `${index}/${count}`));
}

/**
 * What one process would have reported that did all of it, one thing after the other. The duration
 * is the sum of all durations.
 *
 * @param pieces every shard of one run, in any order
 */
export function merge(pieces: readonly [Piece, ...Piece[]]): Report {
  const reports = pieces.map(({ report }) => report);
  const whole = pieces[0].report;
  if (!whole.shard) return whole;
  const [first, ...others] = reports.filter(isOfRuns);
  return first ? mergeRuns([first, ...others]) : mergeCases(whole, reports);
}

/** The cases in the order of the suite. */
function mergeCases({ shard: _, ...whole }: Report, reports: readonly Report[]): Report {
  const placed = reports.flatMap((report) => {
    const places = isOfSuite(report) ? report.shard.places : [];
    return report.cases.map((result, i) => ({ place: places[i] ?? i, result }));
  });
  const cases = placed.sort((a, b) => a.place - b.place).map(({ result }) => result);
  const duration = reports.reduce((sum, { summary }) => sum + summary.durationMs, 0);
  return { ...whole, summary: summarise(cases, duration), cases };
}

import type {
  CaseResult,
  Fuzzing,
  Places,
  Report,
  RunShard,
  Share,
  Summary,
} from "../diff/result.js";

/** What one shard of a session reported. */
type Part = Report & { readonly fuzzing: Fuzzing; readonly shard: RunShard };

/** A case, with what is to be said of it beside its result. */
interface Found {
  readonly kind: string;
  readonly place: number;
  readonly result: CaseResult;
  readonly finding: Fuzzing["findings"][number];
}

/** Whether a report is that of a shard of a session. */
export function isOfRuns(report: Report): report is Part {
  return report.shard !== undefined && "reached" in report.shard;
}

/**
 * What one session would have reported that made the runs of all. What was reached is a union. What
 * was found by several is told as the first of them found it, and counted for all.
 */
export function mergeRuns(parts: readonly [Part, ...Part[]]): Report {
  const { shard: _, ...whole } = parts[0];
  const found = foundBy(parts);
  const cases = found.map(({ result }) => result);
  const summed = (of: (fuzzing: Fuzzing) => number) =>
    parts.reduce((sum, { fuzzing }) => sum + of(fuzzing), 0);
  const { seed, against } = whole.fuzzing;
  return {
    ...whole,
    summary: summaryOf(parts, cases),
    cases,
    fuzzing: {
      seed,
      against,
      runs: summed(({ runs }) => runs),
      steps: summed(({ steps }) => steps),
      stopped: parts.some(({ fuzzing }) => fuzzing.stopped),
      corpus: { replayed: summed(({ corpus }) => corpus.replayed), added: addedBy(parts) },
      coverage: coverageOf(parts),
      findings: found.map(({ finding }) => finding),
    },
  };
}

/** The runs are counted, but for what breaks the standard: those are the cases that do. */
function summaryOf(parts: readonly Part[], cases: readonly CaseResult[]): Summary {
  const summed = (key: keyof Summary) => parts.reduce((sum, { summary }) => sum + summary[key], 0);
  return {
    agreed: summed("agreed"),
    diverged: summed("diverged"),
    known: summed("known"),
    skipped: summed("skipped"),
    broken: summed("broken"),
    violations: cases.filter(({ conformance }) => conformance === "violates").length,
    durationMs: summed("durationMs"),
  };
}

/** Everything that was found, each kind once, in the order in which one session would find it. */
function foundBy(parts: readonly Part[]): Found[] {
  const known = new Map<string, Found>();
  const all = parts.flatMap(findingsOf).sort((a, b) => a.place - b.place);
  for (const found of all) {
    const first = known.get(found.kind);
    const count = found.finding.count + (first?.finding.count ?? 0);
    const { finding, ...rest } = first ?? found;
    known.set(found.kind, { ...rest, finding: { ...finding, count } });
  }
  return [...known.values()];
}

function findingsOf({ cases, fuzzing, shard }: Part): Found[] {
  return shard.findings.flatMap(({ kind, place }, i) => {
    const [result, finding] = [cases[i], fuzzing.findings[i]];
    return result && finding ? { kind, place, result, finding } : [];
  });
}

function coverageOf(parts: readonly [Part, ...Part[]]): Fuzzing["coverage"] {
  const { rules, ruledOut } = parts[0].fuzzing.coverage;
  const silentRules = inAll(parts.map(({ fuzzing }) => fuzzing.coverage.silentRules));
  const untold = inAll(parts.map(({ fuzzing }) => fuzzing.coverage.untold));
  return {
    rules: without(rules, silentRules),
    ruledOut: without(ruledOut, untold),
    situations: firstPlaces(parts.map(({ shard }) => shard.reached.situations)).size,
    silentRules,
    untold,
  };
}

function without({ of }: Share, names: readonly string[]): Share {
  return { reached: of - names.length, of };
}

function inAll(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((name) => others.every((list) => list.includes(name)));
}

/** Where each name was reached first by any of them. */
function firstPlaces(all: readonly Places[]): Map<string, number> {
  const firsts = new Map<string, number>();
  for (const [name, place] of all.flatMap((places) => Object.entries(places)))
    firsts.set(name, Math.min(place, firsts.get(name) ?? place));
  return firsts;
}

/** How many runs reached something that no trace before them did, and so belong into a corpus. */
function addedBy(parts: readonly [Part, ...Part[]]): number {
  const { traces, digest } = parts[0].shard.corpus;
  if (digest === null) return 0;
  const reached = parts.map(({ shard }) => shard.reached);
  const places = [
    ...firstPlaces(reached.map(({ rules }) => rules)).values(),
    ...firstPlaces(reached.map(({ situations }) => situations)).values(),
    ...firstPlaces(reached.map(({ ruledOut }) => ruledOut)).values(),
  ];
  return new Set(places.filter((place) => place >= traces)).size;
}

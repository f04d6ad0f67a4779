import { describe, expect, it } from "vitest";
import {
  type Answer,
  errnos,
  expectationFor,
  listOf,
  printAnswer,
  type Step,
  signals,
  stepsOf,
} from "../../src/trace/index.js";
import { type Case, casesIn } from "../suite.js";
import { labelsIn, rowCited } from "./label.js";
import { notShown } from "./not-shown.js";
import { columns, permittedBy, type Row, readRows } from "./table.js";

// The model must not be the source of what the model is tested against. The tables in this folder
// were typed from what was read and measured; these tests keep the scenarios from drifting away
// from them, in either direction.

const rows = readRows();
const byName = new Map(rows.map((row) => [row.name, row]));
const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples");
const labelled = cases.flatMap((found) =>
  stepsOf(found.trace).flatMap((step) => labelsOf(found, step)),
);

/**
 * An answer that a cell gives by its kind, where what matters is not which value or whose report it
 * is.
 */
const kinds: readonly string[] = [
  "value",
  "report",
  "blocked",
  "gone",
  "not-run",
] satisfies Answer["kind"][];

interface Label {
  readonly row: string;
  readonly step: Step;
  /** `file:line` of the step. */
  readonly place: string;
}

function labelsOf({ file }: Case, step: Step): Label[] {
  return labelsIn(step.comment).map((row) => ({ row, step, place: `${file}:${step.at.line}` }));
}

/** Whether a cell's word can be an answer at all: a kind, an error, a set, a number or a name. */
function isAnswer(cell: string): boolean {
  if (cell.startsWith("-1 ")) return errnos.includes(cell.slice(3));
  const set = /^\{(.*)\}$/.exec(cell)?.[1];
  if (set !== undefined)
    return set === "" || set.split(", ").every((word) => signals.includes(word));
  return (
    kinds.includes(cell) || /^(?:\d+|[a-z][a-z0-9_]*|<not run>|<unfinished \.\.\.>)$/.test(cell)
  );
}

/** Whether an answer of a trace is the one a cell means: by its kind, or as it is written. */
function matches(answer: Answer, permitted: string): boolean {
  return permitted === answer.kind || permitted === printAnswer(answer);
}

/** What is wrong with a step under a profile, as the row has it; undefined if they agree. */
function disagreement(row: Row, { step, place }: Label, profile: string): string | undefined {
  const permitted = permittedBy(row, profile);
  if (!permitted) return undefined;
  const answers = expectationFor(step, profile)?.answers ?? [];
  const agrees =
    answers.every((answer) => permitted.some((cell) => matches(answer, cell))) &&
    permitted.every((cell) => answers.some((answer) => matches(answer, cell)));
  if (agrees) return undefined;
  const expected = answers.map(printAnswer).join(" | ") || "nothing";
  return `${place}: ${profile}: the step expects ${expected}, ${row.name} (${row.place}) has ${permitted.join(" | ")}`;
}

it("says of nothing that it cannot be shown and shows it all the same", () => {
  const cited = cases.flatMap(({ trace }) => listOf(trace, "evidence"));
  const shown = new Set([...rows.map(({ name }) => name.split("/")[0]), ...cited]);
  expect([...notShown.keys()].filter((row) => shown.has(row))).toEqual([]);
});

describe("a table", () => {
  it("has each row once", () => {
    const twice = rows.filter(({ name, place }) => byName.get(name)?.place !== place);
    expect(twice.map(({ name, place }) => `${place}: ${name}`)).toEqual([]);
  });

  it("has marks and answers that mean something", () => {
    const wrong = rows.flatMap((row) => {
      const cells = columns.flatMap((profile) => permittedBy(row, profile) ?? []);
      return [
        ...(["", "R", "S"].includes(row.mark) ? [] : [`${row.place}: mark ${row.mark}`]),
        ...cells.filter((cell) => !isAnswer(cell)).map((cell) => `${row.place}: ${cell}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it.each(rows.map((row) => [row.name] as const))("row %s is shown by a step", (name) => {
    expect(labelled.filter(({ row }) => row === name)).not.toEqual([]);
  });
});

describe.each(cases.map((found) => [found.file, found] as const))("%s", (_file, found) => {
  const labels = stepsOf(found.trace).flatMap((step) => labelsOf(found, step));

  it("cites the rows that its steps show, and no others", () => {
    expect([...new Set(labels.map(({ row }) => rowCited(row)))].sort()).toEqual(
      [...listOf(found.trace, "evidence")].sort(),
    );
  });

  it("expects of each profile what its rows say", () => {
    const wrong = labels.flatMap((label) => {
      const row = byName.get(label.row);
      if (!row) return [`${label.place}: there is no row ${label.row}`];
      return columns.flatMap((profile) => disagreement(row, label, profile) ?? []);
    });
    expect(wrong).toEqual([]);
  });
});

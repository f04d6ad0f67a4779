import type { AnswerLine } from "../fingerprint/answers.js";
import { type Place, placeText } from "../fingerprint/recording.js";
import type { CallLine, RuleLine } from "../fingerprint/rules.js";
import type { Standing } from "../fingerprint/standing.js";
import { columns, hang, type Paint, widthOf, wrap } from "../layout.js";
import { catalog } from "../model/catalog.js";

/** How a table is laid out. */
export interface TableStyle {
  readonly paint: Paint;
  readonly width: number;
}

/** Scenarios are named without their folder: nearly all places are in them. */
export function shortPlace(place: Place): string {
  return shortName(placeText(place));
}

/** A case as a table names it. */
export function shortName(name: string): string {
  return name.replace(/^scenarios\//, "");
}

/** Every question with its answer, and what says so. */
export function answersTable(lines: readonly AnswerLine[], style: TableStyle): string[] {
  const { questions } = catalog();
  const idOf = ({ question }: AnswerLine) => questions[question]?.id ?? "";
  const sorted = [...lines].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return table(
    sorted.map((line) => {
      const question = questions[line.question];
      const answer = question?.alternatives[line.alternative];
      const others = line.left.map((i) => question?.alternatives[i]?.name ?? "");
      const name = answer?.name ?? "";
      return {
        cells: [
          question?.id ?? "",
          answer?.permitted === false ? style.paint.red(`${name}!`) : name,
        ],
        standing: line.standing,
        says: saysOf(line.standing, others.map((other) => `\`${other}\``).join(", ")),
      };
    }),
    style,
  );
}

/** The checks of a call in their order, then the rules that other kernels have and this one has not. */
export function callTable(line: CallLine, style: TableStyle): string[] {
  const { present, absent, precedence } = line;
  const { rules } = catalog();
  const idOf = (rule: number) => rules[rule]?.id.slice(line.call.length + 1) ?? "";
  const placeOf = (rule: number) => present.findIndex((other) => other.rule === rule) + 1;
  const rows = present.map(({ rule, breach, standing }, i) => {
    const later = precedence
      .filter(({ first }) => first === rule)
      .map(({ second }) => placeOf(second));
    return {
      cells: [
        String(i + 1).padStart(2),
        idOf(rule),
        breach?.val.toUpperCase() ?? "",
        later.length > 0 ? `before ${later.join(" ")}` : "",
      ],
      standing,
      says: saysOf(standing, "a kernel without it"),
    };
  });
  const missing = absent.filter(isKnown).map(({ rule, standing }) => ({
    cells: [" –", idOf(rule), "", ""],
    standing,
    says: saysOf(standing, "a kernel with it"),
  }));
  const open = absent.filter((one) => !isKnown(one)).map(({ rule }) => idOf(rule));
  return [
    style.paint.bold(line.call),
    ...table([...rows, ...missing], style),
    ...(open.length > 0 ? wrapped(`not told whether it has: ${open.join(", ")}`, style) : []),
  ];
}

function isKnown({ standing }: RuleLine): boolean {
  return standing.kind === "measured" || standing.kind === "contradicted";
}

interface Row {
  readonly cells: readonly string[];
  readonly standing: Standing;
  readonly says: string;
}

/** The cells in columns, a mark, and the last column wrapped in what room is left. */
function table(rows: readonly Row[], { paint, width }: TableStyle): string[] {
  const cells = rows.map((row) => [...row.cells, markOf(row.standing, paint), end]);
  const heads = columns(cells).map((line) => `  ${line.slice(0, -end.length)}`);
  return rows.flatMap(({ says }, i) => {
    const head = heads[i] ?? "";
    const words = Math.max(...says.split(" ").map(widthOf));
    const room = width - widthOf(head);
    // A name that has no room beside the cells stands below them.
    return words <= room
      ? hang(head, wrap(says, room))
      : [head.trimEnd(), ...wrap(says, width - 8).map((line) => `        ${line}`)];
  });
}

/** Keeps the blanks of the columns before it. */
const end = "|";

function wrapped(text: string, { paint, width }: TableStyle): string[] {
  return wrap(text, width - 6).map((line) => paint.dim(`      ${line}`));
}

/** M for what was measured, as in the documentation; `?` for what is only taken to be so. */
function markOf(standing: Standing, paint: Paint): string {
  if (standing.kind === "measured") return paint.green("M");
  return standing.kind === "contradicted" ? paint.red("x") : paint.yellow("?");
}

/** How many places and traces a line names. */
const most = 2;

/** @param others what else the line could say */
function saysOf(standing: Standing, others: string): string {
  switch (standing.kind) {
    case "measured":
      return places(standing.by);
    case "contradicted":
      return `contradicted: for it ${places(standing.by) || "nothing"}, against it ${places(standing.against)}`;
    case "hidden":
      return `not told from ${others}: another rule speaks first, as in ${places(standing.by)}`;
    case "untold":
      return `not told from ${others}`;
    case "unreached": {
      const [first] = standing.tellers;
      const teller = first ? `${shortName(first.name)}: ${first.reason}` : "";
      return `not told from ${others}; ${teller}`;
    }
  }
}

function places(all: readonly Place[]): string {
  const rest = all.length - most;
  const named = all.slice(0, most).map(shortPlace).join(", ");
  return rest > 0 ? `${named} and ${rest} more` : named;
}

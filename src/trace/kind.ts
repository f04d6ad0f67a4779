import type { Argument } from "./ast.js";
import { hint } from "./nearest.js";

/** What can stand as one parameter of a call. */
export interface Kind {
  /** Completes "expected …". */
  readonly wants: string;
  /** The words that can stand there, names apart. */
  readonly words: readonly string[];
  /** Of what a name can stand there. Where none can, a bare word is a constant. */
  readonly names?: "process" | "terminal";
  /**
   * What is wrong with the argument; undefined if nothing is. What a name is bound to is not asked
   * here.
   */
  complaint(argument: Argument): string | undefined;
  /** The canonical text of a number, where it is not the decimal one. */
  readonly numeral?: (value: number) => string;
}

/** The canonical text of one argument; `kind` decides how a number is written. */
export function argumentText(argument: Argument, kind?: Kind): string {
  switch (argument.kind) {
    case "name":
      return argument.negated ? `-${argument.name}` : argument.name;
    case "master":
      return `${argument.name}.master`;
    case "number":
      return kind?.numeral?.(argument.value) ?? String(argument.value);
    case "constants":
      return argument.words.join("|");
    case "set":
      return `{${argument.words.join(", ")}}`;
    case "text":
      return quoted(argument.text);
  }
}

/** The canonical text of an argument without white space in it. */
export function argumentWord(argument: Argument, kind?: Kind): string {
  if (argument.kind === "set") return `{${argument.words.join()}}`;
  return argumentText(argument, kind).replaceAll(" ", "\\x20");
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\\", "\\\\"],
  ['"', '\\"'],
]);

/** A text as it is written, with its quotes and escapes. */
export function quoted(text: string): string {
  return `"${text.replace(/[\n\\"]/g, (character) => escapes.get(character) ?? character)}"`;
}

/** The words of an argument that is made of some; none if it is something else. */
export function wordsOf(argument: Argument): readonly string[] {
  return argument.kind === "constants" ? argument.words : [];
}

/** A number in a range. */
export function number(wants: string, least: number, most: number): Kind {
  return {
    wants,
    words: [],
    complaint(argument) {
      if (argument.kind === "number" && argument.value >= least && argument.value <= most)
        return undefined;
      return `\`${argumentText(argument)}\` is not ${wants}`;
    },
  };
}

/** One of a few words. */
export function oneOf(...words: readonly string[]): Kind {
  const wants = words
    .map((word) => `\`${word}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ");
  return {
    wants,
    words,
    complaint(argument) {
      const [word, ...more] = wordsOf(argument);
      if (word !== undefined && more.length === 0 && words.includes(word)) return undefined;
      return `\`${argumentText(argument)}\` is not ${wants}`;
    },
  };
}

/** What is wrong with words that are joined by `|`: none may be foreign, none stand twice. */
export function wordsComplaint(
  words: readonly string[],
  known: readonly string[],
  what: string,
): string | undefined {
  const foreign = words.find((word) => !known.includes(word));
  if (foreign !== undefined) return `\`${foreign}\` is not ${what}${hint(foreign, known)}`;
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  return twice === undefined ? undefined : `\`${twice}\` is written twice`;
}

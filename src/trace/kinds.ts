import type { WaitOptions } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Argument } from "./ast.js";
import { hint } from "./nearest.js";
import { signalComplaint, signals } from "./signals.js";

/** The least and the greatest number that a pid could be. */
export const INT_MIN = -2147483648;
/** See `INT_MIN`. */
export const INT_MAX = 2147483647;

/** A bit in the options of `waitpid` that no kernel defines. */
export const UNDEFINED_OPTION = 0x1000;

/** What can stand as one parameter of a call. */
export interface Kind {
  /** Completes "expected …". */
  readonly wants: string;
  /** The words that can stand there, names of processes apart. */
  readonly words: readonly string[];
  /** Whether the name of a process can stand there. Where it cannot, a bare word is a constant. */
  readonly names: boolean;
  /**
   * What is wrong with the argument; undefined if nothing is. Whether a name is bound is not asked
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
    case "number":
      return kind?.numeral?.(argument.value) ?? String(argument.value);
    case "constants":
      return argument.words.join("|");
  }
}

const limits = ["INT_MIN", "INT_MAX"];

/**
 * An ID: a name, 0, a negative number, INT_MIN or INT_MAX; for some calls the negative of a name.
 */
function id(wants: string, options: { negated?: boolean; outside?: boolean }): Kind {
  return {
    wants,
    words: ["unused", ...(options.outside === false ? [] : ["outside"]), ...limits],
    names: true,
    complaint(argument) {
      if (argument.kind === "constants")
        return `\`${argumentText(argument)}\` is not the name of a process`;
      if (argument.kind === "number") return numberComplaint(argument.value);
      if (argument.negated && !options.negated)
        return `the negative of a name, \`-${argument.name}\`, says nothing here`;
      if (argument.name === "outside" && options.outside === false)
        return "`outside` is never sent a signal";
      return undefined;
    },
    numeral: limit,
  };
}

function numberComplaint(value: number): string | undefined {
  if (value < INT_MIN || value > INT_MAX) return `${value} does not fit into 32 bits`;
  if (value <= 0 || value === INT_MAX) return undefined;
  return `${value} would be the pid of some process, which a trace cannot know: write a name`;
}

function limit(value: number): string {
  if (value === INT_MIN) return "INT_MIN";
  return value === INT_MAX ? "INT_MAX" : String(value);
}

function number(wants: string, least: number, most: number): Kind {
  return {
    wants,
    words: [],
    names: false,
    complaint(argument) {
      if (argument.kind === "number" && argument.value >= least && argument.value <= most)
        return undefined;
      return `\`${argumentText(argument)}\` is not ${wants}`;
    },
  };
}

function constant(word: string): Kind {
  return {
    wants: `\`${word}\``,
    words: [word],
    names: false,
    complaint(argument) {
      if (
        argument.kind === "constants" &&
        argument.words.length === 1 &&
        argument.words[0] === word
      )
        return undefined;
      return `\`${argumentText(argument)}\` is not \`${word}\``;
    },
  };
}

/** The options of `waitpid`, and what the component calls them. */
export const waitOptions: ReadonlyMap<string, keyof WaitOptions> = new Map([
  ["WNOHANG", "nohang"],
  ["WUNTRACED", "untraced"],
  ["WCONTINUED", "continued"],
]);

const undefinedOption = `0x${UNDEFINED_OPTION.toString(16)}`;

const options: Kind = {
  wants: `0, some of ${[...waitOptions.keys()].join("|")}, or ${undefinedOption}`,
  words: [...waitOptions.keys(), undefinedOption],
  names: false,
  complaint(argument) {
    if (argument.kind === "name") return `\`${argument.name}\` is not an option of waitpid`;
    if (argument.kind === "constants") return optionsComplaint(argument.words);
    if (argument.value === 0 || argument.value === UNDEFINED_OPTION) return undefined;
    return `write the options by name; the bit that no kernel defines is ${undefinedOption}`;
  },
  numeral: (value) => (value === UNDEFINED_OPTION ? undefinedOption : String(value)),
};

function optionsComplaint(words: readonly string[]): string | undefined {
  const foreign = words.find((word) => !waitOptions.has(word));
  if (foreign !== undefined)
    return `\`${foreign}\` is not an option of waitpid${hint(foreign, waitOptions.keys())}`;
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  return twice === undefined ? undefined : `\`${twice}\` is written twice`;
}

/** Where signal numbers may lie: a number outside is invalid on every kernel. */
const lastSignal = 128;

const signal: Kind = {
  wants: "a signal by name, 0, or a number no kernel gives to a signal (negative or above 128)",
  words: signals,
  names: false,
  complaint(argument) {
    if (argument.kind === "constants" && argument.words.length === 1)
      return signalComplaint(argument.words[0] ?? "");
    if (argument.kind !== "number") return `\`${argumentText(argument)}\` is not one signal`;
    if (argument.value < INT_MIN || argument.value > INT_MAX)
      return numberComplaint(argument.value);
    if (argument.value <= 0 || argument.value > lastSignal) return undefined;
    return `signal ${argument.value} differs between kernels: write its name`;
  },
};

const named: Kind = {
  wants: "a process by name",
  words: [],
  names: true,
  complaint(argument) {
    if (argument.kind === "name" && !argument.negated) return undefined;
    return `\`${argumentText(argument)}\` is not the name of a process`;
  },
};

const idWords = "0, a negative number, INT_MIN or INT_MAX";

/** Every kind of parameter, by the name that signatures use. */
export const kinds = {
  process: id(`a process by name, ${idWords}`, {}),
  group: id(`a group by the name of its leader, ${idWords}`, {}),
  selector: id(`a child by name, a group such as -job, ${idWords}`, { negated: true }),
  target: id(`a process by name, a group such as -job, ${idWords}`, {
    negated: true,
    outside: false,
  }),
  named,
  options,
  signal,
  status: number("an exit status, 0 to 255", 0, 255),
  switch: number("0 or 1", 0, 1),
  missing: constant("missing"),
  subreaper: constant("PR_SET_CHILD_SUBREAPER"),
} satisfies Record<string, Kind>;

/** The name of a kind of parameter. */
export type KindName = keyof typeof kinds;

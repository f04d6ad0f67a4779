import type { Keys, OpenFlags } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import type { Argument } from "./ast.js";
import { argumentText, type Kind, number, oneOf, quoted, wordsComplaint, wordsOf } from "./kind.js";

/** What a process opens to reach its controlling terminal. */
export const DEV_TTY = "/dev/tty";

/** The most bytes that one call moves. */
export const MOST_BYTES = 255;

function isDevTty(argument: Argument): boolean {
  return argument.kind === "constants" && argumentText(argument) === DEV_TTY;
}

function isSlave(argument: Argument): boolean {
  return argument.kind === "name" && !argument.negated;
}

/** A terminal, or the part of it that a call can be about; `is` says what it is in a word. */
function terminal(
  is: string,
  wants: string,
  fits: (argument: Argument) => boolean,
  words: readonly string[] = [],
): Kind {
  return {
    wants,
    words,
    names: "terminal",
    complaint: (argument) =>
      fits(argument) ? undefined : `\`${argumentText(argument)}\` is not ${is}`,
  };
}

/** The modes of `open`, and what the component calls them. */
const modes: ReadonlyMap<string, OpenFlags> = new Map([
  ["O_RDWR", { read: true, write: true }],
  ["O_RDONLY", { read: true }],
  ["O_WRONLY", { write: true }],
]);
const NOCTTY = "O_NOCTTY";

/** The flags of `open` as the component takes them. */
export function openFlags(words: readonly string[]): OpenFlags {
  const flags = Object.assign({}, ...words.map((word) => modes.get(word))) as OpenFlags;
  return words.includes(NOCTTY) ? { ...flags, noctty: true } : flags;
}

const flags: Kind = {
  wants: `one of ${[...modes.keys()].join(", ")}, alone or with |${NOCTTY}`,
  words: [...modes.keys(), NOCTTY],
  complaint(argument) {
    const words = wordsOf(argument);
    if (words.length === 0) return `\`${argumentText(argument)}\` is not a flag of open`;
    const wrong = wordsComplaint(words, [...modes.keys(), NOCTTY], "a flag of open");
    if (wrong !== undefined) return wrong;
    const chosen = words.filter((word) => modes.has(word)).length;
    return chosen === 1 ? undefined : `\`${words.join("|")}\` does not have one mode`;
  },
};

const tostop: Kind = {
  wants: "`TOSTOP` or 0",
  words: ["TOSTOP"],
  complaint(argument) {
    const text = argumentText(argument);
    return text === "TOSTOP" || text === "0" ? undefined : `\`${text}\` is not \`TOSTOP\` or 0`;
  },
};

const text: Kind = {
  wants: `a text in quotes, of 1 to ${MOST_BYTES} characters`,
  words: [],
  complaint: textComplaint,
};

function textComplaint(argument: Argument): string | undefined {
  if (argument.kind !== "text") return `\`${argumentText(argument)}\` is not a text in quotes`;
  if (argument.text === "") return "the text is empty";
  if (argument.text.length > MOST_BYTES) return `a text has at most ${MOST_BYTES} characters`;
  if (argument.text.slice(0, -1).includes("\n")) return "`\\n` stands at the end of a text only";
  return /^[ -~]*\n?$/.test(argument.text) ? undefined : "a text is made of printable ASCII";
}

/** The keys that send a signal, and what the component calls them. */
const controls: ReadonlyMap<string, Keys> = new Map<string, Keys>([
  ["^C", { tag: "interrupt" }],
  ["^\\", { tag: "quit" }],
  ["^Z", { tag: "suspend" }],
]);

/** What is typed, as the component takes it. */
export function keysOf(typed: string): Keys {
  const control = controls.get(typed);
  return control ?? { tag: typed.endsWith("\n") ? "line" : "text", val: typed.length };
}

const keys: Kind = {
  wants: '"^C", "^\\\\", "^Z", or a text in quotes, such as "ls" or "ls\\n"',
  words: [...controls.keys()].map(quoted),
  complaint(argument) {
    if (argument.kind !== "text" || !argument.text.includes("^")) return textComplaint(argument);
    if (controls.has(argument.text)) return undefined;
    return `\`${argumentText(argument)}\` is not one key: a text to be typed has no \`^\` in it`;
  },
};

/** The kinds of parameters that are about terminals. */
export const terminalKinds = {
  tty: terminal(
    "a terminal",
    `a terminal by name, its \`.master\`, or \`${DEV_TTY}\``,
    (argument) => isSlave(argument) || argument.kind === "master" || isDevTty(argument),
    [DEV_TTY],
  ),
  slave: terminal(
    "the end that programs use",
    `a terminal by name, or \`${DEV_TTY}\``,
    (argument) => isSlave(argument) || isDevTty(argument),
    [DEV_TTY],
  ),
  terminal: terminal("the name of a terminal", "a terminal by name", isSlave),
  flags,
  request: oneOf("TIOCSCTTY", "TIOCNOTTY"),
  tostop,
  text,
  keys,
  bytes: number(`a number of bytes, 1 to ${MOST_BYTES}`, 1, MOST_BYTES),
} satisfies Record<string, Kind>;

import type { Completion } from "@codemirror/autocomplete";
import type { Text } from "@codemirror/state";
import { directives, fieldKeys, type Profile, type Question, type Rule } from "retinue";
import { type Above, readAbove } from "./above.js";
import {
  answersOf,
  catchable,
  endingsOf,
  errnosOf,
  events,
  signalsThat,
  statuses,
} from "./offer-answer.js";
import { calls, offerArgument, offerParameter } from "./offer-call.js";
import { leading, type Offer, wordsOf } from "./options.js";

/** What the page knows apart from the text. */
export interface Around {
  readonly kernel: Profile;
  readonly profiles: readonly Profile[];
  readonly rules: readonly Rule[];
  readonly questions: readonly Question[];
  /** What the kernel may give in a line; nothing if that is not known. */
  answersIn(line: number): readonly string[];
}

/** Where in a text something is typed. */
interface Place {
  readonly around: Around;
  readonly above: Above;
  readonly line: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line is indented as what stands below a step. */
  readonly isBelow: boolean;
  /** The call that an answer in this line belongs to. */
  readonly call: string | undefined;
}

/** A form of the text before the cursor, and what can go on from there. The first that fits counts. */
type Form = readonly [RegExp, (groups: readonly string[], place: Place) => Offer | undefined];

/** Quotes do not matter once they are closed. */
const closed = String.raw`\w+:\s*(\w+)\((?:"(?:[^"\\]|\\.)*"|[^")])*`;

const frontForms: readonly Form[] = [
  [/^([\w-]*)$/, ([word = ""], { above }) => replacing(word, keysOf(above))],
  [
    /^([\w-]+):\s*\[(?:[^\]]*,)?\s*([^\s,\]]*)$/,
    ([key = "", word = ""], { around }) =>
      replacing(word, wordsOf(itemsOf(key, around), "constant")),
  ],
];

const lineForms: readonly Form[] = [
  [/^@\s*([\w-]*)$/, ([word = ""]) => replacing(word, directiveNames)],
  [/^@\s*([\w-]+)\s+(?:\S+\s+)*(-?\w*)$/, parameterAt],
  [
    /^\s+\[(?:[^\]]*,)?\s*(\w*)$/,
    ([word = ""], { around, before }) => replacing(word, profileNames(around, before)),
  ],
  [/^\s*\w+:\s*(\w+)\(((?:"(?:[^"\\]|\\.)*"?|[^")])*)$/, argumentAt],
  [
    /-1\s+(\w*)$/,
    ([word = ""], { call, around, line }) =>
      replacing(word, errnosOf(call, around.kernel, around.answersIn(line))),
  ],
  [
    /\[(killed|stopped)\s+(\w*)$/,
    ([is, word = ""]) => replacing(word, signalsThat(is === "killed" ? "ends" : "stops")),
  ],
  [/\+\+\+ killed by (\w*)$/, ([word = ""]) => replacing(word, signalsThat("ends"))],
  [/=\s*(?:.*\|\s*)?\w+\s+\[(\w*)$/, ([word = ""]) => replacing(word, statuses)],
  [/:\s*---\s+(\w*)$/, ([word = ""]) => replacing(word, catchable)],
  [/(?:=|\w\s*\|)\s*([-\w<?]*)$/, answerAt],
  [new RegExp(String.raw`^\s*${closed}\)\s*((?:<[\w ]*)?)$`), endingAt],
  [/^\s+\[[^\]]*\]\s*((?:<[\w ]*)?)$/, ([word = ""], place) => endingAt(["", word], place)],
  [
    /^\s*\w+:\s*([-+<.\w]*)$/,
    ([word = ""], { isBelow }) => replacing(word, isBelow ? events : calls),
  ],
  [/^\s*(\w*)$/, ([word = ""], place) => replacing(word, startsOf(place))],
];

const directiveNames = [...directives.keys()].map((name) => leading(name, "keyword", " "));

function replacing(word: string, options: readonly Completion[]): Offer {
  return { from: -word.length, options };
}

/** What can be typed behind the start of a line; offsets count from the cursor. */
export function offerAt(doc: Text, position: number, around: Around): Offer | undefined {
  const { from, number, text } = doc.lineAt(position);
  const before = text.slice(0, position - from);
  const above = readAbove(doc, number);
  const isComment = before.replace(/"(?:[^"\\]|\\.)*"?/g, "").includes("#");
  if (isComment && !above.keys) return undefined;
  const isBelow = (/^\s*/.exec(text)?.[0].length ?? 0) > (above.isInBlock ? 2 : 0);
  const own = /^\s*\w+:\s*(?:<\.\.\.\s*)?(\w+)/.exec(text)?.[1];
  const place = { around, above, line: number, before, isBelow, call: own ?? above.call };
  for (const [form, offer] of above.keys ? frontForms : lineForms) {
    const groups = form.exec(before);
    if (groups) return offer(groups.slice(1), place);
  }
  return undefined;
}

/** The keys of the front matter that are not there yet. */
function keysOf({ keys }: Above): Completion[] {
  return [...fieldKeys]
    .filter(([key]) => !keys?.has(key))
    .map(([key, { says, list }]) => {
      return { ...leading(key, "property", list ? ": [" : ": ", list ? "]" : ""), info: says };
    });
}

function itemsOf(key: string, { rules, questions }: Around): readonly string[] {
  if (key === "rules") return rules.map(({ id }) => id);
  if (key !== "questions") return fieldKeys.get(key)?.words ?? [];
  return questions.flatMap(({ id, alternatives }) =>
    alternatives.map(({ name }) => `${id}=${name}`),
  );
}

function parameterAt([name = "", word = ""]: readonly string[], { above }: Place) {
  const [parameter] = directives.get(name) ?? [];
  return parameter && offerParameter(parameter, word, above);
}

function argumentAt([call = "", written = ""]: readonly string[], { above }: Place) {
  const offer = offerArgument(call, written, above);
  return offer && { ...offer, from: offer.from - written.length };
}

function answerAt([word = ""]: readonly string[], { call, above, around, line, before }: Place) {
  const given = /:.*:/.test(before) ? [] : around.answersIn(line);
  return replacing(word, answersOf(call, given.filter(isResult), above));
}

function isResult(answer: string): boolean {
  return !answer.startsWith("<");
}

function endingAt([, word = ""]: readonly string[], { call, around, line }: Place): Offer {
  return replacing(word, endingsOf(call, around.answersIn(line)));
}

/** The profiles that the line does not name yet. */
function profileNames({ profiles }: Around, before: string): Completion[] {
  const named: readonly string[] = before.match(/\w+(?=\s*,)/g) ?? [];
  return profiles
    .filter(({ name }) => !named.includes(name))
    .map(({ name, text }) => ({ label: name, type: "keyword", info: text }));
}

/** What a line can begin with. */
function startsOf({ above, isBelow, before }: Place): Completion[] {
  const people = [...above.names].flatMap(([name, is]) => (is === "process" ? [name] : []));
  const actors = people.map((name) => leading(name, "variable", ": "));
  if (isBelow) return [...actors, leading("[", "keyword", "", "]")];
  if (above.isInBlock || before.startsWith(" ")) return actors;
  return [...actors, leading("parallel", "keyword", " {\n  ", "\n}"), leading("@", "keyword", " ")];
}

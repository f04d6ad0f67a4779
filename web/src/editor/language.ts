import { LRLanguage } from "@codemirror/language";
import { styleTags, Tag, tagHighlighter } from "@lezer/highlight";
import { traceParser } from "retinue";

/** What a part of a trace is, for its colour. The names are those of the classes in editor.css. */
const names = [
  "actor",
  "call",
  "constant",
  "number",
  "string",
  "comment",
  "key",
  "field",
  "mark",
  "expected",
  "error",
  "effect",
  "profile",
  "directive",
  "block",
] as const;

const tag = Object.fromEntries(names.map((name) => [name, Tag.define(name)])) as Record<
  (typeof names)[number],
  Tag
>;

/** The language of traces: its tree, and what stands where in it. */
export const traceLanguage = LRLanguage.define({
  name: "trace",
  parser: traceParser.configure({
    props: [
      styleTags({
        "Actor!": tag.actor,
        "Function!": tag.call,
        Constant: tag.constant,
        "Constants/Name Path": tag.constant,
        Number: tag.number,
        String: tag.string,
        Comment: tag.comment,
        Key: tag.key,
        "Text ListItem": tag.field,
        "Fence |": tag.mark,
        "Value! Report! Expectation/Set!": tag.expected,
        "Blocked Gone NotRun =": tag.expected,
        "Refusal!": tag.error,
        "Event! Died!": tag.effect,
        '"<..." "resumed>"': tag.effect,
        "Profiles!": tag.profile,
        'DirectiveName "@"': tag.directive,
        "BlockName!": tag.block,
      }),
    ],
  }),
  languageData: { commentTokens: { line: "#" } },
});

/** Gives each part the class `tok-` and its name. */
export const traceHighlighter = tagHighlighter(
  names.map((name) => ({ tag: tag[name], class: `tok-${name}` })),
);

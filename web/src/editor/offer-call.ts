import { type Completion, startCompletion } from "@codemirror/autocomplete";
import { type Argument, type Kind, kindOf, kinds, type Parameter, signatures } from "retinue";
import type { Above } from "./above.js";
import { insert, type Offer, wordsOf } from "./options.js";

/** Every call, with its parameters. */
export const calls: readonly Completion[] = [...signatures.values()].map((signature) => ({
  label: signature.function,
  type: "function",
  detail: signature.text.slice(signature.function.length),
  apply(view, _, from, to) {
    const takes = signature.parameters.length > 0;
    insert(view, from, to, `${signature.function}(${takes ? "" : ")"}`, takes ? ")" : "");
    if (takes) startCompletion(view);
  },
}));

/** What can stand behind a call's bracket and what was written there so far. */
export function offerArgument(call: string, written: string, above: Above): Offer | undefined {
  const plain = written.replace(/"(?:[^"\\]|\\.)*"|\{[^}]*\}/g, (text) => "x".repeat(text.length));
  const set = plain.indexOf("{");
  const index = plain.slice(0, set < 0 ? undefined : set).split(",").length - 1;
  const kind = kindOf(call, index);
  const word = /(?:"[^"]*|[-\w./]*)$/.exec(written)?.[0] ?? "";
  const from = written.length - word.length;
  if (!kind) return undefined;
  if (set >= 0) return { from, options: wordsOf(kind.words, "constant") };
  return { from, options: optionsFor(kind, above) };
}

/** What can stand as a parameter of a directive. */
export function offerParameter({ kind }: Parameter, word: string, above: Above): Offer {
  return { from: -word.length, options: optionsFor(kinds[kind], above) };
}

function optionsFor(kind: Kind, above: Above): Completion[] {
  return [...namesFor(kind, above), ...wordsOf(kind.words, "constant")];
}

/** The names of which the kind wants one, in each form that it takes. */
function namesFor(kind: Kind, { names }: Above): Completion[] {
  if (!kind.names) return [];
  const wantsTerminal = kind.names === "terminal";
  return [...names].flatMap(([name, standing]) => {
    if ((standing === "terminal") !== wantsTerminal) return [];
    const forms = formsOf(name).filter(({ argument }) => kind.complaint(argument) === undefined);
    return forms.map(({ text }) => {
      return { label: text, type: "variable", detail: standing, boost: 1 };
    });
  });
}

const at = { line: 1, column: 1, offset: 0 };

function formsOf(name: string): readonly { text: string; argument: Argument }[] {
  return [
    { text: name, argument: { kind: "name", name, negated: false, at } },
    { text: `-${name}`, argument: { kind: "name", name, negated: true, at } },
    { text: `${name}.master`, argument: { kind: "master", name, at } },
  ];
}

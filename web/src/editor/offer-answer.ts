import type { Completion } from "@codemirror/autocomplete";
import {
  checksOf,
  defaultActionOf,
  errnos,
  type Gives,
  isFixed,
  type Profile,
  type Signature,
  signals,
  signatures,
} from "retinue";
import type { Above } from "./above.js";
import { leading, wordsOf } from "./options.js";

/** What can follow `= ` at a call: first what the kernel gives, if that is known. */
export function answersOf(
  call: string | undefined,
  given: readonly string[],
  above: Above,
): Completion[] {
  const signature = signatures.get(call ?? "");
  const first = given.map(modelled);
  const rest = [
    ...(signature ? shapesOf(signature, above) : []),
    leading("-1", "constant", " "),
    ...wordsOf(["?"], "constant"),
  ];
  return [...first, ...rest.filter(({ label }) => !given.includes(label))];
}

/** What the kernel gives here. */
function modelled(label: string): Completion {
  return { label, type: "constant", boost: 2, detail: "the model" };
}

function shapesOf({ gives, binds }: Signature, above: Above): Completion[] {
  const people = [...above.names].flatMap(([name, is]) => (is === "process" ? [name] : []));
  const shapes: Partial<Record<Gives, () => Completion[]>> = {
    zero: () => wordsOf(["0"], "constant"),
    id: () => (binds ? [] : wordsOf(people, "variable")),
    foreground: () => wordsOf(people, "variable"),
    report: () => [...reportsOf(people), ...wordsOf(["0"], "constant")],
    siginfo: () => [...reportsOf(people), ...wordsOf(["0", "untouched"], "constant")],
    set: () => wordsOf(["{}"], "constant"),
    disposition: () => wordsOf(["default", "ignore", "catch"], "constant"),
  };
  return shapes[gives]?.() ?? [];
}

function reportsOf(people: readonly string[]): Completion[] {
  return people.map((name) => leading(name, "variable", " [", "]"));
}

/** Every error: first what the kernel gives, if that is known, then what it can give for the call. */
export function errnosOf(
  call: string | undefined,
  kernel: Profile,
  given: readonly string[],
): Completion[] {
  const checks = call === undefined ? [] : checksOf(call, kernel);
  return errnos.map((label) => {
    if (given.includes(`-1 ${label}`)) return modelled(label);
    const rules = checks.flatMap(({ rule, breach }) => (breach === label ? [rule.id] : []));
    if (rules.length === 0) return { label, type: "constant" };
    return { label, type: "constant", boost: 1, detail: rules.map(withoutCall).join(", ") };
  });
}

function withoutCall(id: string): string {
  return id.slice(id.indexOf(".") + 1);
}

/** What can follow a call that has no result, or before its result. */
export function endingsOf(call: string | undefined, given: readonly string[]): Completion[] {
  const signature = signatures.get(call ?? "");
  const known = given.map((answer) => (answer.startsWith("<") ? answer : `= ${answer}`));
  return [
    ...known.map(modelled),
    leading("=", "keyword", " "),
    ...(signature?.sleeps ? wordsOf(["<unfinished ...>"], "keyword") : []),
    ...wordsOf(["<not run>"], "keyword"),
  ];
}

/** What can become of a child, as a wait reports it. */
export const statuses: readonly Completion[] = [
  ...wordsOf(["exited 0", "continued"], "keyword"),
  leading("killed", "keyword", " "),
  leading("stopped", "keyword", " "),
];

/** What can happen to a process. */
export const events: readonly Completion[] = [
  ...wordsOf(["--- stopped ---", "--- continued ---", "+++ exited with 0 +++"], "keyword"),
  leading("+++ killed by", "keyword", " ", " +++"),
  leading("---", "keyword", " ", " ---"),
  ...[...signatures.values()]
    .filter(({ sleeps }) => sleeps)
    .map(({ function: name }) => leading(`<... ${name} resumed> =`, "keyword", " ")),
];

/** The signals that end, or stop, a process. */
export function signalsThat(action: "ends" | "stops"): Completion[] {
  return wordsOf(
    signals.filter((name) => defaultActionOf(name) === action),
    "constant",
  );
}

/** The signals that a process can handle. */
export const catchable: readonly Completion[] = wordsOf(
  signals.filter((name) => !isFixed(name)),
  "constant",
);

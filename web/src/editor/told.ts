import {
  type Check,
  checksOf,
  defaultActionOf,
  type Profile,
  profileNamed,
  profileNames,
  type Rule,
  type Scene,
  signatures,
} from "retinue";
import { describe, terminalText } from "../picture/words.js";
import { type Note, sentenceOf } from "./note.js";

/** What there is to know about a place of a trace. */
export interface Told {
  readonly title: string;
  readonly says?: string;
  readonly points: readonly Point[];
}

/** One thing to know, with what it is about, and where that is written if it is told in full. */
export interface Point {
  readonly about: string;
  readonly text: string;
  readonly clause?: string;
}

/** A call: how it is written, and what the kernel checks before it does it. */
export function aboutCall(name: string, kernel: Profile): Told | undefined {
  const signature = signatures.get(name);
  if (!signature) return undefined;
  const checks = checksOf(name, kernel);
  const isOrdered = kernel.orders.some(({ ordered }) => ordered);
  const how = isOrdered ? `${kernel.name} checks in this order` : `${kernel.name} permits to check`;
  const says = checks.length === 0 ? `${kernel.name} never refuses it.` : `${how}:`;
  return { title: signature.text, says, points: checks.map(checkPoint) };
}

function checkPoint({ rule, breach }: Check): Point {
  return { about: `${breach} ${rule.id}`, text: rule.text };
}

function rulePoint({ id, text, clause }: Rule): Point {
  return { about: id, text, clause };
}

/**
 * An error of a call: the rules that give it, those first that did in this step.
 *
 * @param broken the ids of the rules that refused the step
 */
export function aboutErrno(
  call: string,
  errno: string,
  kernel: Profile,
  broken: readonly string[],
): Told {
  const title = `${errno} of ${call}`;
  const own = rulesGiving(call, errno, kernel);
  const here = own.filter(({ id }) => broken.includes(id));
  const rest = own.filter((rule) => !here.includes(rule));
  if (own.length > 0)
    return {
      title,
      points: [...here.map(herePoint), ...rest.map(rulePoint)],
    };
  const says = `${kernel.name} never gives it.`;
  return { title, says, points: elsewhere(call, errno) };
}

function rulesGiving(call: string, errno: string, kernel: Profile): Rule[] {
  return checksOf(call, kernel).flatMap(({ rule, breach }) => (breach === errno ? [rule] : []));
}

function herePoint(rule: Rule): Point {
  return { ...rulePoint(rule), about: `here: ${rule.id}` };
}

/** The rules by which other kernels give an error, and which kernels. */
function elsewhere(call: string, errno: string): Point[] {
  const kernels = new Map<Rule, string[]>();
  for (const name of profileNames()) {
    const profile = profileNamed(name);
    for (const rule of profile ? rulesGiving(call, errno, profile) : [])
      kernels.set(rule, [...(kernels.get(rule) ?? []), name]);
  }
  return [...kernels].map(([rule, names]) => {
    return { ...rulePoint(rule), about: `${names.join(", ")}: ${rule.id}` };
  });
}

/** What comes of a step, and the rules by which it is refused. */
export function aboutNote(note: Note, rules: readonly Rule[]): Told {
  const ids = [...note.own.rules, ...(note.beside?.rules ?? [])];
  const broken = rules.filter(({ id }) => ids.includes(id));
  return { title: `${sentenceOf(note)}.`, points: broken.map(rulePoint) };
}

/** A process or terminal as it is at a moment; undefined if there is none of that name then. */
export function aboutName(name: string, { processes, terminals }: Scene): Told | undefined {
  const process = processes.find((each) => each.name === name);
  const terminal = terminals.find((each) => each.name === name);
  const owner = processes.find(({ thread }) => thread === name);
  if (process) return { title: name, says: `Now: ${describe(process)}.`, points: [] };
  if (terminal) return { title: name, says: `Now: ${terminalText(terminal)}.`, points: [] };
  return owner && { title: name, says: `A thread of ${owner.name}.`, points: [] };
}

const actions = {
  ends: "ends a process",
  stops: "stops a process",
  continues: "continues a stopped process",
  nothing: "does nothing to a process",
  differs: "ends a process or does nothing, by the system",
} as const;

/** A signal: what it does by default. */
export function aboutSignal(name: string): Told | undefined {
  const action = defaultActionOf(name);
  return action && { title: name, says: `By default it ${actions[action]}.`, points: [] };
}

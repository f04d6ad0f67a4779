import { keyOfState } from "../model/branch.js";
import { catalog, type Profile, ruleIds } from "../model/catalog.js";
import { Oracle } from "../oracle/oracle.js";
import {
  type Answer,
  type Argument,
  bindingOf,
  blocksOf,
  INIT,
  printAnswers,
  printCall,
  type Standing,
  type Step,
  signatures,
  stepsOf,
  UNUSED,
} from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import { breachName } from "./catalogue.js";
import type { Example } from "./explanation.js";
import type { Line, Pattern } from "./line.js";
import type { Scenario } from "./scenarios.js";

/**
 * Looks for a state in which a call as written is refused, or held up, by a rule: in the traces
 * given, after each of their steps, with every process for every name. Where the line has no
 * arguments, the calls are those that the traces make.
 *
 * @param breach what the rule gives there
 * @returns undefined if none of these traces leads to such a state
 */
export function exampleOf(
  rule: string,
  breach: string,
  line: Line,
  scenarios: readonly Scenario[],
): Example | undefined {
  const profile = profileWith(rule, breach);
  if (!profile) return undefined;
  const search: Search = { rule, breach, line, profile, seen: new Set() };
  for (const scenario of scenarios) {
    const found = searchTrace(search, scenario);
    if (found) return found;
  }
  return undefined;
}

/** The first profile that gives this when the rule is broken: the standard, if it can. */
function profileWith(rule: string, breach: string): Profile | undefined {
  const { profiles, rules } = catalog();
  return profiles.find(({ orders }) =>
    orders.some(({ entries }) =>
      entries.some(
        (entry) => rules[entry.rule]?.id === rule && breachName(entry.breach) === breach,
      ),
    ),
  );
}

/** What is looked for, and where it was looked for already. */
interface Search {
  readonly rule: string;
  readonly breach: string;
  readonly line: Line;
  readonly profile: Profile;
  /** States without an example: many traces begin alike. */
  readonly seen: Set<string>;
}

function searchTrace(search: Search, { file, trace }: Scenario): Example | undefined {
  // Where the order is open, no line of the file has one state.
  if (blocksOf(trace).length > 0) return undefined;
  const { profile, seen } = search;
  const { pattern } = search.line;
  const oracle = new Oracle(trace, profile);
  const made: Record<Standing, string[]> = { process: [], thread: [], terminal: [] };
  const steps = stepsOf(trace);
  let number = 0;
  for (const item of trace.items) {
    if (item.kind === "directive") oracle.direct(item);
    if (item.kind !== "step") continue;
    number += 1;
    const [branch] = oracle.branches(item);
    if (!branch) return undefined;
    oracle.keep([branch]);
    const { binds } = signatures.get(item.call.function) ?? {};
    if (binds) made[binds].push(bindingOf(item) ?? UNUSED);
    const state = keyOfState(branch.state);
    if (pattern && seen.has(state)) continue;
    seen.add(state);
    const next = steps.slice(number, number + 1).filter((step) => isCallOf(step, search.line));
    const candidates = pattern
      ? stepsLike(pattern, named(oracle.rows(branch)), made.thread, made.terminal)
      : next;
    for (const step of candidates) {
      const answer = answerBy(oracle, step, search);
      if (answer)
        return { file, line: item.at.line, step: shown(step, answer), profile: profile.name };
    }
  }
  return undefined;
}

function isCallOf(step: Step, { call }: Line): boolean {
  return step.call.function === call;
}

/** The processes that have a name, `init` last: it is the odd one of a trace. */
function named(rows: readonly ProcessRow[]): string[] {
  const names = rows.map(({ name }) => name).filter((name) => /^[a-z]/.test(name));
  return [...names.filter((name) => name !== INIT), ...names.filter((name) => name === INIT)];
}

/** What the call gives where the rule is broken; undefined if it is not. */
function answerBy(oracle: Oracle, step: Step, { rule, breach }: Search): Answer | undefined {
  const branch = oracle.branches(step).find(({ answer, rules }) => {
    const isRefused = answer.kind === "error" && answer.errno === breach;
    return (isRefused || isSignal(breach)) && ruleIds(rules, catalog()).includes(rule);
  });
  return branch?.answer;
}

function isSignal(breach: string): boolean {
  return breach.startsWith("SIG");
}

function shown(step: Step, answer: Answer): string {
  return `${step.actor}: ${printCall(step.call)}${printAnswers([answer])}`;
}

/** The step of the pattern with every choice of processes and terminals for its names. */
function stepsLike(
  { step, free, terminals, actorNamed }: Pattern,
  callers: readonly string[],
  threads: readonly string[],
  made: readonly string[],
): Step[] {
  const { actor } = step;
  const others = free.filter((name) => name !== actor);
  return choices(others, [...callers, ...threads, UNUSED]).flatMap((chosen) => {
    const taken = [...chosen.values()];
    const possible = actorNamed ? callers.filter((caller) => !taken.includes(caller)) : callers;
    const actors = free.includes(actor) ? possible : [actor];
    return choices(terminals, made).flatMap((ends) =>
      actors.map((caller) => renamed(step, new Map([...chosen, ...ends, [actor, caller]]))),
    );
  });
}

/** Every way to give each name something of its own. */
function choices(names: readonly string[], things: readonly string[]): Map<string, string>[] {
  const [first, ...rest] = names;
  if (first === undefined) return [new Map()];
  return things.flatMap((thing) => {
    const others = things.filter((other) => other !== thing);
    return choices(rest, others).map((choice) => choice.set(first, thing));
  });
}

function renamed(step: Step, names: ReadonlyMap<string, string>): Step {
  const rename = (argument: Argument): Argument =>
    argument.kind === "name" || argument.kind === "master"
      ? { ...argument, name: names.get(argument.name) ?? argument.name }
      : argument;
  const call = { ...step.call, arguments: step.call.arguments.map(rename) };
  return { ...step, actor: names.get(step.actor) ?? step.actor, call };
}

import { catalog, type Profile, ruleIds } from "../model/catalog.js";
import { Oracle } from "../oracle/oracle.js";
import {
  type Argument,
  bindingOf,
  INIT,
  printAnswer,
  printCall,
  type Step,
  UNUSED,
} from "../trace/index.js";
import type { ProcessRow } from "../world.js";
import { breachName } from "./catalogue.js";
import type { Example } from "./explanation.js";
import type { Pattern } from "./line.js";
import type { Scenario } from "./scenarios.js";

/**
 * Looks for a state in which a call as written is refused by a rule: in the traces given, after
 * each of their steps, with every process for every name.
 *
 * @returns undefined if none of these traces leads to such a state
 */
export function exampleOf(
  rule: string,
  errno: string,
  pattern: Pattern,
  scenarios: readonly Scenario[],
): Example | undefined {
  const profile = profileWith(rule, errno);
  if (!profile) return undefined;
  const search: Search = { rule, errno, pattern, profile, seen: new Set() };
  for (const scenario of scenarios) {
    const found = searchTrace(search, scenario);
    if (found) return found;
  }
  return undefined;
}

/** The first profile that can refuse by the rule with this error: the standard, if it can. */
function profileWith(rule: string, errno: string): Profile | undefined {
  const { profiles, rules } = catalog();
  return profiles.find(({ orders }) =>
    orders.some(({ entries }) =>
      entries.some((entry) => rules[entry.rule]?.id === rule && breachName(entry.breach) === errno),
    ),
  );
}

/** What is looked for, and where it was looked for already. */
interface Search {
  readonly rule: string;
  readonly errno: string;
  readonly pattern: Pattern;
  readonly profile: Profile;
  /** States without an example: many traces begin alike. */
  readonly seen: Set<string>;
}

function searchTrace(search: Search, { file, trace }: Scenario): Example | undefined {
  const { errno, pattern, profile, seen } = search;
  const oracle = new Oracle(trace, profile);
  const threads: string[] = [];
  for (const item of trace.items) {
    if (item.kind === "directive") oracle.direct(item);
    if (item.kind !== "step") continue;
    const [branch] = oracle.branches(item);
    if (!branch) return undefined;
    oracle.keep([branch]);
    if (item.call.function === "pthread_create") threads.push(bindingOf(item) ?? UNUSED);
    const state = String.fromCharCode(...branch.state);
    if (seen.has(state)) continue;
    seen.add(state);
    const processes = named(oracle.rows(branch));
    const candidates = stepsLike(pattern, processes, [...processes, ...threads, UNUSED]);
    const step = candidates.find((candidate) => refuses(oracle, candidate, search));
    if (step) return { file, line: item.at.line, step: shown(step, errno), profile: profile.name };
  }
  return undefined;
}

/** The processes that have a name, `init` last: it is the odd one of a trace. */
function named(rows: readonly ProcessRow[]): string[] {
  const names = rows.map(({ name }) => name).filter((name) => /^[a-z]/.test(name));
  return [...names.filter((name) => name !== INIT), ...names.filter((name) => name === INIT)];
}

function refuses(oracle: Oracle, step: Step, { rule, errno }: Search): boolean {
  return oracle
    .branches(step)
    .some(
      ({ answer, rules }) =>
        answer.kind === "error" &&
        answer.errno === errno &&
        ruleIds(rules, catalog()).includes(rule),
    );
}

function shown(step: Step, errno: string): string {
  return `${step.actor}: ${printCall(step.call)} = ${printAnswer({ kind: "error", errno })}`;
}

/** The step of the pattern with every choice of processes for its names. */
function stepsLike(
  { step, free, actorNamed }: Pattern,
  callers: readonly string[],
  processes: readonly string[],
): Step[] {
  const { actor } = step;
  const isFree = free.includes(actor);
  return choices(
    free.filter((name) => name !== actor),
    processes,
  ).flatMap((chosen) => {
    if (!isFree) return [renamed(step, chosen)];
    const taken = [...chosen.values()];
    const possible = actorNamed ? callers.filter((caller) => !taken.includes(caller)) : callers;
    return possible.map((caller) => renamed(step, new Map(chosen).set(actor, caller)));
  });
}

/** Every way to give each name a process of its own. */
function choices(names: readonly string[], processes: readonly string[]): Map<string, string>[] {
  const [first, ...rest] = names;
  if (first === undefined) return [new Map()];
  return processes.flatMap((process) => {
    const others = processes.filter((other) => other !== process);
    return choices(rest, others).map((choice) => choice.set(first, process));
  });
}

function renamed(step: Step, names: ReadonlyMap<string, string>): Step {
  const rename = (argument: Argument): Argument =>
    argument.kind === "name"
      ? { ...argument, name: names.get(argument.name) ?? argument.name }
      : argument;
  const call = { ...step.call, arguments: step.call.arguments.map(rename) };
  return { ...step, actor: names.get(step.actor) ?? step.actor, call };
}

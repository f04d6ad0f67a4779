import type { Step } from "../trace/ast.js";
import { NONE } from "../trace/index.js";
import type { ProcessRow } from "../world.js";

/**
 * Where the caller of a step stands, and whom it is about: `leads its session, in the foreground >
 * child, zombie, in another session`. Two steps in the same situation ask a kernel much the same.
 *
 * @param rows the processes before the step
 */
export function situationOf({ actor, call }: Step, rows: readonly ProcessRow[]): string {
  const caller = rows.find(({ name }) => name === actor);
  if (!caller) return "nobody";
  const target = call.arguments.find((argument) => argument.kind === "name");
  const about = target && `${target.negated ? "group of " : ""}${whom(caller, target.name, rows)}`;
  return [standing(caller), ...(about ? [about] : [])].join(" > ");
}

function standing({ name, group, session, terminal, foreground }: ProcessRow): string {
  const leads =
    session === name ? "leads its session" : group === name ? "leads a group" : "member";
  if (terminal === NONE) return leads;
  return `${leads}, ${foreground === group ? "in the foreground" : "in the background"}`;
}

function whom(caller: ProcessRow, name: string, rows: readonly ProcessRow[]): string {
  const target = rows.find((row) => row.name === name);
  if (!target) return "nobody";
  const where = target.session !== caller.session ? "in another session" : inGroup(caller, target);
  const leads = target.session === name ? "leader of its session" : "";
  return [relation(caller, target, rows), target.state, where, leads].filter(Boolean).join(", ");
}

function inGroup(caller: ProcessRow, target: ProcessRow): string {
  return target.group === caller.group ? "in the same group" : "in another group";
}

function relation(caller: ProcessRow, target: ProcessRow, rows: readonly ProcessRow[]): string {
  if (target.name === caller.name) return "itself";
  if (target.parent === caller.name) return "child";
  if (target.name === caller.parent) return "parent";
  const parent = rows.find((row) => row.name === target.parent);
  return parent?.parent === caller.name ? "grandchild" : "other";
}

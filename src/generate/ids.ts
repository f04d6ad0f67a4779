import type { Argument } from "../trace/ast.js";
import { INT_MAX, INT_MIN, OUTSIDE, UNUSED } from "../trace/index.js";
import type { Weighted } from "./dice.js";
import type { Draft } from "./draft.js";
import { named, number } from "./written.js";

// Which process, group or child a call is about: mostly one that it can be about, now and then one
// that it hardly can, and now and then nonsense.

/** Some way to come to a name; undefined if there is none. */
type Way = () => string | undefined;

/** A number, or a name by one of the ways; 0 where none leads to a name. */
function byWay(draft: Draft, ways: readonly Weighted<Way | number>[]): Argument {
  for (let tries = 0; tries < 4; tries++) {
    const way = draft.dice.weighted(ways);
    if (typeof way === "number") return number(way);
    const name = way?.();
    if (name !== undefined) return named(name);
  }
  return number(0);
}

const noProcess: readonly Weighted<number>[] = [
  [2, -1],
  [2, -5],
  [1, INT_MIN],
  [1, INT_MAX],
];

/** `pid` of setpgid, getpgid and getsid, as this caller may mean it. */
export function drawProcess(draft: Draft, caller: string): Argument {
  const { dice } = draft;
  return byWay(draft, [
    [20, 0],
    [8, () => caller],
    [40, () => dice.pick(draft.childrenOf(caller))],
    [14, () => dice.pick(draft.made)],
    [10, () => dice.pick(draft.childrenOf(dice.pick(draft.childrenOf(caller)) ?? ""))],
    [6, () => dice.pick(draft.gone)],
    [4, () => dice.pick(draft.threads)],
    [2, () => UNUSED],
    [2, () => OUTSIDE],
    ...noProcess,
  ]);
}

/** A group by number: one that exists, one that is gone, one that never was. */
export function drawGroup(draft: Draft, own: Argument): Argument {
  const { dice } = draft;
  if (own.kind === "name" && draft.made.includes(own.name) && dice.chance(18)) return own;
  return byWay(draft, [
    [24, 0],
    [44, () => dice.pick(draft.groups)],
    [10, () => dice.pick(draft.made)],
    [7, () => dice.pick(draft.gone)],
    [3, () => UNUSED],
    [3, () => OUTSIDE],
    [2, () => dice.pick(draft.threads)],
    ...noProcess,
  ]);
}

/** `pid` of waitpid. */
export function drawSelector(draft: Draft, caller: string): Argument {
  const { dice } = draft;
  const children = draft.childrenOf(caller);
  if (dice.chance(25)) return negativeOf(draft, children);
  return byWay(draft, [
    [30, -1],
    [30, () => dice.pick(children)],
    [14, 0],
    [6, () => dice.pick(draft.made)],
    [2, () => dice.pick(draft.threads)],
    [1, () => UNUSED],
    [1, () => OUTSIDE],
    [4, INT_MIN],
    [1, INT_MAX],
    [1, -5],
  ]);
}

/** `id` of waitid. */
export function drawChild(draft: Draft, caller: string, idtype: string): Argument {
  if (idtype === "P_ALL") return number(0);
  const { dice } = draft;
  const children = draft.childrenOf(caller);
  const groups = children.flatMap((name) => draft.row(name)?.group ?? []);
  return byWay(draft, [
    [50, () => dice.pick(idtype === "P_PGID" ? draft.existing(groups) : children)],
    [14, () => dice.pick(draft.made)],
    [10, 0],
    [3, () => dice.pick(draft.gone)],
    [1, () => UNUSED],
    ...noProcess,
  ]);
}

/** The first argument of kill. */
export function drawTarget(draft: Draft, caller: string): Argument {
  const { dice } = draft;
  if (dice.chance(28))
    return negativeOf(
      draft,
      draft.rows.map(({ name }) => name),
    );
  return byWay(draft, [
    [40, () => dice.pick(draft.living)],
    [10, () => dice.pick(draft.childrenOf(caller))],
    [8, () => dice.pick(draft.made)],
    [6, () => dice.pick(draft.inState("zombie"))],
    [4, () => dice.pick(draft.gone)],
    [2, () => dice.pick(draft.threads)],
    [12, 0],
    [5, -1],
    [1, () => UNUSED],
    [1, INT_MIN],
    [1, INT_MAX],
    [1, -5],
  ]);
}

/** The group of one of these processes, a group that is gone, or a process that leads none. */
function negativeOf(draft: Draft, processes: readonly string[]): Argument {
  const { dice } = draft;
  const groups = draft.existing(processes.flatMap((name) => draft.row(name)?.group ?? []));
  const name = dice.weighted<Way>([
    [8, () => dice.pick(groups)],
    [2, () => dice.pick(draft.made)],
    [1, () => dice.pick(draft.gone)],
  ])?.();
  return name === undefined ? number(-1) : named(name, true);
}

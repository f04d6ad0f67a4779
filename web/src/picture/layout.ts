import type { Scene, SceneProcess, SceneTerminal } from "retinue";
import { type Box, flow, type Size } from "./flow.js";

export interface ProcessBox extends Box {
  readonly process: SceneProcess;
}

export interface GroupBox extends Box {
  readonly name: string;
  /** Nobody is left who could continue it. */
  readonly orphaned: boolean;
  /** Its session's leader is in it. */
  readonly leads: boolean;
  /** The terminals in whose foreground it is. */
  readonly foregroundOf: readonly string[];
}

export interface SessionBox extends Box {
  readonly name: string;
  readonly terminal?: SceneTerminal;
}

/** From a parent to a child: between the edges of their boxes. */
export interface Link {
  readonly parent: string;
  readonly child: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Where everything in a scene is drawn. */
export interface Layout extends Size {
  /** There is room for little more than names. */
  readonly isDense: boolean;
  readonly sessions: readonly SessionBox[];
  readonly groups: readonly GroupBox[];
  readonly processes: readonly ProcessBox[];
  readonly links: readonly Link[];
}

/** How much room a process has: in a crowd only for its sign, its name and its number. */
const roomy = { chip: { width: 136, height: 52 }, gap: 14 };
const dense = { chip: { width: 116, height: 30 }, gap: 9 };
/** So many processes are a crowd. */
const CROWD = 20;
/** Inside a group's and a session's frame, at the sides and at the bottom, and above for its name. */
const group = { pad: 10, head: 26 };
const session = { pad: 12, head: 30 };

/** Where everything goes in a picture that should not be wider than `room`. */
export function layoutOf(scene: Scene, room: number): Layout {
  const isDense = scene.processes.length >= CROWD;
  const { chip, gap } = isDense ? dense : roomy;
  const inSession = room - 2 * session.pad;
  const inGroup = inSession - 2 * group.pad;
  const frames = byName(scene.processes, ({ session: name }) => name).map(([name, members]) => {
    const groups = byName(members, ({ group: of }) => of).map(([of, people]) => {
      const columns = Math.max(1, Math.ceil(Math.sqrt(people.length * 1.4)));
      const width = Math.min(inGroup, columns * (chip.width + gap));
      const inside = flow(
        people.map(() => chip),
        width,
        gap,
      );
      return { name: of, people, ...framed(inside, group, widthOfTitle(of)) };
    });
    const inside = flow(groups, inSession, gap);
    return { name, groups, ...framed(inside, session, widthOfTitle(name) + 60) };
  });
  const page = flow(frames, room, gap);
  const sessions: SessionBox[] = [];
  const groups: GroupBox[] = [];
  const processes: ProcessBox[] = [];
  for (const [i, frame] of frames.entries()) {
    const at = page.places[i] ?? origin;
    sessions.push(sessionBox(frame, at, scene));
    for (const [k, each] of frame.groups.entries()) {
      const corner = moved(at, frame.places[k] ?? origin);
      groups.push(groupBox(each, corner, scene));
      for (const [n, process] of each.people.entries())
        processes.push({ ...moved(corner, each.places[n] ?? origin), ...chip, process });
    }
  }
  return { ...page.size, isDense, sessions, groups, processes, links: linksOf(processes) };
}

const origin = { x: 0, y: 0 };

function moved(a: { x: number; y: number }, b: { x: number; y: number }) {
  return { x: a.x + b.x, y: a.y + b.y };
}

function widthOfTitle(name: string): number {
  return 90 + 8 * name.length;
}

/** What flowed, inside a frame with a head. */
function framed(
  { places, size }: ReturnType<typeof flow>,
  { pad, head }: { readonly pad: number; readonly head: number },
  least: number,
) {
  return {
    places: places.map(({ x, y }) => ({ x: x + pad, y: y + head })),
    width: Math.max(size.width + 2 * pad, least),
    height: size.height + head + pad,
  };
}

function sessionBox(
  { name, width, height }: Size & { name: string },
  at: Box | typeof origin,
  scene: Scene,
): SessionBox {
  const terminal = scene.terminals.find(({ session: of }) => of === name);
  return { name, x: at.x, y: at.y, width, height, ...(terminal && { terminal }) };
}

function groupBox(
  { name, width, height, people }: Size & { name: string; people: readonly SceneProcess[] },
  { x, y }: { x: number; y: number },
  { terminals }: Scene,
): GroupBox {
  const [first] = people;
  const foregroundOf = terminals
    .filter(({ foreground, session: of }) => foreground === name && of === first?.session)
    .map(({ name: tty }) => tty);
  const orphaned = first?.orphaned === true;
  return { name, x, y, width, height, foregroundOf, orphaned, leads: name === first?.session };
}

/** The processes by what they have in common, in the order in which it is first met. */
function byName(
  processes: readonly SceneProcess[],
  nameOf: (process: SceneProcess) => string,
): [string, SceneProcess[]][] {
  const found = new Map<string, SceneProcess[]>();
  for (const process of processes) {
    const name = nameOf(process);
    found.set(name, [...(found.get(name) ?? []), process]);
  }
  return [...found];
}

function linksOf(boxes: readonly ProcessBox[]): Link[] {
  const byPerson = new Map(boxes.map((box) => [box.process.name, box]));
  return boxes.flatMap((box) => {
    const parent = byPerson.get(box.process.parent);
    if (!parent || parent === box) return [];
    const [from, to] = [edgeOf(parent, box), edgeOf(box, parent)];
    return [{ parent: parent.process.name, child: box.process.name, from, to }];
  });
}

/** Where the line between the middles of two boxes leaves the first one. */
function edgeOf(box: Box, other: Box): { x: number; y: number } {
  const middle = middleOf(box);
  const there = middleOf(other);
  const [dx, dy] = [there.x - middle.x, there.y - middle.y];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

export function middleOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

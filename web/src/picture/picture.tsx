import "./picture.css";
import { useRef } from "preact/hooks";
import type { Moment, Scene, Timeline } from "retinue";
import { chosen, showPanel } from "../state.js";
import { Flights } from "./flights.jsx";
import { type Layout, layoutOf, type ProcessBox } from "./layout.js";
import { ProcessNode } from "./process.jsx";
import { sentenceOf } from "./sentence.js";
import { orphanedAlways, orphanedNow } from "./words.js";

/** Around everything, so that nothing is cut off: in pixels. */
const MARGIN = 10;

interface Props {
  readonly id: string;
  readonly label: string;
  readonly timeline: Timeline;
  readonly place: number;
  readonly room: number;
  /** The processes that are other ones in the picture beside. */
  readonly unequal: ReadonlySet<string>;
}

/** What a kernel holds at one moment: sessions, in them groups, in them processes. */
export function Picture({ id, label, timeline, place, room, unequal }: Props) {
  const moment = timeline.moments[place];
  const came = useRef({ timeline, place });
  const isForward = came.current.timeline === timeline && came.current.place === place - 1;
  came.current = { timeline, place };
  if (!moment) return null;
  const scene = timeline.scene(moment.at);
  const layout = layoutOf(scene, room - 2 * MARGIN);
  const previous = timeline.moments[place - 1];
  const before =
    isForward && previous ? layoutOf(timeline.scene(previous.at), room - 2 * MARGIN) : undefined;
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN];
  return (
    <svg
      id={id}
      class="picture"
      viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
      width={width}
      height={height}
      // A picture wider than its room is made smaller as a whole.
      style={{ maxWidth: "100%" }}
      role="group"
      aria-label={`${label}: ${sentenceOf(scene)}`}
    >
      <defs>
        <marker
          id={`${id}-arrow`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="arrow" d="M0 0 L8 4 L0 8 Z" />
        </marker>
      </defs>
      <Frames layout={layout} />
      <Links id={id} layout={layout} />
      {gone(before, scene).map((box) => (
        <ProcessNode
          key={`gone-${box.process.pid}`}
          box={box}
          acts={false}
          isChosen={false}
          differs={false}
          gone
          isDense={layout.isDense}
        />
      ))}
      <People layout={layout} before={before} moment={moment} unequal={unequal} />
      {before && <Flights moment={moment} now={layout} before={before} />}
    </svg>
  );
}

function Frames({ layout: { sessions, groups } }: { readonly layout: Layout }) {
  return (
    <>
      {sessions.map(({ name, terminal, x, y, width, height }) => (
        <g key={name} class="session" style={{ transform: `translate(${x}px, ${y}px)` }}>
          <rect style={{ width, height }} width={width} height={height} rx="12" />
          <text x="12" y="20">
            session {name}
          </text>
          {terminal && (
            <text class="terminal" x={width - 12} y="20">
              ⌨ {terminal.name}
              {terminal.lines > 0 ? ` (${terminal.lines})` : ""}
            </text>
          )}
        </g>
      ))}
      {groups.map(({ name, orphaned, leads, foregroundOf, x, y, width, height }) => (
        <g
          key={name}
          class={`group${orphaned && !leads ? " orphaned" : ""}${foregroundOf.length > 0 ? " lit" : ""}`}
          style={{ transform: `translate(${x}px, ${y}px)` }}
        >
          {orphaned && <title>{leads ? orphanedAlways : orphanedNow}</title>}
          <rect style={{ width, height }} width={width} height={height} rx="10" />
          <text x="10" y="17">
            {name}
            {foregroundOf.length > 0 ? " ☀ foreground" : ""}
            {orphaned && <tspan class="orphan">{leads ? " ⚬" : " ⚬ orphaned"}</tspan>}
          </text>
        </g>
      ))}
    </>
  );
}

function Links({ id, layout: { links } }: { readonly id: string; readonly layout: Layout }) {
  return (
    <g class="links" aria-hidden="true">
      {links.map(({ parent, child, from, to }) => (
        <path
          key={`${parent} ${child}`}
          d={`M${from.x} ${from.y} L${to.x} ${to.y}`}
          style={{ d: `path("M${from.x} ${from.y} L${to.x} ${to.y}")` }}
          marker-end={`url(#${id}-arrow)`}
        />
      ))}
    </g>
  );
}

interface PeopleProps {
  readonly layout: Layout;
  readonly before: Layout | undefined;
  readonly moment: Moment;
  readonly unequal: ReadonlySet<string>;
}

function People({ layout, before, moment, unequal }: PeopleProps) {
  const parents = new Map(layout.processes.map((box) => [box.process.name, box]));
  const isNew = ({ process }: ProcessBox) =>
    before && !before.processes.some((box) => box.process.pid === process.pid);
  return (
    <>
      {layout.processes.map((box) => {
        const { name, pid, parent } = box.process;
        const from = isNew(box) ? parents.get(parent) : undefined;
        return (
          <ProcessNode
            key={pid}
            box={box}
            acts={moment.step?.actor === name}
            isChosen={chosen.value === name}
            differs={unequal.has(name)}
            isDense={layout.isDense}
            {...(from && { from })}
            choose={() => {
              chosen.value = name;
              showPanel("Act");
            }}
          />
        );
      })}
    </>
  );
}

/** Those that were there before the step and are not any more. */
function gone(before: Layout | undefined, { processes }: Scene): ProcessBox[] {
  const there = new Set(processes.map(({ pid }) => pid));
  return before?.processes.filter(({ process }) => !there.has(process.pid)) ?? [];
}

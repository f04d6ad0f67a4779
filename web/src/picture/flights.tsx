import type { Moment } from "retinue";
import { type Layout, middleOf } from "./layout.js";

/** Between two signals of one step, in milliseconds. */
const APART = 90;

interface Flight {
  readonly signal: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** The signals of a step on their way from who made the call to whom they were sent. */
export function Flights({ moment, now, before }: FlightsProps) {
  return (
    <g class="flights" aria-hidden="true">
      {flightsOf(moment, now, before).map(({ signal, from, to }, i) => (
        <g
          // Flights of one step differ in their place only.
          key={`${moment.step?.at.offset}-${i}`}
          class="flight"
          style={{
            "--from": `translate(${from.x}px, ${from.y}px)`,
            "--to": `translate(${to.x}px, ${to.y}px)`,
            animationDelay: `${i * APART}ms`,
          }}
        >
          <circle r="5" />
          <text y="-9">{signal}</text>
        </g>
      ))}
    </g>
  );
}

interface FlightsProps {
  readonly moment: Moment;
  readonly now: Layout;
  /** The picture before the step, in which those are that are gone now. */
  readonly before: Layout | undefined;
}

function flightsOf({ step, taken }: Moment, now: Layout, before: Layout | undefined): Flight[] {
  if (!step || !taken) return [];
  const placeOf = (name: string) => {
    const isIt = ({ process }: { process: { name: string } }) => process.name === name;
    const box = now.processes.find(isIt) ?? before?.processes.find(isIt);
    return box && middleOf(box);
  };
  const from = placeOf(step.actor);
  return taken.changes.flatMap((change) => {
    if (change.tag !== "generated") return [];
    const to = placeOf(taken.names.nameOf(change.val.process));
    return from && to ? [{ signal: change.val.signal.toUpperCase(), from, to }] : [];
  });
}

import { useEffect } from "preact/hooks";
import { type Moment, printAnswer, printCall, printEffect, type Timeline, textOf } from "retinue";
import { differing } from "../differences.js";
import {
  history,
  kernelNamed,
  otherHistory,
  otherName,
  place,
  profileName,
  rules,
} from "../state.js";
import { Legend } from "./legend.jsx";
import { Picture } from "./picture.jsx";
import { useRoom } from "./room.js";
import { unequalProcesses } from "./unequal.js";

/** The picture of the moment, or two: one of each kernel. */
export function Stage() {
  const { value: own } = history;
  const { value: other } = otherHistory;
  const unequal = unequalProcesses(own, other, place.value);
  return (
    <>
      <div class={other ? "pictures two" : "pictures"}>
        {own && (
          <Exhibit id="picture" kernel={profileName.value} timeline={own} unequal={unequal} />
        )}
        {other && (
          <Exhibit id="beside" kernel={otherName.value} timeline={other} unequal={unequal} />
        )}
      </div>
      <Legend />
    </>
  );
}

interface ExhibitProps {
  readonly id: string;
  readonly kernel: string;
  readonly timeline: Timeline;
  readonly unequal: ReadonlySet<string>;
}

/** A picture with what the step at hand gives there. */
function Exhibit({ id, kernel, timeline, unequal }: ExhibitProps) {
  const [ref, room] = useRoom<HTMLDivElement>();
  const at = Math.min(place.value, timeline.moments.length - 1);
  useEffect(() => showActor(ref.current), [at, timeline, room > 0]);
  return (
    <figure>
      <figcaption>
        <b>{kernel}</b>
        {id === "beside" && differing.value.has(at) && (
          <b class="parts" title={`${profileName.value} does something else here`}>
            ≠
          </b>
        )}
        <div class="outcome" role="status">
          <Outcome moment={timeline.moments[at]} isStandard={isStandard(kernel)} />
        </div>
      </figcaption>
      <div class="room" ref={ref}>
        {room > 0 && (
          <Picture
            id={id}
            label={`${kernel}, step ${at}`}
            timeline={timeline}
            place={at}
            room={room}
            unequal={unequal}
          />
        )}
      </div>
    </figure>
  );
}

/** Scrolls the room, and nothing around it, to who makes the step. */
function showActor(room: Element | null): void {
  const actor = room?.querySelector(".acts .body");
  if (!room || !actor) return;
  const [outer, inner] = [room.getBoundingClientRect(), actor.getBoundingClientRect()];
  if (inner.top < outer.top) room.scrollTop -= outer.top - inner.top + NEAR;
  if (inner.bottom > outer.bottom) room.scrollTop += inner.bottom - outer.bottom + NEAR;
}

/** What is to be seen around it, in pixels. */
const NEAR = 40;

/** It has no order of its own: it permits a set, and no one way of it is what it does. */
function isStandard(kernel: string): boolean {
  return kernelNamed(kernel)?.orders.some(({ ordered }) => !ordered) === true;
}

interface OutcomeProps {
  readonly moment: Moment | undefined;
  readonly isStandard: boolean;
}

function Outcome({ moment, isStandard: permits }: OutcomeProps) {
  const { step, taken, ways = [] } = moment ?? {};
  if (!step || !taken) return <>before the first step</>;
  const others = ways.filter((way) => textOf(way) !== textOf(taken));
  return (
    <>
      <code>
        {step.actor}: {printCall(step.call)}
      </code>
      <code class={taken.answer.kind === "error" ? "answer refused" : "answer"}>
        {printAnswer(taken.answer)}
      </code>
      {taken.rules.map((rule) => (
        <span key={rule} class="by">
          {rules[rule]?.id}
        </span>
      ))}
      {taken.effects.map((effect) => (
        <code key={printEffect(effect)} class="effect">
          {printEffect(effect)}
        </code>
      ))}
      {others.length > 0 && (
        <details class="ways" open={permits}>
          <summary>
            or {others.length === 1 ? "another way" : `${others.length} other ways`}
          </summary>
          <ul>
            {others.map((way) => (
              <li key={textOf(way)}>
                <code>{textOf(way).replaceAll("\n", "; ")}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Interleaving } from "retinue";
import { printSchedule } from "retinue";
import { choose } from "./gallery/choose.js";
import { AllOrders } from "./orders/list.jsx";
import { Ending, Shows } from "./orders/shows.jsx";
import {
  blockIndex,
  blocks,
  places,
  showAsWritten,
  showInPicture,
  walkedName,
  walkTo,
  wantedBlock,
  wantsBeside,
} from "./orders/way.js";
import "./orders/orders.css";
import { Pick } from "./pick.jsx";
import { otherName, profileName, read, schedule } from "./state.js";

/** The orders in which a block of the trace can go: one of them is walked, turn by turn. */
export function Orders() {
  if (read.value.problems.length > 0)
    return <p>The orders are those of a trace without mistakes.</p>;
  return blocks.value.length === 0 ? <Invitation /> : <Walk />;
}

function Invitation() {
  const load = async () => {
    const race = (await import("./gallery/collection.js")).raceNamed("parent-only");
    if (race !== undefined) choose(race);
  };
  return (
    <>
      <p>
        Steps between <code>parallel {"{"}</code> and <code>{"}"}</code> can go in any order: here
        one walks through the orders, and sees what each of them leads to.
      </p>
      <button type="button" onClick={() => void load()}>
        Load the race of setpgid and exec
      </button>
    </>
  );
}

function Walk() {
  const place = places.value.at(-1);
  if (!place) return null;
  return (
    <div class="orders">
      {otherName.value !== "" && <WhichKernel />}
      {blocks.value.length > 1 && <WhichBlock />}
      <Way />
      <Here place={place} />
      <div class="following">
        <button type="button" onClick={() => showInPicture(place)}>
          Show this order
        </button>
        {schedule.value && (
          <>
            <button type="button" onClick={showAsWritten}>
              As written
            </button>
            <span>
              The picture follows <code>{printSchedule(schedule.value)}</code>
            </span>
          </>
        )}
      </div>
      <AllOrders />
    </div>
  );
}

function WhichKernel() {
  return (
    <Pick
      name="Orders under "
      value={walkedName.value}
      values={[...new Set([profileName.value, otherName.value])]}
      set={(name) => {
        wantsBeside.value = name !== profileName.value;
      }}
    />
  );
}

function WhichBlock() {
  return (
    <label>
      Block{" "}
      <select
        value={blockIndex.value}
        onChange={(event) => (wantedBlock.value = Number(event.currentTarget.value))}
      >
        {blocks.value.map(({ at }, i) => (
          <option key={at.line} value={i}>
            in line {at.line}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The turns made so far; each is a place to go back to. */
function Way() {
  const last = places.value.length - 1;
  return (
    <ol class="way" aria-label="Turns so far">
      {places.value.map((place, i) => (
        <li key={i}>
          <button
            type="button"
            aria-current={i === last ? "step" : undefined}
            title={i === last ? undefined : "Back to here"}
            onClick={() => walkTo(place.turns)}
          >
            {place.step ? <Shows step={place.step} shows={place.shows} /> : "The block begins"}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Who can go on, and what can come of the block if nobody does. */
function Here({ place }: { readonly place: Interleaving }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useLayoutEffect(() => {
    // The button that was pressed is gone: whoever has no pointer goes on from here.
    if (moved.current) heading.current?.focus();
    moved.current = false;
  }, [place]);
  const next = place.next();
  const outcomes = place.outcomes();
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {next.length > 0 ? "Who goes next?" : "Nobody goes on"}
      </h2>
      {next.length > 0 && (
        <ul class="turns">
          {next.map((after) => (
            <li key={after.turns.at(-1)}>
              <button
                type="button"
                onClick={() => {
                  moved.current = true;
                  walkTo(after.turns);
                }}
              >
                {after.step && <Shows step={after.step} shows={after.shows} />}
              </button>
            </li>
          ))}
        </ul>
      )}
      {outcomes.length > 0 && <Ending outcomes={outcomes} isCertain={next.length === 0} />}
    </>
  );
}

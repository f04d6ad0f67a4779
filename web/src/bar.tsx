import { printCall } from "retinue";
import { nextDivergence } from "./differences.js";
import { playing, toggle } from "./playing.js";
import { goTo, index, moment, moments, otherName, place } from "./state.js";

/** The timeline: where in the trace the picture is, and how to get elsewhere. */
export function Bar() {
  const last = moments.value.length - 1;
  const step = moment.value?.step;
  const text = step ? `${step.actor}: ${printCall(step.call)}` : "before the first step";
  return (
    <nav class="bar" aria-label="Timeline">
      <div class="buttons">
        <Button name="To the start" sign="start" act={() => goTo(0)} off={place.value === 0} />
        <Button
          name="Step back"
          sign="back"
          act={() => goTo(place.value - 1)}
          off={place.value === 0}
        />
        <Button
          name={playing.value ? "Pause" : "Play"}
          sign={playing.value ? "pause" : "play"}
          act={toggle}
        />
        <Button
          name="Step"
          sign="forward"
          act={() => goTo(place.value + 1)}
          off={place.value === last}
        />
        <Button name="To the end" sign="end" act={() => goTo(last)} off={place.value === last} />
        {otherName.value !== "" && (
          <Button
            name="To the next difference"
            sign="unequal"
            act={() => goTo(nextDivergence.value ?? place.value)}
            off={nextDivergence.value === undefined}
          />
        )}
      </div>
      <input
        type="range"
        min="0"
        max={last}
        value={place.value}
        aria-label="Step"
        aria-valuetext={`${place.value} of ${last}: ${text}`}
        onInput={(event) => (index.value = Number(event.currentTarget.value))}
      />
      <output>
        {place.value} / {last}
      </output>
    </nav>
  );
}

/** Outlines of what stands on the buttons: no font has all of them. */
const signs = {
  start: "M2 3h2v10H2zM13 3v10L5 8z",
  back: "M12 3v10L3 8z",
  play: "M4 2l10 6-10 6z",
  pause: "M4 3h3v10H4zM9 3h3v10H9z",
  forward: "M4 3v10l9-5z",
  end: "M12 3h2v10h-2zM3 3v10l8-5z",
  unequal: "M2 5h12v2H2zM2 9h12v2H2zM10 1l2 1-6 13-2-1z",
};

interface ButtonProps {
  readonly name: string;
  readonly sign: keyof typeof signs;
  readonly off?: boolean;
  act(): void;
}

function Button({ name, sign, act, off = false }: ButtonProps) {
  return (
    <button type="button" aria-label={name} title={name} disabled={off} onClick={act}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={signs[sign]} />
      </svg>
    </button>
  );
}

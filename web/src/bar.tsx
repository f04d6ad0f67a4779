import { printAnswer, printCall, printEffect } from "retinue";
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
        <Button name="To the start" sign="⏮" act={() => goTo(0)} off={place.value === 0} />
        <Button
          name="Step back"
          sign="◀"
          act={() => goTo(place.value - 1)}
          off={place.value === 0}
        />
        <Button
          name={playing.value ? "Pause" : "Play"}
          sign={playing.value ? "⏸" : "⏵"}
          act={toggle}
        />
        <Button name="Step" sign="▶" act={() => goTo(place.value + 1)} off={place.value === last} />
        <Button name="To the end" sign="⏭" act={() => goTo(last)} off={place.value === last} />
        {otherName.value !== "" && (
          <Button
            name="To the next difference"
            sign="≠"
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

/** What the step at hand was and gave, said aloud when it changes. */
export function Caption() {
  const { step, taken } = moment.value ?? {};
  if (!step || !taken) return <p class="caption">The start: nobody but init.</p>;
  return (
    <p class="caption" role="status">
      <code>
        {step.actor}: {printCall(step.call)}
      </code>{" "}
      gives <code>{printAnswer(taken.answer)}</code>
      {taken.effects.length > 0 && (
        <>
          {"; "}
          <code>{taken.effects.map(printEffect).join("; ")}</code>
        </>
      )}
    </p>
  );
}

interface ButtonProps {
  readonly name: string;
  readonly sign: string;
  readonly off?: boolean;
  act(): void;
}

function Button({ name, sign, act, off = false }: ButtonProps) {
  return (
    <button type="button" aria-label={name} title={name} disabled={off} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

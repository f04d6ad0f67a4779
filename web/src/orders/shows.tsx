import {
  type BlockOutcome,
  type Branch,
  isMarker,
  printAnswer,
  printCall,
  printEffect,
  type Step,
} from "retinue";

type Shown = Pick<Branch, "answer" | "effects">;

/** A step, with every way in which it can go. */
export function Shows({ step, shows }: { readonly step: Step; readonly shows: readonly Shown[] }) {
  return (
    <code class="shows">
      <b>{step.actor}</b>: {printCall(step.call)}
      {shows.map((shown, i) => (
        <span key={i} class="shown">
          {i > 0 && <i> or</i>} {answerText(shown)}
          {shown.effects.map((effect, j) => (
            <span key={j} class="effect">
              {printEffect(effect)}
            </span>
          ))}
        </span>
      ))}
    </code>
  );
}

function answerText({ answer }: Shown): string {
  return isMarker(answer) ? printAnswer(answer) : `= ${printAnswer(answer)}`;
}

interface EndingProps {
  readonly outcomes: readonly BlockOutcome[];
  /** Whether nobody can go on: else these are the outcomes if the block ends here all the same. */
  readonly isCertain: boolean;
}

/** What can have come of the block. */
export function Ending({ outcomes, isCertain }: EndingProps) {
  return (
    <div class="ending">
      <p>
        {isCertain ? "What came of it" : "It can also end here"}
        {outcomes.length > 1 && `, in one of ${outcomes.length} ways`}:
      </p>
      {outcomes.map((outcome, i) => (
        <section key={i} aria-label={`Outcome ${i + 1}`}>
          <ol>
            {outcome.steps.map(({ step, branch }, j) => (
              <li key={j}>
                <Shows step={step} shows={[branch]} />
              </li>
            ))}
          </ol>
          {outcome.waiting.map((name) => (
            <p key={name} class="waiting">
              <code>{name}</code> waits for ever.
            </p>
          ))}
          <ul class="left">
            {outcome.processes.map(({ name, state, group, session }) => (
              <li key={name}>
                <code>{name}</code>: {state}, group <code>{group}</code>, session{" "}
                <code>{session}</code>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

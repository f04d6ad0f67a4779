import { useState } from "preact/hooks";
import {
  type Branch,
  choicesFor,
  printAnswer,
  printCall,
  printEffect,
  type SceneProcess,
  type Step,
  signatures,
  textOf,
} from "retinue";
import { append } from "./append.js";
import { stepFrom } from "./line.js";
import { Pick } from "./pick.jsx";
import { chosen, history, moment, rules, scene } from "./state.js";

const callNames = [...signatures.keys()];

/** A process and a call are picked; every argument is offered with what would come of it. */
export function Hand() {
  const [call, setCall] = useState("setpgid");
  const [pattern, setPattern] = useState("");
  const { processes = [] } = scene.value ?? {};
  const actor = actorIn(processes);
  const at = moment.value?.at;
  if (!actor || !at || !scene.value) return <p>Nobody is there.</p>;
  const steps = choicesFor(at.names, scene.value, actor, call);
  const fitting = steps.filter((step) => printCall(step.call).includes(pattern));
  return (
    <>
      <div class="pickers">
        <Pick
          name="Process"
          value={actor.name}
          values={processes.map(({ name }) => name)}
          set={(name) => {
            chosen.value = name;
          }}
        />
        <Pick name="calls" value={call} values={callNames} set={setCall} />
        <label>
          with
          <input
            type="search"
            placeholder="any arguments"
            value={pattern}
            onInput={(event) => setPattern(event.currentTarget.value)}
          />
        </label>
      </div>
      <Typed actor={actor} />
      <Choices steps={fitting} />
    </>
  );
}

/** The process that was picked, or the one that acts, or the first. */
function actorIn(processes: readonly SceneProcess[]): SceneProcess | undefined {
  const named = (name: string | undefined) => processes.find((process) => process.name === name);
  return named(chosen.value) ?? named(moment.value?.step?.actor) ?? processes[0];
}

/** More choices than these are not shown at once. */
const SHOWN = 80;

function Choices({ steps }: { readonly steps: readonly Step[] }) {
  const { value: timeline } = history;
  const at = moment.value?.at;
  if (!timeline || !at) return null;
  return (
    <>
      <ul class="choices">
        {steps.slice(0, SHOWN).map((step) => (
          <li key={printCall(step.call)}>
            <Choice step={step} ways={timeline.whatIf(at, step)} />
          </li>
        ))}
      </ul>
      {steps.length === 0 && <p class="hint">There is no such call here.</p>}
      {steps.length > SHOWN && (
        <p class="hint">{steps.length - SHOWN} more: say in “with” what you look for.</p>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly step: Step;
  readonly ways: readonly Branch[];
}

/** One call with what it would give; a click makes it. */
function Choice({ step, ways }: ChoiceProps) {
  const isRefused = ways.length > 0 && ways.every(({ answer }) => answer.kind === "error");
  return (
    <button
      type="button"
      class={isRefused ? "choice refused" : "choice"}
      onClick={() => append(step)}
    >
      <code>{printCall(step.call)}</code>
      <span class="arrow" aria-hidden="true">
        →
      </span>
      <span class="gives">
        {ways.map((way) => (
          <Way key={textOf(way)} way={way} />
        ))}
      </span>
    </button>
  );
}

function Way({ way: { answer, effects, rules: broken } }: { readonly way: Branch }) {
  return (
    <span class="way">
      <code>{printAnswer(answer)}</code>
      {effects.map((effect) => (
        <code key={printEffect(effect)} class="effect">
          {printEffect(effect)}
        </code>
      ))}
      {broken.map((rule) => (
        <small key={rule} title={rules[rule]?.text}>
          {rules[rule]?.id}
        </small>
      ))}
    </span>
  );
}

/** A call that is typed, for arguments that nobody thought of. */
function Typed({ actor }: { readonly actor: SceneProcess }) {
  const [typed, setTyped] = useState("");
  const { value: timeline } = history;
  const at = moment.value?.at;
  const step = typed.trim() === "" ? undefined : stepFrom(`${actor.name}: ${typed}`);
  return (
    <div class="typed">
      <label>
        or type the call
        <input
          placeholder="kill(-1, SIGCONT)"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      {typeof step === "string" && <p class="problem">{step}</p>}
      {typeof step === "object" && timeline && at && (
        <Choice step={step} ways={timeline.whatIf(at, step)} />
      )}
    </div>
  );
}

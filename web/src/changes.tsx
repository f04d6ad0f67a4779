import { changeText } from "retinue";
import { RuleText } from "./rule.jsx";
import { moment, profileName } from "./state.js";

/** Everything that the step at hand changed, and the rules that refused it. */
export function Changes() {
  const { step, taken, ways } = moment.value ?? { ways: [] };
  if (!step || !taken) return <p>Make a step to see what it changes.</p>;
  return (
    <>
      {taken.rules.map((rule) => (
        <RuleText key={rule} index={rule} />
      ))}
      {taken.changes.length === 0 ? (
        <p>Nothing changed.</p>
      ) : (
        <ol class="changes">
          {taken.changes.map((change, i) => (
            <li key={i}>{changeText(change, taken.names)}</li>
          ))}
        </ol>
      )}
      {ways.length > 1 && (
        <p class="hint">
          {profileName.value} can answer this step in {ways.length} ways; this is one of them.
        </p>
      )}
    </>
  );
}

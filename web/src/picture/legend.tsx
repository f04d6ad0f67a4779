import { orphanedAlways, orphanedNow, signs } from "./words.js";

const entries: readonly [string, string][] = [
  [signs.running, "runs"],
  [signs.blocked, "sleeps in a call"],
  [signs.stopped, "is stopped by a signal"],
  [signs.zombie, "is a zombie: dead, and not reaped"],
  ["◆", "leads its session"],
  ["◇", "leads its group"],
  ["☀", "the group in the terminal's foreground"],
  ["⚬", `${orphanedNow}; without the word, ${orphanedAlways}`],
  ["exec", "has called exec"],
  ["!1", "so many signals are pending"],
  ["⊘1", "are blocked"],
  ["ƒ1", "are caught"],
  ["∅1", "are ignored"],
  ["→", "from parent to child"],
];

/** What the signs in the picture mean. */
export function Legend() {
  return (
    <details class="legend">
      <summary>What the signs mean</summary>
      <dl>
        {entries.map(([sign, meaning]) => (
          <div key={sign}>
            <dt>{sign}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

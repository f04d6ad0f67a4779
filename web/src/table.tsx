import type { SceneProcess } from "retinue";
import { stateText, terminalText } from "./picture/words.js";
import { scene } from "./state.js";

const columns: readonly [string, (process: SceneProcess) => string][] = [
  ["process", ({ name, pid }) => `${name} (${pid})`],
  ["parent", ({ parent }) => parent],
  ["group", ({ group }) => group],
  ["session", ({ session }) => session],
  ["state", stateText],
  ["terminal", ({ terminal }) => terminal],
  ["blocked", ({ blocked }) => blocked.join(" ")],
  ["pending", ({ pending }) => pending.join(" ")],
  ["exec", ({ execed }) => (execed ? "yes" : "no")],
];

/** The state of the kernel as text, for those who do not look at pictures. */
export function Table() {
  const { processes = [], terminals = [] } = scene.value ?? {};
  return (
    <>
      <table>
        <caption>Processes</caption>
        <thead>
          <tr>
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {processes.map((process) => (
            <tr key={process.pid}>
              {columns.map(([name, textFor]) => (
                <td key={name}>{textFor(process)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {terminals.map((terminal) => (
        <p key={terminal.name}>
          {terminal.name}: {terminalText(terminal)}.
        </p>
      ))}
    </>
  );
}

import { listOf, stepsOf, type Trace } from "../trace/index.js";

/** A trace that can serve as an example. */
export interface Scenario {
  /** Its path, as it is shown. */
  readonly file: string;
  readonly trace: Trace;
}

/** The traces whose front matter names a rule; the one that has its name comes first. */
export function scenariosOfRule(id: string, scenarios: readonly Scenario[]): Scenario[] {
  const naming = scenarios.filter(({ trace }) => listOf(trace, "rules").includes(id));
  return namesakeFirst(id, naming);
}

function namesakeFirst(id: string, scenarios: readonly Scenario[]): Scenario[] {
  const path = `/${id.replace(".", "/")}.trace`;
  const isNamesake = ({ file }: Scenario) => file.endsWith(path);
  return [...scenarios.filter(isNamesake), ...scenarios.filter((other) => !isNamesake(other))];
}

/** The traces in which a call is made. */
export function scenariosOfCall(call: string, scenarios: readonly Scenario[]): Scenario[] {
  const calls = ({ trace }: Scenario) => stepsOf(trace).some((step) => step.call.function === call);
  return scenarios.filter(calls);
}

/**
 * The traces that can tell an answer to a question from the others; of any answer if none is given.
 */
export function scenariosOfQuestion(
  id: string,
  scenarios: readonly Scenario[],
  alternative?: string,
): Scenario[] {
  const wanted = alternative === undefined ? `${id}=` : `${id}=${alternative}`;
  const tells = (entry: string) =>
    alternative === undefined ? entry.startsWith(wanted) : entry === wanted;
  const telling = scenarios.filter(({ trace }) => listOf(trace, "questions").some(tells));
  return namesakeFirst(id, telling);
}

/** The paths of the traces. */
export function filesOf(scenarios: readonly Scenario[]): string[] {
  return scenarios.map(({ file }) => file);
}

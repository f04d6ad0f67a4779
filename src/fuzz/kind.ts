import type { Divergence } from "../diff/result.js";
import type { StepVerdict, Verdict } from "../oracle/follow.js";
import type { Answer, Effect } from "../trace/ast.js";
import { printAnswer } from "../trace/index.js";
import type { Observation, ProcessRow } from "../world.js";

/**
 * What two divergences have in common that are most likely one: the call, what it gave, what was
 * allowed, and how the processes differ, without who is meant.
 */
export function kindOf({ step, observed, allowed, differs, expectedRows }: StepVerdict): string {
  const wanted = [...new Set(allowed.map(outcomeOf))].sort();
  const rows = differs.includes("processes") ? fieldsThatDiffer(expectedRows, observed) : [];
  const what = `${step.call.function} gave ${outcomeOf(observed)}, not ${wanted.join(" or ")}`;
  return rows.length === 0 ? what : `${what}; ${rows.join(", ")} differ`;
}

/** The kinds of divergence in a trace, in the order of its steps, each once. */
export function kindsIn({ steps }: Verdict): string[] {
  return [...new Set(steps.filter(({ differs }) => differs.length > 0).map(kindOf))];
}

function outcomeOf({ answer, effects }: Pick<Observation, "answer" | "effects">): string {
  const seen = [...new Set(effects.map(shapeOfEffect))].sort();
  return [shapeOf(answer), ...seen].join(" + ");
}

/** What an answer says, without who is meant. */
export function shapeOf(answer: Answer): string {
  switch (answer.kind) {
    case "error":
      return answer.errno;
    case "value":
      return shapeOfValue(answer.value);
    case "report":
      return printAnswer({ ...answer, child: "a child" });
    case "set":
      return "a set";
    default:
      return printAnswer(answer);
  }
}

/** 0 is not just any number. */
function shapeOfValue(value: string): string {
  if (value === "0") return value;
  return /^\d+$/.test(value) ? "a number" : "a name";
}

function shapeOfEffect(effect: Effect): string {
  switch (effect.kind) {
    case "caught":
      return `caught ${effect.signal}`;
    case "resumed":
      return `${effect.function} resumed ${shapeOf(effect.answer)}`;
    case "died":
      return effect.status.kind === "killed" ? `killed by ${effect.status.signal}` : "exited";
    default:
      return effect.kind;
  }
}

const fields = ["parent", "group", "session", "state", "terminal", "foreground"] as const;

function fieldsThatDiffer(expected: readonly ProcessRow[], observed: Observation): string[] {
  const rows = observed.processes ?? [];
  if (rows.length !== expected.length) return ["the processes themselves"];
  return fields.filter((field) =>
    expected.some((row) => rows.find(({ name }) => name === row.name)?.[field] !== row[field]),
  );
}

/** The divergence in a few words, for a title: `setpgid gives 0, where linux gives -1 EACCES`. */
export function titleOf({ call, observed, allowed, rows }: Divergence, profile: string): string {
  const name = call.replace(/^[^:]*: /, "");
  const wanted = [...new Set(allowed.map(({ text }) => text.join("; ")))];
  const seen = observed.join("; ");
  if (rows.length > 0 && wanted.includes(seen))
    return `after ${name} the processes are not where ${profile} has them`;
  const [first = "nothing"] = wanted;
  const others = wanted.length > 1 ? " or something else" : "";
  return `${name} gives ${seen}, where ${profile} gives ${first}${others}`;
}

import type {
  Answer,
  Argument,
  Call,
  Directive,
  Effect,
  Ending,
  Expectation,
  Field,
  Item,
  Override,
  Parallel,
  Status,
  Step,
  Trace,
} from "./ast.js";
import { toTexts } from "./calls.js";
import { argumentText } from "./kind.js";
import { isMarker } from "./queries.js";

/** The word that opens a block. */
export const PARALLEL = "parallel";

/** The canonical text of a trace. `parse` gives the same trace back. */
export function print(trace: Trace): string {
  const front = trace.fields.length === 0 ? [] : ["---", ...trace.fields.map(printField), "---"];
  return [...front, ...trace.items.map(printItem)].map((line) => `${line}\n`).join("");
}

/** `key: text` or `key: [a, b]`. */
export function printField({ key, value }: Field): string {
  return `${key}: ${typeof value === "string" ? value : `[${value.join(", ")}]`}`;
}

function printItem(item: Item): string {
  switch (item.kind) {
    case "step":
      return printStep(item);
    case "directive":
      return printDirective(item);
    case "parallel":
      return printParallel(item);
    case "blank":
      return item.comment === undefined ? "" : printComment(item.comment);
  }
}

function printParallel({ lines, comment }: Parallel): string {
  const inner = lines.flatMap((line) => printItem(line).split("\n"));
  const indented = inner.map((line) => (line === "" ? "" : `  ${line}`));
  return [`${PARALLEL} {${trailing(comment)}`, ...indented, "}"].join("\n");
}

function printDirective({ name, arguments: written, comment }: Directive): string {
  return (
    [`@ ${name}`, ...written.map((argument: Argument) => argumentText(argument))].join(" ") +
    trailing(comment)
  );
}

/** A step with the lines below it; no newline at the end. */
export function printStep({ actor, call, expectation, overrides, comment }: Step): string {
  const result = expectation ? printAnswers(expectation.answers) : "";
  const head = `${actor}: ${printCall(call)}${result}${trailing(comment)}`;
  return [head, ...below(expectation, "  "), ...overrides.flatMap(printOverride)].join("\n");
}

function printOverride(override: Override): string[] {
  const { profiles, answers, comment } = override;
  const head = `  [${profiles.join(", ")}]${printAnswers(answers)}${trailing(comment)}`;
  return [head, ...below(override, "    ")];
}

function below(expectation: Expectation | undefined, indentation: string): string[] {
  return (expectation?.effects ?? []).map((effect) => indentation + printEffect(effect));
}

/** `setpgid(job, 0)` */
export function printCall(call: Call): string {
  return `${call.function}(${toTexts(call).join(", ")})`;
}

/** Alternatives with what joins them to their call: ` = 0 | -1 EPERM`, ` <unfinished ...>`. */
export function printAnswers(answers: readonly Answer[]): string {
  const [first] = answers;
  if (!first) return "";
  return `${isMarker(first) ? " " : " = "}${answers.map(printAnswer).join(" | ")}`;
}

/** One answer: `0`, `-1 EPERM`, `job [exited 0]`, `<unfinished ...>`, `?`, `{SIGCHLD}`, `<not run>`. */
export function printAnswer(answer: Answer): string {
  switch (answer.kind) {
    case "value":
      return answer.value;
    case "report":
      return `${answer.child} [${printStatus(answer.status)}]`;
    case "error":
      return `-1 ${answer.errno}`;
    case "set":
      return `{${answer.signals.join(", ")}}`;
    case "blocked":
      return "<unfinished ...>";
    case "gone":
      return "?";
    case "not-run":
      return "<not run>";
  }
}

/**
 * `job: --- SIGUSR1 ---`, `job: +++ killed by SIGTERM +++`, `shell: <... waitpid resumed> = job
 * [exited 0]`; no indentation.
 */
export function printEffect(effect: Effect): string {
  return `${effect.process}: ${event(effect)}`;
}

function event(effect: Effect): string {
  switch (effect.kind) {
    case "caught":
      return `--- ${effect.signal} ---`;
    case "resumed":
      return `<... ${effect.function} resumed> = ${printAnswer(effect.answer)}`;
    case "stopped":
    case "continued":
      return `--- ${effect.kind} ---`;
    case "died":
      return `+++ ${printEnding(effect.status)} +++`;
  }
}

function printStatus(status: Status): string {
  switch (status.kind) {
    case "exited":
      return `exited ${status.code}`;
    case "killed":
    case "stopped":
      return `${status.kind} ${status.signal}`;
    case "continued":
      return "continued";
  }
}

function printEnding(status: Ending): string {
  return status.kind === "exited" ? `exited with ${status.code}` : `killed by ${status.signal}`;
}

function trailing(comment: string | undefined): string {
  return comment === undefined ? "" : `  ${printComment(comment)}`;
}

function printComment(comment: string): string {
  return comment === "" ? "#" : `# ${comment}`;
}

import { toTexts } from "./calls.js";
import { argumentText } from "./kind.js";
import { isMarker } from "./queries.js";
/** The word that opens a block. */
export const PARALLEL = "parallel";
/** The canonical text of a trace. `parse` gives the same trace back. */
export function print(trace) {
    const front = trace.fields.length === 0 ? [] : ["---", ...trace.fields.map(printField), "---"];
    return [...front, ...trace.items.map(printItem)].map((line) => `${line}\n`).join("");
}
/** `key: text` or `key: [a, b]`. */
export function printField({ key, value }) {
    return `${key}: ${typeof value === "string" ? value : `[${value.join(", ")}]`}`;
}
function printItem(item) {
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
function printParallel({ lines, comment }) {
    const inner = lines.flatMap((line) => printItem(line).split("\n"));
    const indented = inner.map((line) => (line === "" ? "" : `  ${line}`));
    return [`${PARALLEL} {${trailing(comment)}`, ...indented, "}"].join("\n");
}
function printDirective({ name, arguments: written, comment }) {
    return ([`@ ${name}`, ...written.map((argument) => argumentText(argument))].join(" ") +
        trailing(comment));
}
/** A step with the lines below it; no newline at the end. */
export function printStep({ actor, call, expectation, overrides, comment }) {
    const result = expectation ? printAnswers(expectation.answers) : "";
    const head = `${actor}: ${printCall(call)}${result}${trailing(comment)}`;
    return [head, ...below(expectation, "  "), ...overrides.flatMap(printOverride)].join("\n");
}
function printOverride(override) {
    const { profiles, answers, comment } = override;
    const head = `  [${profiles.join(", ")}]${printAnswers(answers)}${trailing(comment)}`;
    return [head, ...below(override, "    ")];
}
function below(expectation, indentation) {
    return (expectation?.effects ?? []).map((effect) => indentation + printEffect(effect));
}
/** `setpgid(job, 0)` */
export function printCall(call) {
    return `${call.function}(${toTexts(call).join(", ")})`;
}
/** Alternatives with what joins them to their call: ` = 0 | -1 EPERM`, ` <unfinished ...>`. */
export function printAnswers(answers) {
    const [first] = answers;
    if (!first)
        return "";
    return `${isMarker(first) ? " " : " = "}${answers.map(printAnswer).join(" | ")}`;
}
/** One answer: `0`, `-1 EPERM`, `job [exited 0]`, `<unfinished ...>`, `?`, `{SIGCHLD}`, `<not run>`. */
export function printAnswer(answer) {
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
export function printEffect(effect) {
    return `${effect.process}: ${event(effect)}`;
}
function event(effect) {
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
function printStatus(status) {
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
function printEnding(status) {
    return status.kind === "exited" ? `exited with ${status.code}` : `killed by ${status.signal}`;
}
function trailing(comment) {
    return comment === undefined ? "" : `  ${printComment(comment)}`;
}
function printComment(comment) {
    return comment === "" ? "#" : `# ${comment}`;
}

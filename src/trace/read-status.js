import * as term from "./grammar/parser.terms.js";
import { kinds } from "./kinds.js";
import { readNumber } from "./read-call.js";
import { children } from "./reading.js";
import { actionComplaint, caughtComplaint } from "./signals.js";
/** What a status can be about, by its words. */
const forms = new Map([
    ["exited", "exited"],
    ["killed", "killed"],
    ["stopped", "stopped"],
    ["continued", "continued"],
    ["exited with", "exited"],
    ["killed by", "killed"],
]);
/** What `wait` reports of a child: `[exited 3]`, `[stopped SIGTSTP]`. */
export function readReported(reading, node) {
    const status = wordsIn(reading, node).includes(" ") ? undefined : readStatus(reading, node);
    if (status)
        return status;
    reading.problem(node, `\`${reading.text(node)}\` is not what becomes of a child`, "`exited 0`, `killed SIGKILL`, `stopped SIGTSTP` or `continued`");
    return { kind: "continued" };
}
/** How a process ends: `+++ killed by SIGTERM +++`. */
export function readEnding(reading, node) {
    const status = wordsIn(reading, node).includes(" ") ? readStatus(reading, node) : undefined;
    if (status?.kind === "exited" || status?.kind === "killed")
        return status;
    reading.problem(node, `\`${reading.text(node)}\` is not how a process ends`, "`exited with 0` or `killed by SIGKILL`");
    return { kind: "exited", code: 0 };
}
function wordsIn(reading, node) {
    const words = node.getChildren(term.Name).map((child) => reading.text(child));
    return words.join(" ");
}
/** A status in words; undefined if it is none. */
function readStatus(reading, node) {
    const kind = forms.get(wordsIn(reading, node));
    const number = node.getChild(term.Number);
    const constant = node.getChild(term.Constant);
    if (kind === "exited" && number)
        return { kind, code: readCode(reading, number) };
    if (kind === "killed" && constant)
        return { kind, signal: readSignal(reading, constant, "ends") };
    if (kind === "stopped" && constant)
        return { kind, signal: readSignal(reading, constant, "stops") };
    return kind === "continued" && !number && !constant ? { kind } : undefined;
}
/** What happens to a process that lives on: `--- SIGUSR1 ---`, `--- stopped ---`. */
export function readEvent(reading, node) {
    const [word, ...more] = children(node).slice(1, -1);
    const text = word ? reading.text(word) : "";
    if (word?.type.id === term.Constant && more.length === 0) {
        const complaint = caughtComplaint(text);
        if (complaint !== undefined)
            reading.problem(word, complaint);
        return { kind: "caught", signal: text };
    }
    if ((text === "stopped" || text === "continued") && more.length === 0)
        return { kind: text };
    const told = text === "stopped" ? "which signal stopped a process, only its parent can know" : "";
    reading.problem(node, told || `\`${reading.text(node)}\` is not what happens to a process`, told ? "`--- stopped ---`" : "`--- SIGUSR1 ---`, `--- stopped ---` or `--- continued ---`");
    return { kind: "stopped" };
}
function readCode(reading, node) {
    const value = readNumber(reading, node);
    const complaint = kinds.status.complaint({ kind: "number", value, at: reading.at(node) });
    if (complaint !== undefined)
        reading.problem(node, complaint);
    return value;
}
function readSignal(reading, node, action) {
    const text = reading.text(node);
    const complaint = actionComplaint(text, action);
    if (complaint !== undefined)
        reading.problem(node, complaint);
    return text;
}

import { errnos } from "./errnos.js";
import * as term from "./grammar/parser.terms.js";
import { NO_GROUP } from "./ids.js";
import { kinds } from "./kinds.js";
import { hint } from "./nearest.js";
import { isMarker } from "./queries.js";
import { readNumber } from "./read-call.js";
import { readSet } from "./read-quoted.js";
import { readReported } from "./read-status.js";
import { children } from "./reading.js";
import { actions, setComplaint } from "./signal-kinds.js";
import { MOST_BYTES } from "./terminal-kinds.js";
const answerNodes = new Set([
    term.Value,
    term.Report,
    term.Refusal,
    term.Set,
    term.Blocked,
    term.Gone,
    term.NotRun,
]);
/** Whether a node is an answer. */
export function isAnswer(node) {
    return answerNodes.has(node.type.id);
}
/** The alternatives of an expectation. */
export function readAnswers(reading, node, answered) {
    const nodes = children(node).filter(isAnswer);
    const answers = nodes.map((child) => readAnswer(reading, child, answered));
    const [first] = answers;
    const equals = node.firstChild?.name === "=";
    if (first && isMarker(first) && equals)
        reading.problem(node, `\`${reading.text(nodes[0] ?? node)}\` stands without \`=\``);
    if (first && !isMarker(first) && !equals)
        reading.problem(node, "a result is written after `=`", "`=`");
    return answers;
}
/** One answer, with its checks. */
export function readAnswer(reading, node, answered) {
    switch (node.type.id) {
        case term.Value:
            return readValue(reading, node, answered);
        case term.Report:
            return readReport(reading, node, answered);
        case term.Refusal:
            return readRefusal(reading, node);
        case term.Set:
            return readSignals(reading, node, answered);
        case term.Blocked:
            if (answered.signature && !answered.signature.sleeps) {
                reading.problem(node, `${answered.signature.text} never sleeps`);
            }
            return { kind: "blocked" };
        case term.Gone:
            return { kind: "gone" };
        default:
            return { kind: "not-run" };
    }
}
function readValue(reading, node, answered) {
    const text = reading.text(node);
    const word = node.firstChild ?? node;
    if (word.type.id === term.Number)
        return readNumeral(reading, word, answered);
    if (word.type.id === term.Constant)
        reading.problem(node, constantComplaint(text));
    else
        readName(reading, node, answered);
    return { kind: "value", value: text };
}
function constantComplaint(text) {
    return errnos.includes(text)
        ? `a failed call is written \`-1 ${text}\``
        : `\`${text}\` is not a result`;
}
function readNumeral(reading, node, { signature }) {
    const value = readNumber(reading, node);
    if (value === -1) {
        reading.problem(node, "`-1` is followed by the name of the error", "an error: `-1 EPERM`");
    }
    else if (signature && givesId(signature) && signature.binds !== "terminal") {
        const pid = kinds.process.complaint({ kind: "number", value, at: reading.at(node) });
        const stands = signature.gives === "foreground" && value === NO_GROUP;
        if (pid !== undefined && !stands)
            reading.problem(node, pid);
    }
    else if (signature && !isNumberOf(signature, value)) {
        wrongShape(reading, node, signature);
    }
    return { kind: "value", value: String(value) };
}
function givesId({ gives }) {
    return gives === "id" || gives === "foreground";
}
/** Whether a call that gives no ID can give this number. */
function isNumberOf({ gives }, value) {
    if (gives === "count")
        return value >= 0 && value <= MOST_BYTES;
    return value === 0 && (gives === "zero" || gives === "report" || gives === "siginfo");
}
/** Whether a word is what a call gives, and no name. */
function isWordOf({ gives }, word) {
    if (gives === "siginfo")
        return word === UNTOUCHED;
    return gives === "disposition" && actions.some((action) => action === word);
}
function readName(reading, node, { signature, step }) {
    const name = reading.text(node);
    if (signature && isWordOf(signature, name))
        return;
    if (signature && !givesId(signature))
        wrongShape(reading, node, signature);
    else if (signature?.binds && step !== undefined) {
        reading.names.bind(name, signature.binds, step, node.from);
    }
    else
        reading.names.value(name, node.from);
}
/** What is written where `waitid` has left its caller's memory as it was. */
const UNTOUCHED = "untouched";
const reports = "`job [exited 0]`, `job [killed SIGKILL]`, `job [stopped SIGTSTP]`, `job [continued]`";
const shapes = {
    zero: { says: "gives 0 if it succeeds", expected: "0" },
    id: { says: "gives an ID", expected: "a name" },
    foreground: { says: "gives a group", expected: `a name, 0, or ${NO_GROUP}` },
    count: { says: "gives a number of bytes", expected: `0 to ${MOST_BYTES}` },
    report: { says: "says what became of a child", expected: `${reports}, or 0` },
    siginfo: {
        says: "says what became of a child",
        expected: `${reports}, 0, or \`${UNTOUCHED}\``,
    },
    set: { says: "gives signals", expected: "`{SIGCHLD, SIGTSTP}` or `{}`" },
    disposition: {
        says: "says what is set",
        expected: actions.map((action) => `\`${action}\``).join(", "),
    },
    failure: { says: "returns only when it fails", expected: "`-1 EINTR`" },
    nothing: { says: "does not return", expected: "`?`" },
};
/** Notes that a call cannot give what is stated. */
function wrongShape(reading, node, signature) {
    const { says, expected } = shapes[signature.gives];
    reading.problem(node, `${signature.text} ${says}`, expected);
}
function readReport(reading, node, { signature }) {
    const [child, status] = children(node);
    const name = child ? reading.text(child) : "";
    if (signature && signature.gives !== "report" && signature.gives !== "siginfo")
        wrongShape(reading, node, signature);
    else
        reading.names.process(name, node.from);
    return { kind: "report", child: name, status: readReported(reading, status ?? node) };
}
function readSignals(reading, node, { signature }) {
    const signals = readSet(reading, node);
    const complaint = setComplaint(signals);
    if (signature && signature.gives !== "set")
        wrongShape(reading, node, signature);
    else if (complaint !== undefined)
        reading.problem(node, complaint);
    return { kind: "set", signals };
}
function readRefusal(reading, node) {
    const number = node.firstChild;
    const name = node.lastChild;
    const errno = name ? reading.text(name) : "";
    if (number && reading.text(number) !== "-1")
        reading.problem(number, "a failed call gives -1", "`-1`");
    if (name && !errnos.includes(errno))
        reading.problem(name, `\`${errno}\` is not an error${hint(errno, errnos)}`);
    return { kind: "error", errno };
}

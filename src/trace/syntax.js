import * as term from "./grammar/parser.terms.js";
import { PARALLEL } from "./print.js";
const result = "a result: 0, a name, `-1 ERRNO`, `name [exited 0]`, `?`";
const argument = "an argument";
const line = "a step such as `init: fork() = shell`, a directive or a comment";
const blockLine = "a step, indented by two spaces, or `}` to end the block";
const status = "`[exited N]`, `[killed SIGNAL]`, `[stopped SIGNAL]` or `[continued]`";
const event = "`--- SIGNAL ---`, `--- stopped ---` or `--- continued ---`";
const ending = "`+++ killed by SIGNAL +++` or `+++ exited with N +++`";
const resumption = "`<... CALL resumed> = RESULT`";
const lineEnd = "the end of the line";
const stray = "an indented line belongs to the step directly above it, and there is none";
/**
 * What could have stood at an error, by the node it is in and by the part of that node before it.
 */
const expectations = {
    Trace: line,
    FrontMatter: "`key: value`, or `---` to end the front matter",
    "Field Key": "`:`",
    Field: "a text or a list `[a, b]`, to the end of the line",
    "Field List": lineEnd,
    "List ListItem": "`,` or `]`",
    List: "an item of the list",
    Actor: "the name of a process",
    "Step Actor": "`:`",
    "BlockStep Actor": "`:`",
    "BlockStep :": "a call such as `fork()`",
    "BlockStep Call": "`= RESULT`, `<unfinished ...>`, `<not run>`, a comment or the end of the line",
    BlockStep: "a comment or the end of the line",
    Parallel: blockLine,
    "Parallel {": "a comment or the end of the line",
    "Parallel }": lineEnd,
    "Step :": "a call such as `fork()`",
    "Step Call": "`= RESULT`, `<unfinished ...>`, `<not run>`, a comment or the end of the line",
    Step: "a comment or the end of the line",
    "Call Function": "`(`",
    "Call (": `${argument}, or \`)\``,
    "Call ,": argument,
    Call: "`,` or `)`",
    Constants: "a constant",
    "Set {": "a signal, or `}`",
    "Set ,": "a signal",
    Set: "`,` or `}`",
    "Expectation =": result,
    "Expectation |": result,
    Expectation: "`|` and another result, a comment or the end of the line",
    Status: status,
    Effect: [event, ending, resumption].join("; "),
    "Effect Actor": "`:`",
    "Effect Event": lineEnd,
    "Effect Died": lineEnd,
    "Effect Resumed": lineEnd,
    Event: event,
    Died: ending,
    Resumed: resumption,
    "Resumed =": result,
    Profiles: "profiles, as in `[linux, darwin]`",
    "Override Profiles": "`= RESULT`, `<unfinished ...>` or `<not run>`",
    Override: "a comment or the end of the line",
    "Directive @": "the name of a directive",
    Directive: `${argument}, a comment or the end of the line`,
};
/**
 * Notes every place where the text is not made of the language's parts, at most one in a line.
 *
 * @param end errors from this offset on are not looked at
 * @returns where the top-level nodes start that cannot be read
 */
export function readErrors(reading, tree, end) {
    const lines = new Set();
    const broken = new Set();
    const note = (node, offset, message, expected) => {
        if (offset >= end && offset < reading.source.text.length)
            return;
        broken.add(unitOf(node).from);
        const { line: at } = reading.source.position(offset);
        if (!lines.has(at))
            reading.problem(offset, message, expected);
        lines.add(at);
    };
    /** Below a line that could not be read, an indented line is no problem of its own. */
    const noteStray = (node, from) => {
        const { line: at } = reading.source.position(from);
        if (lines.has(at - 1))
            lines.add(at);
        note(node, from, stray);
    };
    tree.iterate({
        // A node is only made where it is needed: most of the tree is in order.
        enter(place) {
            const { type, from } = place;
            if (isStray(reading, place))
                noteStray(place.node, from);
            if (!type.isError)
                return;
            const { node } = place;
            const offset = nextWord(reading.source.text, from);
            const misplaced = openText(reading, offset) ?? misplacement(reading, offset);
            if (misplaced !== undefined)
                note(node, offset, misplaced);
            else
                note(node, offset, unexpected(reading, offset), expectationAt(reading, node, offset));
        },
    });
    return broken;
}
/** Whether a node is a line of its own, but indented. Comments may be; of blocks the reader knows. */
function isStray(reading, place) {
    const { type, from } = place;
    if (type.id !== term.Step && type.id !== term.Directive && type.id !== term.Parallel)
        return false;
    if (from === 0 || reading.source.text[from - 1] === "\n")
        return false;
    return place.node.parent?.type.id !== term.Parallel;
}
/** A text in quotes that does not end, or is none. */
function openText(reading, offset) {
    const { text } = reading.source;
    if (text[offset] !== '"' || /^"([^\\"\r\n]|\\[^\r\n])*"/.test(text.slice(offset)))
        return undefined;
    return 'a text in quotes ends with `"` on the line on which it begins';
}
/** What belongs below a step, but starts its line. */
function misplacement(reading, offset) {
    const { text } = reading.source;
    const { column } = reading.source.position(offset);
    if (column === 1)
        return text[offset] === "[" ? below("an override") : undefined;
    const isEffect = ["+++", "---", "<..."].some((mark) => text.startsWith(mark, offset));
    const isIndented = /[ \t]/.test(text[offset - column + 1] ?? "");
    if (isIndented && /^[ \t]+parallel[ \t]*\{/.test(text.slice(offset - column + 1, offset + 1)))
        return "a block stands at the start of a line, and not in another block";
    if (isIndented && /^[ \t]+\}/.test(text.slice(offset - column + 1, offset + 1)))
        return "the `}` that ends a block stands at the start of its line";
    return isEffect && !isIndented ? below("an effect") : undefined;
}
function below(what) {
    return `${what} is indented, below its step`;
}
function unexpected(reading, offset) {
    const word = /^[\w-]{1,40}|^./su.exec(reading.source.text.slice(offset, offset + 40))?.[0];
    if (word === undefined)
        return "unexpected end of the file";
    if (/^\r?\n/.test(reading.source.text.slice(offset, offset + 2)))
        return "unexpected end of the line";
    return word === "\r" ? "unexpected carriage return" : `unexpected \`${word}\``;
}
function expectationAt(reading, node, offset) {
    const parent = node.parent?.name ?? "";
    // A repaired line above may still be open.
    const starts = reading.source.position(offset).column === 1;
    const top = topLevel(node).name;
    if (starts && top === "Parallel")
        return blockLine;
    if (starts && top !== "FrontMatter")
        return line;
    const key = `${parent} ${previous(node)}`;
    if (key === "Step Actor" && isHead(reading, node))
        return "`{`, or `:` if it is a process";
    return expectations[key] ?? expectations[parent];
}
/** Whether the word before an error is the one that opens a block. */
function isHead(reading, { prevSibling }) {
    return prevSibling !== null && reading.text(prevSibling) === PARALLEL;
}
/** The part before an error, if it is not an error too. */
function previous(node) {
    const sibling = node.prevSibling;
    return sibling && !sibling.type.isError ? sibling.name : "";
}
/** What is not read if there is an error in it: a line of a block, or what stands at the top. */
function unitOf(node) {
    let unit = node;
    while (unit.parent && !unit.parent.type.isTop) {
        if (unit.parent.type.id === term.Parallel && !unit.type.isError)
            break;
        unit = unit.parent;
    }
    return unit;
}
function topLevel(node) {
    let top = node;
    while (top.parent && !top.parent.type.isTop)
        top = top.parent;
    return top;
}
/** An error that is a gap starts behind the last word. What is wrong is the next one. */
function nextWord(text, offset) {
    let at = offset;
    while (text[at] === " " || text[at] === "\t")
        at++;
    return at;
}

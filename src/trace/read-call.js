import { conflictIn, kindOf, signatures } from "./calls.js";
import * as term from "./grammar/parser.terms.js";
import { INT_MAX, INT_MIN } from "./ids.js";
import { kinds } from "./kinds.js";
import { hint } from "./nearest.js";
import { readSet, readText } from "./read-quoted.js";
import { children } from "./reading.js";
const argumentNodes = new Set([
    term.Word,
    term.Dotted,
    term.Path,
    term.Number,
    term.Constants,
    term.Set,
    term.String,
]);
/** The call of a step, with its checks. */
export function readCall(reading, node) {
    const [head, ...rest] = children(node);
    const name = head ? reading.text(head) : "";
    const signature = signatures.get(name);
    const nodes = rest.filter((child) => isArgument(child));
    const written = nodes.map((child, index) => readArgument(reading, child, kindOf(name, index)));
    if (signature)
        checkCount(reading, node, signature.text, signature.parameters, written.length);
    else
        reading.problem(node, `there is no call \`${name}\`${instead(name)}`);
    const call = { function: name, arguments: written, at: reading.at(node) };
    if (!signature)
        return call;
    if (signature.binds === "terminal")
        reading.names.opens(node.from);
    const areRight = checkArguments(reading, signature.text, signature.parameters, nodes, written);
    if (areRight)
        checkTogether(reading, signature.text, call, nodes);
    return call;
}
/** Notes what is wrong with arguments that are right one by one. */
function checkTogether(reading, text, call, nodes) {
    const conflict = conflictIn(call);
    const place = conflict && nodes[conflict.index];
    if (place)
        reading.problem(place, `${text}: ${conflict.message}`);
}
/** Functions of the C library that a trace says with a call. */
const wrappers = new Map([
    ["signal", "sigaction(sig, catch)"],
    ["killpg", "kill(-job, sig)"],
    ["setpgrp", "setpgid(0, 0)"],
    ["vfork", "fork()"],
    ["exit", "_exit(status)"],
]);
function instead(name) {
    const call = wrappers.get(name);
    return call === undefined ? hint(name, signatures.keys()) : `: write \`${call}\``;
}
/** Whether a node is an argument of a call or of a directive. */
export function isArgument(node) {
    return argumentNodes.has(node.type.id);
}
/** One argument. Where no name can stand, a bare word is a constant. */
export function readArgument(reading, node, kind) {
    const at = reading.at(node);
    const text = reading.text(node);
    switch (node.type.id) {
        case term.Number:
            return { kind: "number", value: readNumber(reading, node), at };
        case term.Constants:
            return readConstants(reading, node);
        case term.Set:
            return { kind: "set", words: readSet(reading, node), at };
        case term.String:
            return { kind: "text", text: readText(reading, node), at };
        case term.Path:
            return { kind: "constants", words: [text], at };
        case term.Dotted:
            return readDotted(reading, node);
    }
    if (text.startsWith("-"))
        return { kind: "name", name: text.slice(1), negated: true, at };
    if (kind && !kind.names)
        return { kind: "constants", words: [text], at };
    return { kind: "name", name: text, negated: false, at };
}
function readDotted(reading, node) {
    const text = reading.text(node);
    const name = text.slice(0, text.indexOf("."));
    if (text !== `${name}.master`)
        reading.problem(node, `a terminal has no part \`${text}\``, `\`${name}\` or \`${name}.master\``);
    return { kind: "master", name, at: reading.at(node) };
}
function readConstants(reading, node) {
    const at = reading.at(node);
    const words = reading.text(node).split(/[ \t]*\|[ \t]*/);
    if (words.length === 1 && words[0] === "INT_MIN")
        return { kind: "number", value: INT_MIN, at };
    if (words.length === 1 && words[0] === "INT_MAX")
        return { kind: "number", value: INT_MAX, at };
    return { kind: "constants", words, at };
}
/** A number as it is written: decimal without needless zeros, or hexadecimal. */
export function readNumber(reading, node) {
    const text = reading.text(node);
    if (/^(0|-?[1-9][0-9]*|0x[0-9a-fA-F]+)$/.test(text))
        return Number(text);
    reading.problem(node, `\`${text}\` is not a number`);
    return 0;
}
/** Checks how many arguments there are. `text` is what the message calls the whole. */
export function checkCount(reading, node, text, parameters, count) {
    const least = parameters.filter((parameter) => !parameter.optional).length;
    if (count >= least && count <= parameters.length)
        return;
    const bound = count < least ? "at least " : "at most ";
    const most = count < least ? least : parameters.length;
    const takes = `${least < parameters.length ? bound : ""}${most} argument${most === 1 ? "" : "s"}`;
    reading.problem(node, `${text} takes ${takes}, not ${count}`);
}
/**
 * Checks what stands as each parameter. `text` is what the message calls the whole.
 *
 * @returns whether each is right
 */
export function checkArguments(reading, text, parameters, nodes, written) {
    let areRight = true;
    for (const [index, argument] of written.entries()) {
        const parameter = parameters[index];
        const node = nodes[index];
        if (!parameter || !node)
            return false;
        const kind = kinds[parameter.kind];
        const complaint = kind.complaint(argument);
        if (complaint !== undefined)
            reading.problem(node, `${text}: ${complaint}`, kind.wants);
        else
            noteName(reading, argument, kind, node.from);
        areRight &&= complaint === undefined;
    }
    return areRight;
}
/** A name in an argument must stand for what the call wants. */
function noteName(reading, argument, kind, offset) {
    if (argument.kind !== "name" && argument.kind !== "master")
        return;
    if (kind.names === "terminal")
        reading.names.terminal(argument.name, offset);
    else
        reading.names.argument(argument.name, offset);
}

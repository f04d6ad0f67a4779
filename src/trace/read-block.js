import * as term from "./grammar/parser.terms.js";
import { MAX_BLOCK_STEPS } from "./limits.js";
import { PARALLEL } from "./print.js";
import { checkIndentation, readComment, readStep } from "./read-step.js";
import { children } from "./reading.js";
/** How deep the steps of a block are indented. */
const depth = 2;
/**
 * A block with its steps, and their checks.
 *
 * @param isBroken whether a line cannot be read, which has been said already
 */
export function readParallel(reading, node, isBroken) {
    checkName(reading, node);
    reading.names.enterBlock();
    const whole = children(node).filter((line) => !isBroken(line));
    const lines = groupsIn(reading, whole).map((group) => readGroup(reading, group));
    reading.names.leaveBlock();
    checkCount(reading, node, lines);
    return { kind: "parallel", lines, ...readComment(reading, node), at: reading.at(node) };
}
/** The steps of a block as the tree has them. */
export function stepsInBlock(node) {
    return node.getChildren(term.BlockStep);
}
function checkName(reading, node) {
    const word = node.getChild(term.BlockName) ?? node;
    const name = reading.text(word);
    if (name !== PARALLEL)
        reading.problem(word, `there is no block \`${name}\``, `\`${PARALLEL}\``);
}
function checkCount(reading, node, lines) {
    const steps = lines.filter(({ kind }) => kind === "step").length;
    if (steps > MAX_BLOCK_STEPS)
        reading.problem(node, `a block has at most ${MAX_BLOCK_STEPS} steps, and this one ${steps}`);
}
function groupsIn(reading, lines) {
    const groups = [];
    for (const line of lines) {
        const last = groups.at(-1);
        switch (line.type.id) {
            case term.BlockStep:
            case term.Blank:
                groups.push({ head: line, below: [] });
                break;
            case term.Directive:
                reading.problem(line, "a directive stands outside of blocks: in one it has no place in time");
                break;
            case term.Effect:
            case term.Override:
                if (last?.head.type.id === term.BlockStep)
                    last.below.push(line);
                else
                    reading.problem(line.firstChild ?? line, stray);
        }
    }
    return groups;
}
const stray = "an effect or an override stands directly below its step, and there is none";
function readGroup(reading, { head, below }) {
    if (head.type.id === term.Blank)
        return { kind: "blank", ...readComment(reading, head), at: reading.at(head) };
    checkIndentation(reading, head, depth, "a step in a block is indented by two spaces");
    return readStep(reading, head, { nodes: below, depth });
}

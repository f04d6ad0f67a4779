import { Names } from "./names.js";
/** What the parts of a parser share while they read one text. */
export class Reading {
    source;
    profiles;
    names = new Names();
    found = [];
    constructor(source, 
    /** The profiles an override may name; any if undefined. */
    profiles) {
        this.source = source;
        this.profiles = profiles;
    }
    text(node) {
        return this.source.text.slice(node.from, node.to);
    }
    at(node) {
        return this.source.position(node.from);
    }
    /** Notes that something is wrong at an offset, or where a node starts. */
    problem(place, message, expected) {
        const offset = typeof place === "number" ? place : place.from;
        this.found.push({ offset, problem: this.source.problem(offset, message, expected) });
    }
    /** Everything that is wrong, in the order of the text. */
    problems() {
        return this.found.sort((a, b) => a.offset - b.offset).map(({ problem }) => problem);
    }
}
/** The children of a node, brackets and separators too. */
export function children(node) {
    const all = [];
    for (let child = node.firstChild; child; child = child.nextSibling)
        all.push(child);
    return all;
}

import { argumentText } from "./kind.js";
/** The least and the greatest number that a pid could be. */
export const INT_MIN = -2147483648;
/** See `INT_MIN`. */
export const INT_MAX = 2147483647;
/** What FreeBSD gives as the foreground group where there is none: no process has this number. */
export const NO_GROUP = 100000;
const limits = ["INT_MIN", "INT_MAX"];
const idWords = "0, a negative number, INT_MIN or INT_MAX";
/**
 * An ID: a name, 0, a negative number, INT_MIN or INT_MAX; for some calls the negative of a name.
 */
function id(who, options = {}) {
    return {
        wants: `${who}, ${idWords}`,
        words: ["unused", ...(options.outside === false ? [] : ["outside"]), ...limits],
        names: "process",
        complaint(argument) {
            if (argument.kind === "number")
                return numberComplaint(argument.value);
            if (argument.kind !== "name")
                return `\`${argumentText(argument)}\` is not the name of a process`;
            if (argument.negated && !options.negated)
                return `the negative of a name, \`-${argument.name}\`, says nothing here`;
            if (argument.name === "outside" && options.outside === false)
                return "`outside` is never sent a signal";
            return undefined;
        },
        numeral: limit,
    };
}
/** What is wrong with a number as that of a process. */
export function numberComplaint(value) {
    if (value < INT_MIN || value > INT_MAX)
        return `${value} does not fit into 32 bits`;
    if (value <= 0 || value === INT_MAX)
        return undefined;
    return `${value} would be the pid of some process, which a trace cannot know: write a name`;
}
function limit(value) {
    if (value === INT_MIN)
        return "INT_MIN";
    return value === INT_MAX ? "INT_MAX" : String(value);
}
const named = {
    wants: "a process by name",
    words: [],
    names: "process",
    complaint(argument) {
        if (argument.kind === "name" && !argument.negated)
            return undefined;
        return `\`${argumentText(argument)}\` is not the name of a process`;
    },
};
/** The kinds of parameters that stand for processes, groups and users. */
export const idKinds = {
    process: id("a process by name"),
    group: id("a group by the name of its leader"),
    selector: id("a child by name, a group such as -job", { negated: true }),
    target: id("a process by name, a group such as -job", { negated: true, outside: false }),
    child: id("a child or a group by name"),
    named,
};

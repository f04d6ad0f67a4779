/** The arguments with the numbers of the names in them. */
export function given(written, numberOf) {
    const at = (index) => written[index];
    return {
        id(index) {
            const argument = at(index);
            if (argument?.kind !== "name")
                return this.number(index);
            return argument.negated ? -numberOf(argument.name) : numberOf(argument.name);
        },
        number(index) {
            const argument = at(index);
            return argument?.kind === "number" ? argument.value : 0;
        },
        words(index) {
            const argument = at(index);
            return argument?.kind === "constants" || argument?.kind === "set" ? argument.words : [];
        },
        text(index) {
            const argument = at(index);
            return argument?.kind === "text" ? argument.text : "";
        },
        descriptor(index) {
            const argument = at(index);
            if (argument?.kind === "name")
                return { tag: "slave", val: numberOf(argument.name) };
            if (argument?.kind === "master")
                return { tag: "master", val: numberOf(argument.name) };
            return { tag: "dev-tty" };
        },
        has: (index) => at(index) !== undefined,
    };
}
/** The flags of the component's interface that words stand for. */
export function flagsOf(words, flags) {
    const chosen = words.flatMap((word) => flags.get(word) ?? []);
    return Object.fromEntries(chosen.map((flag) => [flag, true]));
}

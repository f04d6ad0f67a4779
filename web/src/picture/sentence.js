/** What a scene holds, in one sentence. */
export function sentenceOf({ processes, terminals }) {
    const count = (values) => new Set(values).size;
    const parts = [
        amount(processes.length, "process", "processes"),
        amount(count(processes.map(({ group }) => group)), "group"),
        amount(count(processes.map(({ session }) => session)), "session"),
        ...(terminals.length > 0 ? [amount(terminals.length, "terminal")] : []),
    ];
    return parts.join(", ");
}
function amount(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}

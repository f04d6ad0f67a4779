/** The kernel after an instruction of the trace. An instruction about a process that was never made is none. */
export function directed(machine, from, { name, arguments: [argument] }) {
    if (name !== "next-pid" || argument?.kind !== "name" || !from.names.has(argument.name))
        return from;
    return { ...from, state: machine.withNextPid(from.state, from.names.numberOf(argument.name)) };
}

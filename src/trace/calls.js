import { given, } from "./definition.js";
import { argumentText, argumentWord, wordsOf } from "./kind.js";
import { kinds } from "./kinds.js";
import { processCalls } from "./process-calls.js";
import { signalCalls } from "./signal-calls.js";
import { terminalCalls } from "./terminal-calls.js";
/**
 * Every call a trace can make. This table is all that the checks, the worlds and the editor know
 * about them.
 */
const definitions = { ...processCalls, ...signalCalls, ...terminalCalls };
const table = new Map(Object.entries(definitions));
/** Every call, for checks, completion and documentation. */
export const signatures = new Map([...table].map(([name, definition]) => [name, signature(name, definition)]));
function signature(name, definition) {
    const { parameters, gives, unless, sleeps, binds } = definition;
    const texts = parameters.map((parameter) => parameter.optional ? `[${parameter.name}]` : parameter.name);
    return {
        function: name,
        parameters,
        gives,
        ...(unless && { unless }),
        sleeps: sleeps === true,
        ...(binds && { binds }),
        text: `${name}(${texts.join(", ")})`,
    };
}
/** What is known about a call with these arguments; undefined if there is no such call. */
export function signatureOf(call) {
    const known = signatures.get(call.function);
    const last = call.arguments.at(-1);
    if (!known?.unless || !last || wordsOf(last)[0] !== known.unless.word)
        return known;
    return { ...known, gives: known.unless.gives };
}
/** The kind of a call's parameter; undefined if there is no such call or parameter. */
export function kindOf(name, index) {
    const parameter = table.get(name)?.parameters[index];
    return parameter && kinds[parameter.kind];
}
/** What is wrong with the arguments of a call that are right one by one; undefined if nothing is. */
export function conflictIn(call) {
    return table.get(call.function)?.conflict?.(given(call.arguments, () => 1));
}
/**
 * The call in the form of the component's interface.
 *
 * @param call a call of a trace that `parse` accepted
 * @param numberOf the numbers of the names in it
 * @throws {Error} if there is no such call
 */
export function toSyscall(call, numberOf) {
    const definition = table.get(call.function);
    if (!definition)
        throw new Error(`there is no call ${call.function}`);
    return definition.syscall(given(call.arguments, numberOf));
}
/** The canonical texts of the arguments. */
export function toTexts(call) {
    return call.arguments.map((argument, index) => argumentText(argument, kindOf(call.function, index)));
}
/** The arguments as an agent takes them: the canonical texts, without white space in any of them. */
export function toWords(call) {
    return call.arguments.map((argument, index) => argumentWord(argument, kindOf(call.function, index)));
}

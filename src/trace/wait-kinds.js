import { argumentText, oneOf, wordsComplaint } from "./kind.js";
/** A bit in the options of `waitpid` and `waitid` that no kernel defines. */
export const UNDEFINED_OPTION = 0x1000;
const undefinedOption = `0x${UNDEFINED_OPTION.toString(16)}`;
/** The options of `waitpid` and `waitid`, and what the component calls them. */
export const waitOptions = new Map([
    ["WNOHANG", "nohang"],
    ["WUNTRACED", "untraced"],
    ["WSTOPPED", "untraced"],
    ["WCONTINUED", "continued"],
    ["WEXITED", "exited"],
    ["WNOWAIT", "nowait"],
    [undefinedOption, "unknown"],
]);
function options(call, words) {
    return {
        wants: `0, or some of ${words.join("|")}|${undefinedOption}`,
        words: [...words, undefinedOption],
        complaint(argument) {
            if (argument.kind === "constants")
                return wordsComplaint(argument.words, [...words, undefinedOption], `an option of ${call}`);
            if (argument.kind !== "number")
                return `\`${argumentText(argument)}\` is not an option of ${call}`;
            if (argument.value === 0 || argument.value === UNDEFINED_OPTION)
                return undefined;
            return `write the options by name; the bit that no kernel defines is ${undefinedOption}`;
        },
        numeral: (value) => (value === UNDEFINED_OPTION ? undefinedOption : String(value)),
    };
}
/** The kinds of parameters that only waits have. */
export const waitKinds = {
    options: options("waitpid", ["WNOHANG", "WUNTRACED", "WCONTINUED", "WEXITED", "WNOWAIT"]),
    waitid: options("waitid", ["WEXITED", "WSTOPPED", "WCONTINUED", "WNOHANG", "WNOWAIT"]),
    idtype: oneOf("P_PID", "P_PGID", "P_ALL"),
};

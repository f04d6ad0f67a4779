import { ExternalTokenizer } from "@lezer/lr";
import { Fence, indent } from "./grammar/parser.terms.js";
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
const END = -1;
/**
 * The tokens that only the start of a line can hold: the indentation of a line that says something,
 * and `---`.
 */
export const lines = new ExternalTokenizer((input) => {
    const before = input.peek(-1);
    if (before !== NEWLINE && before !== END)
        return;
    if (isSpace(input.next))
        indentation(input);
    else if (input.next === DASH)
        fence(input);
});
function indentation(input) {
    while (isSpace(input.next))
        input.advance();
    if (!isLineEnd(input.next) && input.next !== HASH)
        input.acceptToken(indent);
}
function fence(input) {
    for (let dashes = 0; dashes < 3; dashes++) {
        if (input.next !== DASH)
            return;
        input.advance();
    }
    let ahead = 0;
    while (isSpace(input.peek(ahead)))
        ahead++;
    if (isLineEnd(input.peek(ahead)))
        input.acceptToken(Fence);
}
function isSpace(code) {
    return code === SPACE || code === TAB;
}
function isLineEnd(code) {
    return code === NEWLINE || code === RETURN || code === END;
}

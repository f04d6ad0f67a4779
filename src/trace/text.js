/** The text without blanks and tabs at its ends. Other white space says something, so it stays. */
export function trimmed(text) {
    let start = 0;
    let end = text.length;
    while (start < end && isBlank(text[start]))
        start++;
    while (end > start && isBlank(text[end - 1]))
        end--;
    return text.slice(start, end);
}
function isBlank(character) {
    return character === " " || character === "\t";
}
/** The text with a mark for every control character, which could move a terminal's cursor. */
export function visible(text) {
    return text.replace(/[^\P{Cc}\t]/gu, "\uFFFD");
}

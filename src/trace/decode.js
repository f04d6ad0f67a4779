import { MAX_LENGTH, notText, tooLong } from "./limits.js";
/**
 * The text of a file.
 *
 * @param bytes the whole file
 * @param file its name, for messages
 * @throws {TraceError} if the bytes are too many or are not UTF-8 text
 */
export function decode(bytes, file) {
    if (bytes.length > MAX_LENGTH)
        throw tooLong(file);
    if (bytes.includes(0))
        throw notText(file);
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        throw notText(file);
    }
}

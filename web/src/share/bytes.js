/** The bytes, compressed. */
export function deflated(bytes) {
    return through(bytes, new CompressionStream("deflate-raw"), Number.POSITIVE_INFINITY);
}
/**
 * What was compressed.
 *
 * @param most so many bytes come out at most: a short text can stand for a very long one
 * @throws if the bytes are damaged, or too many come out
 */
export function inflated(bytes, most) {
    return through(bytes, new DecompressionStream("deflate-raw"), most);
}
async function through(bytes, stream, most) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const chunks = [];
    let length = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done)
            break;
        chunks.push(value);
        length += value.length;
        if (length <= most)
            continue;
        await reader.cancel();
        throw new RangeError(`more than ${most} bytes`);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
/** The bytes in letters, digits, `-` and `_`, which no address needs to escape. */
export function toBase64url(bytes) {
    const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
/** @throws if the text has other characters, or ends in the middle of a byte */
export function fromBase64url(text) {
    if (!/^[\w-]*$/.test(text))
        throw new RangeError("not base64url");
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

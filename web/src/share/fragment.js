import { MAX_LENGTH } from "retinue";
import { deflated, fromBase64url, inflated, toBase64url } from "./bytes.js";
/** A fragment that cannot be read. The message says why, for whoever followed the link. */
export class FragmentError extends Error {
    name = "FragmentError";
}
/** The form that is written; a page that learns another gives it another number. */
const form = "v1.";
const anyForm = /^v\d+\./;
/** No text that can be read as a trace makes a longer one: a character has up to six bytes here. */
const MOST_BYTES = 6 * MAX_LENGTH + 65536;
/** The part of an address behind `#`. */
export async function toFragment(shared) {
    const bytes = new TextEncoder().encode(JSON.stringify(shared));
    return form + toBase64url(await deflated(bytes));
}
/**
 * What a fragment carries; undefined if it is not about a trace, but a place in the page.
 *
 * @throws {FragmentError} if it is damaged, or of another form
 */
export async function fromFragment(fragment) {
    if (!anyForm.test(fragment))
        return undefined;
    if (!fragment.startsWith(form))
        throw new FragmentError("The link was made by another version of this page.");
    const shared = await contents(fragment.slice(form.length)).catch(() => undefined);
    if (isShared(shared))
        return shared;
    throw new FragmentError("The link is damaged: it may have been cut off when it was copied.");
}
async function contents(text) {
    const bytes = await inflated(fromBase64url(text), MOST_BYTES);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}
function isShared(value) {
    if (typeof value !== "object" || value === null)
        return false;
    const { text, kernel, beside, step, schedule } = value;
    return ([text, kernel, beside].every((part) => typeof part === "string") &&
        Number.isSafeInteger(step) &&
        Number(step) >= 0 &&
        (schedule === undefined || isListOf(schedule, (turns) => isListOf(turns, isText))));
}
function isListOf(value, isOne) {
    return Array.isArray(value) && value.every(isOne);
}
function isText(value) {
    return typeof value === "string";
}

import { batch, computed, effect, signal } from "@preact/signals";
import { index, kernelNamed, otherName, profileName, schedule, text } from "../state.js";
import { FragmentError, fromFragment, toFragment } from "./fragment.js";
/** What is to be said about the address; the empty string if nothing is. */
export const notice = signal("");
/** The page as a link carries it. */
export const shared = computed(() => ({
    text: text.value,
    kernel: profileName.value,
    beside: otherName.value,
    step: index.value,
    ...(schedule.value && { schedule: schedule.value }),
}));
/** What the page shows if no link says otherwise. */
const plain = shared.peek();
/** Between a change and its place in the address, in milliseconds: one types faster. */
const PAUSE = 300;
/** The most characters of an address that everybody passes on whole. */
const LONGEST = 32000;
/** The link to what the page shows; undefined if it were too long for a link. */
export async function linkTo(page) {
    const address = new URL(location.href);
    address.hash = await toFragment(page);
    return address.href.length <= LONGEST ? address.href : undefined;
}
/** Shows what the address carries, and keeps the address up to date from then on. */
export async function followAddress() {
    await readAddress();
    addEventListener("hashchange", () => void readAddress());
    effect(() => {
        const page = shared.value;
        if (page === known)
            return;
        const timer = setTimeout(() => void writeAddress(page), PAUSE);
        return () => clearTimeout(timer);
    });
}
/** What the address says already. */
let known;
async function readAddress() {
    const fragment = location.hash.slice(1);
    try {
        const page = await fromFragment(fragment);
        if (page) {
            notice.value = "";
            show(page);
        }
    }
    catch (error) {
        if (!(error instanceof FragmentError))
            throw error;
        show(plain);
        notice.value = `${error.message} This is the page as it begins.`;
    }
    known = shared.peek();
}
function show(page) {
    batch(() => {
        text.value = page.text;
        profileName.value = nameOf(page.kernel, plain.kernel);
        otherName.value = page.beside && nameOf(page.beside, "");
        index.value = page.step;
        schedule.value = page.schedule;
    });
}
/** The kernel of a link, or another where this page does not know it. */
function nameOf(name, otherwise) {
    if (kernelNamed(name))
        return name;
    const instead = otherwise === "" ? "nothing stands" : `${otherwise} is shown`;
    notice.value = `The link is about the kernel “${name}”, which this page does not know: ${instead} in its place.`;
    return otherwise;
}
async function writeAddress(page) {
    const link = await linkTo(page);
    if (page !== shared.peek() || page === known)
        return;
    const address = new URL(location.href);
    address.hash = "";
    history.replaceState(history.state, "", link ?? address.href);
    known = page;
}

import { batch, computed, signal } from "@preact/signals";
import { blocksOf, type Interleaving, interleavings, printStep, stepsIn } from "retinue";
import { goTo, index, kernelNamed, otherName, profileName, read, schedule } from "../state.js";
import { placesOn, scheduleThrough, stepsUntil } from "./walking.js";

/** The orders are those of the kernel beside, if there is one. */
export const wantsBeside = signal(false);
/** The kernel whose orders are walked. */
export const walkedName = computed(() =>
  wantsBeside.value && otherName.value !== "" ? otherName.value : profileName.value,
);

/** Which block is walked through, from 0. */
export const wantedBlock = signal(0);

/** The blocks of the trace; none if the text cannot be read. */
export const blocks = computed(() => (read.value.trace ? blocksOf(read.value.trace) : []));
export const blockIndex = computed(() => Math.min(wantedBlock.value, blocks.value.length - 1));

/** The steps of the block as text: while they are the same, so is the way through them. */
const blockText = computed(() => {
  const block = blocks.value[blockIndex.value];
  return block ? stepsIn(block).map(printStep).join("\n") : "";
});

/** The turns that were chosen, and the block that they are of. */
const walked = signal({ block: "", turns: [] as readonly string[] });

/** The turns on the way so far: at first those of the picture's schedule. */
const turns = computed(() =>
  walked.value.block === blockText.value
    ? walked.value.turns
    : (schedule.value?.[blockIndex.value] ?? []),
);

const beginning = computed(() => {
  const { trace } = read.value;
  const profile = kernelNamed(walkedName.value);
  if (!trace || !profile || blocks.value.length === 0) return undefined;
  return interleavings(trace, profile, blockIndex.value);
});

/** The places on the way so far, from the beginning of the block. */
export const places = computed(() =>
  beginning.value ? placesOn(beginning.value, turns.value) : [],
);

/** Goes on, or back, to where these turns have been made. */
export function walkTo(to: readonly string[]): void {
  walked.value = { block: blockText.peek(), turns: to };
}

/** Lets the picture go the way to a place, and stand there. */
export function showInPicture(place: Interleaving): void {
  const { trace } = read.peek();
  const profile = kernelNamed(walkedName.peek());
  if (!trace || !profile) return;
  const at = blockIndex.peek();
  batch(() => {
    schedule.value = scheduleThrough({ trace, profile, schedule: schedule.peek() }, at, place);
    index.value = stepsUntil(trace, at, place.turns.length);
  });
}

/** Lets the picture go in the order in which the blocks are written. */
export function showAsWritten(): void {
  schedule.value = undefined;
  goTo(index.peek());
}

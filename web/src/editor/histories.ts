import { blocksOf, type Rule, type Step, stepsIn, type Timeline, type Trace } from "retinue";
import { type Note, noteOf } from "./note.js";

/** The histories of one text under the kernel, and under the one beside it. */
export interface Histories {
  readonly kernel: string;
  readonly own: Timeline;
  /** The trace that it is a history of. */
  readonly trace: Trace | undefined;
  readonly besideName: string;
  readonly beside: Timeline | undefined;
  /** The moments at which they part. */
  readonly differing: ReadonlySet<number>;
  readonly rules: readonly Rule[];
}

/** Tells of the step that leads to a moment. What was told once is kept. */
export function notesOf(histories: Histories): (index: number) => Note | undefined {
  const { kernel, own, beside, besideName, differing, rules } = histories;
  const inBlocks = stepsOfBlocks(histories.trace);
  const told = new Map<number, Note | undefined>();
  return (index) => {
    const moment = own.moments[index];
    if (!moment || told.has(index)) return told.get(index);
    const note = noteOf({
      kernel,
      moment,
      inBlock: inBlocks.get(moment.step?.at.line ?? 0),
      rules,
      beside: differing.has(index)
        ? { kernel: besideName, moment: beside?.moments[index] }
        : undefined,
    });
    told.set(index, note);
    return note;
  };
}

/** The steps of the blocks by their lines, with what they state. */
function stepsOfBlocks(trace: Trace | undefined): ReadonlyMap<number, Step> {
  const steps = trace ? blocksOf(trace).flatMap(stepsIn) : [];
  return new Map(steps.map((step) => [step.at.line, step]));
}

import type { ChangeDesc, Text } from "@codemirror/state";
import type { Moment } from "retinue";

/** Where the line of a step is, and which moment the step leads to. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/** The lines of a history's steps, in the order of the text that it is a history of. */
export function placesIn(doc: Text, moments: readonly Moment[]): readonly Place[] {
  const places = moments.flatMap(({ step }, index) => {
    if (!step || step.at.line > doc.lines) return [];
    const { from, to } = doc.line(step.at.line);
    return [{ from, to, index }];
  });
  return places.sort((a, b) => a.from - b.from);
}

/** Where the steps of a history are in a text that was edited since. */
export class Places {
  constructor(
    private readonly places: readonly Place[],
    private readonly since: ChangeDesc,
  ) {}

  /** After more was edited. */
  edited(changes: ChangeDesc): Places {
    return new Places(this.places, this.since.composeDesc(changes));
  }

  /** The step of which the line begins last before a position; undefined if none does. */
  before(position: number): Place | undefined {
    const found = this.places[this.countUpTo(this.since.invertedDesc.mapPos(position, 1)) - 1];
    return found && this.now(found);
  }

  /** The steps whose lines begin in a range. */
  within(from: number, to: number): Place[] {
    const back = this.since.invertedDesc;
    const first = this.countUpTo(back.mapPos(from, -1) - 1);
    return this.places
      .slice(first, this.countUpTo(back.mapPos(to, 1)))
      .map((place) => this.now(place));
  }

  /** The line of the step that leads to a moment. */
  of(index: number): Place | undefined {
    const found = this.places.find((place) => place.index === index);
    return found && this.now(found);
  }

  /** Whether something was edited in the line of a step since. */
  isTouched({ from, to }: Place): boolean {
    const back = this.since.invertedDesc;
    return back.touchesRange(from, to) !== false;
  }

  private now({ from, to, index }: Place): Place {
    return { from: this.since.mapPos(from, 1), to: this.since.mapPos(to, 1), index };
  }

  /** How many begin at this position of the old text or before it. */
  private countUpTo(position: number): number {
    let low = 0;
    let high = this.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[middle]?.from ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

import type { Random } from "fast-check";

/** Something to choose, and how often it is chosen: a weight of 0 is never. */
export type Weighted<T> = readonly [weight: number, value: T];

/** Chance, drawn from fast-check's generator: equal seeds give equal draws. */
export class Dice {
  constructor(private readonly random: Random) {}

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return this.random.nextInt(least, most);
  }

  /** True this many times of a hundred. */
  chance(percent: number): boolean {
    return this.random.nextInt(1, 100) <= percent;
  }

  /** One of the values; undefined if there is none. */
  pick<T>(values: readonly T[]): T | undefined {
    return values.length === 0 ? undefined : values[this.random.nextInt(0, values.length - 1)];
  }

  /** One of at least one. */
  oneOf<T>(first: T, ...others: readonly T[]): T {
    return this.pick([first, ...others]) as T;
  }

  /** One of the values by weight; undefined if all weights are 0. */
  weighted<T>(choices: readonly Weighted<T>[]): T | undefined {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    if (total === 0) return undefined;
    let left = this.random.nextInt(1, total);
    for (const [weight, value] of choices) {
      left -= weight;
      if (left <= 0) return value;
    }
    return undefined;
  }

  /** Some of the values, each of them this many times of a hundred, in their order. */
  some<T>(values: readonly T[], percent: number): T[] {
    return values.filter(() => this.chance(percent));
  }
}

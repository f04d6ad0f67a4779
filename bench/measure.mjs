/**
 * The median time of one of `count` operations over several rounds, in nanoseconds. What compiles
 * while it runs needs some rounds that do not count, until it is compiled.
 */
export function cost(count, operation, { rounds = 15, warmUp = 1 } = {}) {
  for (let i = 0; i < warmUp; i++) operation();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    operation();
    return Number(process.hrtime.bigint() - start) / count;
  });
  return median(times);
}

/** As `cost`, for an operation that is awaited. */
export async function costAwaited(count, operation, rounds = 5) {
  await operation();
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = process.hrtime.bigint();
    await operation();
    times.push(Number(process.hrtime.bigint() - start) / count);
  }
  return median(times);
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** The median time of one of `count` operations over several rounds, in nanoseconds. */
export function cost(count, operation, rounds = 15) {
  operation();
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

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has something said when a signal ends the program, which it still does: the agent takes its own
 * processes with it when nobody talks to it any more.
 *
 * @returns a function that leaves the signals alone again
 */
export function onInterruption(say: (signal: NodeJS.Signals) => void): () => void {
  const stop = () => {
    for (const signal of signals) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    stop();
    say(signal);
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, end);
  return stop;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Turns the first signal that would end the program into a request to come to an end; the second
 * one ends it.
 */
export class Stopping implements Disposable {
  /** Whether a signal has come. */
  asked = false;
  private readonly heard = (): void => {
    this.asked = true;
    this[Symbol.dispose]();
  };

  constructor() {
    for (const signal of signals) process.on(signal, this.heard);
  }

  [Symbol.dispose](): void {
    for (const signal of signals) process.off(signal, this.heard);
  }
}

/** What the exit status says. */
export const status = { agreed: 0, diverged: 1, usage: 2, unable: 3 } as const;

/** An end that is no bug: the message is all that the user needs to see. */
export class Failure extends Error {
  override readonly name = "Failure";

  /**
   * @param exitStatus 2 for wrong usage and bad input, 3 where this machine cannot do what was
   *   asked
   */
  constructor(
    message: string,
    readonly exitStatus: 2 | 3,
  ) {
    super(message);
  }
}

/** Wrong usage, or input that makes no sense. */
export function badInput(message: string): Failure {
  return new Failure(message, status.usage);
}

/** Something that this machine does not have. */
export function unable(message: string): Failure {
  return new Failure(message, status.unable);
}

/** How much of what the agent wrote to its standard error a message shows. */
const shown = 2_000;

/** What an agent did wrong. */
export type Failure = "absent" | "refused" | "died" | "hung" | "rubbish" | "closed";

/**
 * The agent could not be started, died, hung or said something that makes no sense. The message
 * says what was seen and what to do about it.
 */
export class AgentError extends Error {
  override readonly name = "AgentError";
  /** What the agent, and the command in front of it, wrote to standard error. */
  readonly stderr: string;
  readonly failure: Failure;

  /**
   * @param failure what went wrong, in a word
   * @param seen what went wrong, a sentence without its full stop
   * @param advice what to do about it, a sentence without its full stop
   */
  constructor(failure: Failure, seen: string, advice: string, stderr = "") {
    const text = stderr.trim().slice(-shown);
    super(
      [`${seen}. ${advice}.`, ...(text ? [`It wrote to standard error:\n${text}`] : [])].join("\n"),
    );
    this.failure = failure;
    this.stderr = stderr;
  }
}

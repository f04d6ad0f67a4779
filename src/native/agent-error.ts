/** How much of what the agent wrote to its standard error a message shows. */
const shown = 2_000;

/**
 * The agent could not be started, died, hung or said something that makes no sense. The message says what was seen and
 * what to do about it.
 */
export class AgentError extends Error {
  override readonly name = "AgentError";
  /** What the agent, and the command in front of it, wrote to standard error. */
  readonly stderr: string;

  /**
   * @param seen what went wrong, a sentence without its full stop
   * @param advice what to do about it, a sentence without its full stop
   */
  constructor(seen: string, advice: string, stderr = "") {
    const text = stderr.trim().slice(-shown);
    super(
      [`${seen}. ${advice}.`, ...(text ? [`It wrote to standard error:\n${text}`] : [])].join("\n"),
    );
    this.stderr = stderr;
  }
}

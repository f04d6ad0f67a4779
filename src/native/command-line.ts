/** What stands for the agent in a command that is put in front of it. */
const placeholder = "{agent}";

/** One part of a word: text in quotes, a character after a backslash, or plain text. */
const part = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/sy;

/**
 * Splits a command into words as a shell does: blanks part words, quotes and backslashes keep them
 * together. Nothing is expanded.
 *
 * @throws {SyntaxError} if a quote is not closed
 */
export function splitCommand(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  part.lastIndex = 0;
  while (part.lastIndex < command.length) {
    const start = part.lastIndex;
    const match = part.exec(command);
    if (match) {
      const [, single, double, escaped, plain] = match;
      word =
        (word ?? "") + (single ?? double?.replace(/\\(["\\$`])/g, "$1") ?? escaped ?? plain ?? "");
      continue;
    }
    if (!/\s/.test(command.charAt(start)))
      throw new SyntaxError(`${command}\n${" ".repeat(start)}^ this is not closed`);
    if (word !== undefined) words.push(word);
    word = undefined;
    part.lastIndex = start + 1;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/**
 * The words that start the agent behind a command: its path replaces `{agent}`, or comes last.
 *
 * @throws {SyntaxError} if a quote is not closed
 */
export function commandFor(agent: string, via: string | undefined): string[] {
  const words = splitCommand(via ?? "");
  if (!words.some((word) => word.includes(placeholder))) return [...words, agent];
  return words.map((word) => word.replaceAll(placeholder, agent));
}

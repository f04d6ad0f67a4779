/** What strace writes in front of a line, and what it adds to an error. */
const head = /^((\[pid\s+\d+\]|\d+)\s+)?(\d\d:\d\d:\d\d(\.\d+)?\s+)?/;
const tail = /(?<=-1 E[A-Z0-9]+)\s*\(.*\)$/;

/**
 * The system calls under some functions of the C library, as strace writes them, and the functions.
 * How much is read or written decides nothing.
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^ioctl\((\d+), TIOCSPGRP, \[(-?\d+)\]\)/, "tcsetpgrp($1, $2)"],
  [/^ioctl\((\d+), TIOCGPGRP, [^)]*\)/, "tcgetpgrp($1)"],
  [/^ioctl\((\d+), TIOCGSID, [^)]*\)/, "tcgetsid($1)"],
  [/^ioctl\((\d+), [A-Z_ or]*TCSETSW?F?, [^)]*\)/, "tcsetattr($1, 0)"],
  [/^read\((\d+), .*, \d+\)/, "read($1, 1)"],
  [/^write\((\d+), .*, \d+\)/, 'write($1, "x")'],
];

/** A line of strace as a trace would have it; any other line as it is. */
export function withoutStrace(line: string): string {
  const bare = line.trim().replace(head, "").replace(tail, "");
  return spellings.reduce((text, [theirs, ours]) => text.replace(theirs, ours), bare);
}

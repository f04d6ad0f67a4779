/** The comment at the top of every page. */
export const notice =
  "<!-- Written by `node scripts/docs.mjs` from the catalogue and from runs of the model: do not edit. -->";

/**
 * A cell of a table: nothing in it may end it.
 *
 * @param {string} text
 */
function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

/** @param {string} text */
export function code(text) {
  return text === "" ? "" : `\`${text}\``;
}

/**
 * A link to a file of the repository, from a page in docs/.
 *
 * @param {string} file relative to the root
 * @param {string} text
 */
export function link(file, text) {
  return `[${text}](../${file})`;
}

/**
 * A page: blocks with an empty line between them.
 *
 * @param {readonly string[]} blocks
 */
export function page(blocks) {
  return `${[notice, ...blocks].join("\n\n")}\n`;
}

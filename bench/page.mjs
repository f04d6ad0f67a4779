// docs/performance.md as text: a head that names the machine, and a section for each part.

const start = "## ";

/**
 * @param {string} machine what all figures of a page were measured on
 */
export function headOf(machine) {
  return `# What it costs\n\nWritten by \`npm run bench -- --write\` on ${machine}.\n\n`;
}

/**
 * @param {string} title
 * @param {string} command
 * @param {readonly (readonly string[])[]} rows
 */
export function sectionOf(title, command, rows) {
  return [
    `${start}${title}`,
    "",
    `\`${command}\``,
    "",
    "| what | median | ratio × budget |",
    "|---|---|---|",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    "",
  ].join("\n");
}

/**
 * The page with some sections measured anew and the others as they are.
 *
 * @param {string} page as it is
 * @param {string} head of the machine that measured the new sections
 * @param {readonly string[]} titles of all sections, in their order
 * @param {ReadonlyMap<string, string>} sections the new ones, by their titles
 */
export function pageWith(page, head, titles, sections) {
  const kept = sectionsIn(page);
  const isWhole = titles.every((title) => sections.has(title));
  if (!isWhole && !isOfMachine(page, head)) throw new Error("figures of two machines on one page");
  const all = titles.map((title) => sections.get(title) ?? kept.get(title) ?? "");
  return `${head}${all.join("")}`.trimEnd().concat("\n");
}

/**
 * Whether the page was measured on the machine that the head names: figures of two are not to be
 * compared.
 *
 * @param {string} page
 * @param {string} head
 */
export function isOfMachine(page, head) {
  return page.startsWith(`${head}${start}`);
}

/** @param {string} page */
function sectionsIn(page) {
  const [, ...sections] = page.split(/^## /m);
  return new Map(
    sections.map((text) => [text.split("\n", 1)[0] ?? "", `${start}${text.trimEnd()}\n\n`]),
  );
}

/**
 * A node of a syntax tree, as far as it is looked at here.
 *
 * @typedef {{ type: string, start: number, end: number }} Node
 */

/**
 * Looks at every node of a syntax tree, each before those in it.
 *
 * @param {unknown} tree
 * @param {(node: Node) => void} look
 */
export function visit(tree, look) {
  if (typeof tree !== "object" || tree === null) return;
  if (Array.isArray(tree)) {
    for (const each of tree) visit(each, look);
    return;
  }
  if ("type" in tree && typeof tree.type === "string") look(/** @type {Node} */ (tree));
  for (const value of Object.values(tree)) visit(value, look);
}

/**
 * The code with something else in the place of some of its nodes, which lie apart.
 *
 * @param {string} code
 * @param {readonly { start: number, end: number }[]} nodes in the order of the text
 * @param {string} text
 */
export function replaced(code, nodes, text) {
  let from = 0;
  const kept = nodes.map(({ start, end }) => {
    const before = code.slice(from, start);
    from = end;
    return before + text;
  });
  return kept.join("") + code.slice(from);
}

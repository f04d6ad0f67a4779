import { invariants } from "../../dist/model/search.js";
import { code, table } from "./markdown.mjs";

/** What stands before and behind the table. */
const [start, stop] = [/(<!-- invariants: .*-->\n)/, "<!-- end of invariants -->"];

/**
 * docs/explore.md with the invariants that are tested.
 *
 * @param {string} text the page as it is
 */
export function withInvariants(text) {
  const [before, mark, rest = ""] = text.split(start);
  const after = rest.slice(rest.indexOf(stop));
  if (mark === undefined || !after.startsWith(stop))
    throw new Error("docs/explore.md has no place for the invariants");
  const rows = invariants().map(({ id, text: says, clause }) => [code(id), says, clause]);
  return `${before}${mark}\n${table(["invariant", "says", "clause"], rows)}\n\n${after}`;
}

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository, without a slash at the end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * An absolute path inside the repository.
 *
 * @param {...string} parts
 */
export function path(...parts) {
  return join(root, ...parts);
}

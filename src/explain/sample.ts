import { fieldOf, listOf, print, type Trace } from "../trace/index.js";
import type { Sample } from "./explanation.js";
import type { Scenario } from "./scenarios.js";

/**
 * A trace of the suite, to be read by people: without its front matter, and without what its
 * comments say to the keeper of the evidence.
 *
 * @returns undefined if it is not among the traces given
 */
export function sampleOf(
  path: string | undefined,
  scenarios: readonly Scenario[],
): Sample | undefined {
  if (path === undefined) return undefined;
  const found = scenarios.find(({ file }) => file === path || file.endsWith(`/${path}`));
  if (!found) return undefined;
  const { file, trace } = found;
  const steps = print({ ...trace, fields: [] })
    .trimEnd()
    .split("\n");
  return {
    file,
    title: fieldOf(trace, "title") ?? "",
    lines: steps.map((line) => withoutEvidence(line, trace)),
  };
}

/** A comment goes that only names evidence, or only says that the step is a control. */
function withoutEvidence(line: string, trace: Trace): string {
  const [step, comment] = line.split(/(?<=^|\s)# (.*)$/);
  if (comment === undefined) return line;
  const named = listOf(trace, "evidence").join("|");
  const ids = new RegExp(`^(?:(?:${named || "(?!)"})(?:/[\\w-]+)?\\s*)+`);
  const said = comment
    .replace(ids, "")
    .replace(/^:\s*/, "")
    .replace(/^control\b:?\s*/, "");
  return `${step ?? ""}${said === "" ? "" : `# ${said}`}`.trimEnd();
}

import { tied } from "../layout.js";
import type { Evidence } from "../model/catalog.js";

/** What each mark behind a fact about a kernel means. */
export const evidenceMarks: Readonly<Record<Evidence, { mark: string; means: string }>> = {
  measured: { mark: "M", means: "seen on a running kernel" },
  source: { mark: "S", means: "read in the kernel's source" },
  reported: { mark: "R", means: "reported by a third party from a running kernel" },
  general: { mark: "G", means: "the text of the standard, or common knowledge" },
  unverified: { mark: "?", means: "taken to be so, and to be confirmed" },
};

/** The key to the marks, as one text to be wrapped. */
export function evidenceLegend(): string {
  return Object.values(evidenceMarks)
    .map(({ mark, means }) => tied(`${mark} ${means}`))
    .join(" · ");
}

import type { Report } from "../diff/result.js";
import type { Reporter } from "./reporter.js";
import { version } from "./version.js";

/** A report with all that is needed to merge it: schema/blob.schema.json describes it. */
export interface Blob {
  /** The version of this form. */
  readonly blob: typeof BLOB;
  /** The version of retinue that ran the cases. */
  readonly retinue: string;
  readonly report: Report;
}

/** The version of the form of a blob. */
export const BLOB = 2;

/** One report of several that `retinue merge-reports` makes one of. */
export const blob: Reporter = {
  says: "for `retinue merge-reports`",
  mixes: false,
  render(report) {
    const content: Blob = { blob: BLOB, retinue: version, report };
    return `${JSON.stringify(content)}\n`;
  },
};

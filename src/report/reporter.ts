import type { Report } from "../diff/result.js";

/** How a report for people is written; what machines read does not depend on it. */
export interface Style {
  /** Whether colours may be used. */
  readonly color: boolean;
  /** Only what diverged or broke, and the counts. */
  readonly quiet: boolean;
  /** Columns of the terminal, at least 60. */
  readonly width: number;
}

/** What a report for people looks like where nothing is known about the reader. */
export const plainStyle: Style = { color: false, quiet: false, width: 100 };

/** One form of a report. */
export interface Reporter {
  /** Completes "`--reporter name`: …". */
  readonly says: string;
  /** Whether its output can stand among that of others in one stream. */
  readonly mixes: boolean;
  /** The whole report, with a newline at its end; nothing if there is nothing to say. */
  render(report: Report, style: Style): string;
}

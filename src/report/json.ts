import type { Reporter } from "./reporter.js";

/** The report as it is, in the form that schema/report.schema.json describes. */
export const json: Reporter = {
  says: "for programs; its schema is schema/report.schema.json",
  mixes: false,
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};

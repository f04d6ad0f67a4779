import { blob } from "./blob.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import type { Reporter } from "./reporter.js";
import { tap } from "./tap.js";
import { text } from "./text.js";

export { BLOB, type Blob } from "./blob.js";
export { changeText } from "./changes.js";
export { fingerprintText } from "./fingerprint.js";
export { fingerprintJson } from "./fingerprint-json.js";
export { isComplete, type Rehearsal, rehearsalJson, rehearsalText } from "./forecast.js";
export { conflicts, merge, missing, type Piece } from "./merge.js";
export { plainStyle, type Reporter, type Style } from "./reporter.js";
export { sideBySide } from "./side-by-side.js";
export { version } from "./version.js";

/** Every form of a report, by the name that `--reporter` takes. */
export const reporters: ReadonlyMap<string, Reporter> = new Map(
  Object.entries({ text, tap, junit, json, github, blob }),
);
export { explorationJson, explorationText } from "./exploration.js";
export { type SuiteReport, suiteJson, suiteText } from "./suite.js";

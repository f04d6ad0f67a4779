/**
 * `retinue`: traces, the kernel model that says what each of their steps must show, and the
 * comparison with what a world did show. It runs in a browser too; kernels that are real are in
 * `retinue/native`.
 *
 * @module
 */
export { caseName, compareTrace, summarise, withDifference } from "./diff/compare.js";
export { answering, swapping, unordered, without } from "./diff/variants.js";
export { plainCalls, plainSignals } from "./explore/alphabet.js";
export { explore, } from "./explore/exploration.js";
export { interleavings } from "./explore/interleaving.js";
export { suiteOfKernels, } from "./explore/kernels.js";
export { compareSchedules, mergedResult, runsOf, } from "./explore/runs.js";
export { scheduleProblem, schedulesOf } from "./explore/schedules.js";
export { STATES_OF_SUBJECT, subjects } from "./explore/subjects.js";
export { coveringSuite } from "./explore/suite.js";
export { fingerprint } from "./fingerprint/fingerprint.js";
export { textOf } from "./model/branch.js";
export { catalog, profileNamed, profileNames, } from "./model/catalog.js";
export { BOOT_PIDS, boot, CAPACITY, } from "./model/machine.js";
export { ProfileError, profileFrom, profileJson, } from "./model/profile-json.js";
export { invariants, } from "./model/search.js";
export { ModelWorld } from "./model/world.js";
export { forecast, mismatches, } from "./oracle/expect.js";
export { follow } from "./oracle/follow.js";
export { changeText } from "./report/changes.js";
export { choicesFor } from "./timeline/choices.js";
export { Timeline } from "./timeline/timeline.js";
export * from "./trace/index.js";

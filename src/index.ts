/**
 * `retinue`: traces, the kernel model that says what each of their steps must show, and the
 * comparison with what a world did show. It runs in a browser too; kernels that are real are in
 * `retinue/native`.
 *
 * @module
 */
export { caseName, compareTrace, summarise, withDifference } from "./diff/compare.js";
export type * from "./diff/result.js";
export { answering, swapping, unordered, without } from "./diff/variants.js";
export { type Check, checksOf } from "./explain/catalogue.js";
export { plainCalls, plainSignals } from "./explore/alphabet.js";
export {
  type ExplorationPlan,
  type Explored,
  explore,
  type Outcome as ExploredOutcome,
  type Violation,
} from "./explore/exploration.js";
export { type Interleaving, interleavings } from "./explore/interleaving.js";
export {
  type KernelSuite,
  type Standing as KernelStanding,
  suiteOfKernels,
  type Untold,
} from "./explore/kernels.js";
export {
  compareSchedules,
  mergedResult,
  type Run,
  type Runs,
  runsOf,
} from "./explore/runs.js";
export { type Schedules, scheduleProblem, schedulesOf } from "./explore/schedules.js";
export { STATES_OF_SUBJECT, type Subject, subjects } from "./explore/subjects.js";
export { type Cover, type CoveringSuite, coveringSuite } from "./explore/suite.js";
export type { AnswerLine } from "./fingerprint/answers.js";
export type { Distance } from "./fingerprint/distance.js";
export { type Fingerprint, fingerprint, type Label } from "./fingerprint/fingerprint.js";
export type { Place, Recording } from "./fingerprint/recording.js";
export type { CallLine, Precedence, RuleLine } from "./fingerprint/rules.js";
export type { Standing, Unmade } from "./fingerprint/standing.js";
export { type Branch, textOf } from "./model/branch.js";
export {
  type Alternative,
  type Answer as ProfileAnswer,
  type Breach,
  type Catalog,
  catalog,
  type Entry,
  type Evidence,
  type Order,
  type Profile,
  profileNamed,
  profileNames,
  type Question,
  type Rule,
} from "./model/catalog.js";
export {
  BOOT_PIDS,
  boot,
  CAPACITY,
  type Completion,
  type Errno,
  type Kernel,
  type KernelEffect,
  type KernelStep,
  type Outcome,
  type Possibilities,
  type Possibility,
  type Process,
  type Signal,
  type Syscall,
} from "./model/machine.js";
export {
  type AnswerJson,
  type OrderJson,
  ProfileError,
  type ProfileJson,
  profileFrom,
  profileJson,
  type RuleJson,
} from "./model/profile-json.js";
export type { Scene, SceneProcess, SceneTerminal } from "./model/scene.js";
export {
  type Invariant,
  invariants,
  type Progress as SearchProgress,
  type View,
} from "./model/search.js";
export { ModelWorld } from "./model/world.js";
export {
  type BlockForecast,
  type Forecast,
  forecast,
  type Mismatch,
  mismatches,
  textsOf,
} from "./oracle/expect.js";
export { type Aspect, follow, type StepVerdict, type Verdict } from "./oracle/follow.js";
export type { Passed } from "./oracle/interleave.js";
export type { Made, Outcome as BlockOutcome } from "./oracle/outcomes.js";
export { changeText } from "./report/changes.js";
export { choicesFor } from "./timeline/choices.js";
export { type Moment, Timeline } from "./timeline/timeline.js";
export * from "./trace/index.js";
export type * from "./world.js";

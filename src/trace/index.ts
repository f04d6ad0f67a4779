export type * from "./ast.js";
export { kindOf, type Signature, signatures, toSyscall, toTexts, toWords } from "./calls.js";
export { decode } from "./decode.js";
export type { Exception, Gives, NumberOf, Parameter } from "./definition.js";
export { directives } from "./directives.js";
export { errnos } from "./errnos.js";
export { type Problem, TraceError } from "./error.js";
export { type FieldKey, fieldKeys } from "./fields.js";
export { INT_MAX, INT_MIN } from "./ids.js";
export type { Kind } from "./kind.js";
export { type KindName, kinds } from "./kinds.js";
export {
  MAX_BLOCK_STEPS,
  MAX_LENGTH,
  MAX_LINES,
  MAX_STEPS,
  MAX_TERMINALS,
  MAX_WIDTH,
} from "./limits.js";
export { INIT, NONE, OUTSIDE, type Standing, UNSEEN, UNUSED } from "./names.js";
export { type ParseOptions, parse, traceParser } from "./parse.js";
export {
  print,
  printAnswer,
  printAnswers,
  printCall,
  printEffect,
  printField,
  printStep,
} from "./print.js";
export {
  bindingOf,
  blocksOf,
  expectationFor,
  fieldOf,
  isMarker,
  listOf,
  stepsIn,
  stepsOf,
} from "./queries.js";
export { printSchedule, readSchedule, type Schedule, ScheduleError } from "./schedule.js";
export { sequential, sequentialised } from "./sequential.js";
export {
  type DefaultAction,
  defaultActionOf,
  isFixed,
  namedSignals,
  signals,
  sortedSignals,
} from "./signals.js";

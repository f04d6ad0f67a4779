export {
  type CallOrder,
  type Place,
  ruleNamed,
  type Stance,
  standard,
} from "./catalogue.js";
export { explain, UnknownSubject } from "./explain.js";
export type * from "./explanation.js";
export { LineError } from "./line.js";
export type { Scenario } from "./scenarios.js";
export { explanationText } from "./text.js";

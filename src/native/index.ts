/**
 * `retinue/native`: the kernel under this process. Traces run on it through an agent; single calls
 * are made in this process, for programs that need what Node does not offer.
 *
 * @module
 */
export { AgentError } from "./agent-error.js";
export {
  getpgid,
  getpgrp,
  getsid,
  killpg,
  setpgid,
  setsid,
  tcgetpgrp,
  tcsetpgrp,
} from "./calls.js";
export type { AgentFacts, Isolation } from "./facts.js";
export { type NativeOptions, NativeWorld } from "./world.js";

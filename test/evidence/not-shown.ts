/**
 * What is known of kernels, or was reported, and no trace can show, with the reason. A test holds
 * that none of it is shown after all.
 */
export const notShown: ReadonlyMap<string, string> = new Map([
  ["SETPGID-THREAD", "a thread of a trace makes no calls"],
  ["SETSID-THREAD", "a thread of a trace makes no calls"],
  ["SETPGID-VFORK", "a trace has no vfork"],
  ["SIG-STOP-7", "a trace has no vfork"],
  ["GETPPID-2", "a parent outside the PID namespace is outside the trace as well"],
  ["KILL-PID-6", "a system's process 1 is signalled only in a machine that may be thrown away"],
  ["D-24", "a system's process 1 is signalled only in a machine that may be thrown away"],
  ["KILLPG-1", "killpg is a function of the C library; a trace calls kill"],
  ["D-38", "a trace shows decoded statuses: their numbers differ between systems"],
  ["ORPHAN-INIT", "it needs a system's process 1 as a parent in the same session"],
  ["D-44", "it needs a system's process 1 as a parent in the same session"],
]);

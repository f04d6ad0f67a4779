import { answer } from "../step";
import { Process } from "../process";

// The calls that cannot fail.

/** getpid() */
export function getpid(caller: Process): void { answer.returns(caller.pid); }
/** getppid(): the system's first process stands for every parent outside the trace. */
export function getppid(caller: Process): void { answer.returns(caller.parent); }
/** getpgrp() */
export function getpgrp(caller: Process): void { answer.returns(caller.group); }

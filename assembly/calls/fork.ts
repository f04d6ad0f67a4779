import { Errno } from "../errno";
import { answer } from "../step";
import { spawn } from "../kernel";
import { NOBODY, Process } from "../process";

/** fork(): the child has the caller's group and session and has not called exec. */
export function fork(caller: Process): void {
  const child = spawn(caller);
  if (child == NOBODY) answer.refuses(Errno.EAGAIN);
  else answer.returns(child.pid);
}

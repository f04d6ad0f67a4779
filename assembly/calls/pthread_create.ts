import { Errno } from "../errno";
import { Effect, answer, note } from "../step";
import { takePid } from "../numbers";
import { NOBODY, Pid, Process, find, ownerOfThread } from "../process";
import { Question, ask, deviant, permitted } from "../question";

export const enum ThreadId { NOBODY, PROCESS }
export const THREAD_ID = new Question("pthread_create.thread-id", "XSH getpgid ERRORS ESRCH",
  "Does the ID of a thread other than the first name its process, where a process ID is expected?",
  [
    permitted("nobody", "It names no process."),
    deviant("process", "It names the thread's process in getpgid, getsid and kill."),
  ]);

/** Starts the helper thread. A process of a trace has one at most. */
export function pthreadCreate(caller: Process): void {
  if (caller.thread != 0) {
    answer.refuses(Errno.EAGAIN);
    return;
  }
  const id = takePid();
  if (id == 0) {
    answer.refuses(Errno.EAGAIN);
    return;
  }
  caller.thread = id;
  note(Effect.STARTED_THREAD, caller.pid, id);
  answer.returns(id);
}

/**
 * The process whose thread this is, on a kernel where the ID of a thread is as good as its
 * process's; else NOBODY.
 */
export function processOfThread(id: Pid): Process {
  const owner = ownerOfThread(id);
  return owner.exists && ask(THREAD_ID) == ThreadId.PROCESS ? owner : NOBODY;
}

/** The process that a number names, by its own ID or by its thread's. */
export function named(id: Pid): Process {
  const process = find(id);
  return process.exists ? process : processOfThread(id);
}

import { INIT_PID, PID_MAX, Pid, find, header, ownerOfThread } from "./process";
import { Question, ask, permitted } from "./question";
import { groupExists, sessionExists } from "./session";
import { forgetForeground } from "./terminal";

// Which number a new process or thread gets.

export const enum SessionId { AVOIDED, REUSED }
export const SESSION_ID = new Question("fork.session-id", "XSH fork DESCRIPTION",
  "Is a number that is still the ID of a session kept from new processes, as the ID of a group is?", [
    permitted("avoided", "A new process never gets the ID of a session that has members."),
    permitted("reused",
      "Only processes and groups keep their numbers; a session whose leader is gone does not."),
  ]);

/**
 * A number that names no process, thread or group, and no session where the kernel avoids those.
 */
function isFree(pid: Pid): bool {
  if ((pid <= INIT_PID && !header.recycles) || find(pid).exists) return false;
  if (ownerOfThread(pid).exists || groupExists(pid)) return false;
  return !sessionExists(pid) || ask(SESSION_ID) == SessionId.REUSED;
}

/** A number for a new process or thread; 0 if none is free. */
export function takePid(): Pid {
  const pid = header.recycles ? lowestFree() : nextFree();
  if (pid != 0) forgetForeground(pid);
  return pid;
}

function lowestFree(): Pid {
  for (let pid = INIT_PID, stop = INIT_PID + header.capacity; pid < stop; pid++) {
    if (isFree(pid)) return pid;
  }
  return 0;
}

/**
 * The next free number from where the last search ended. There are more numbers than slots, so
 * there is one.
 */
function nextFree(): Pid {
  let pid = header.nextPid;
  while (!isFree(pid)) pid = pid >= PID_MAX ? INIT_PID + 1 : pid + 1;
  header.nextPid = pid >= PID_MAX ? INIT_PID + 1 : pid + 1;
  return pid;
}

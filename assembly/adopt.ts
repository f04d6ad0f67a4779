import { placeAmongSiblings } from "./kernel";
import { Pid, Process, State, find } from "./process";

// Going on from what was observed: a process takes the parent, group, session and state that were
// seen on a real kernel.

/** Overlays one observed process; false if the machine cannot be brought into that state. */
export function overlay(process: Process, parent: Pid, group: Pid, session: Pid, state: State,
  execed: bool): bool {
  process.group = group;
  process.session = session;
  process.execed = execed;
  if (process.parent != parent) placeAmongSiblings(find(parent), process);
  return overlayState(process, state);
}

/** What a process would be blocked in, and how it would have ended, is not seen. */
function overlayState(process: Process, state: State): bool {
  if (process.state == state) return true;
  if (state != State.RUNNING) return false;
  process.selector = 0;
  process.sleepsIn = 0;
  process.woken = false;
  process.state = state;
  return true;
}

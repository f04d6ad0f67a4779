import { placeAmongSiblings } from "./kernel";
import { Pid, Process, State, find } from "./process";
import { NO_TERMINAL, controlling } from "./terminal";
import { awaken } from "./wake";

// Going on from what was observed: a process takes the parent, group, session and state that were
// seen on a real kernel.

/** Overlays one observed process; false if the machine cannot be brought into that state. */
export function overlay(process: Process, parent: Pid, group: Pid, session: Pid, state: State,
  execed: bool): bool {
  process.group = group;
  process.session = session;
  process.latch = execed;
  if (process.parent != parent) placeAmongSiblings(find(parent), process);
  return overlayState(process, state);
}

/** Overlays what was seen of its controlling terminal. */
export function overlayTerminal(process: Process, has: bool, terminal: i32, foreground: Pid): void {
  process.terminal = has ? <u8>(terminal + 1) : NO_TERMINAL;
  if (has) controlling(process).foreground = foreground;
}

/** What a process would be blocked in, and how it would have ended, is not seen. */
function overlayState(process: Process, state: State): bool {
  if (process.state == state) return true;
  if (state != State.RUNNING) return false;
  awaken(process);
  process.state = state;
  return true;
}

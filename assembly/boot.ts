import {
  BLOCK, BLOCK_MAX, INIT_PID, OUTSIDE, OUTSIDE_PID, State, first, header,
} from "./process";

/** Boots the block: OUTSIDE and `init`, each the leader of its own session and group. */
export function bootTable(capacity: i32, recycles: bool): void {
  memory.fill(BLOCK, 0, BLOCK_MAX);
  header.capacity = capacity;
  header.recycles = recycles;
  header.used = 1;
  header.nextPid = INIT_PID + 1;
  OUTSIDE.pid = OUTSIDE.group = OUTSIDE.session = OUTSIDE_PID;
  OUTSIDE.state = State.RUNNING;
  const init = first();
  init.pid = init.group = init.session = INIT_PID;
  init.parent = OUTSIDE_PID;
  init.state = State.RUNNING;
  init.subreaper = true;
}

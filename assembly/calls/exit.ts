import { die } from "../kernel";
import { Process, Status } from "../process";

/** _exit(status) */
export function exit(caller: Process, status: i32): void {
  die(caller, Status.EXITED, status & 0xff);
}

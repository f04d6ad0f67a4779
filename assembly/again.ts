import { waitid, waitidAgain } from "./calls/waitid";
import { waitpid } from "./calls/waitpid";
import { pause } from "./calls/mask";
import { Process } from "./process";
import { Syscall } from "./syscall";

/** Tries a call again that has not returned, from where it was. */
export function again(process: Process): void {
  switch (<i32>process.sleepsIn) {
    case Syscall.WAIT:
    case Syscall.WAITPID: return waitpid(process, process.a, process.b);
    case Syscall.WAITID: return waitidAgain(process, process.a, process.b);
    default: return pause(process);
  }
}

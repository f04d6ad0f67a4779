import { isLetGo } from "./calls/background";
import { pause, sigsuspendAgain } from "./calls/mask";
import { readAgain } from "./calls/read";
import { tcsetattr } from "./calls/tcsetattr";
import { tcsetpgrp } from "./calls/tcsetpgrp";
import { waitidAgain } from "./calls/waitid";
import { waitpid } from "./calls/waitpid";
import { write } from "./calls/write";
import { Process } from "./process";
import { Syscall } from "./syscall";
import { WaitOption } from "./wake";

/** Tries a call again that has not returned, from where it was. */
export function again(process: Process): void {
  if (process.held && !isLetGo(process)) return;
  switch (<i32>process.sleepsIn) {
    case Syscall.WAIT:
    case Syscall.WAITPID: return waitpid(process, process.a, process.b & ~WaitOption.EXITED);
    case Syscall.WAITID: return waitidAgain(process, process.a, process.b);
    case Syscall.READ: return readAgain(process);
    case Syscall.WRITE: return write(process, process.a, process.b, process.c);
    case Syscall.TCSETPGRP: return tcsetpgrp(process, process.a, process.b, process.c);
    case Syscall.TCSETATTR: return tcsetattr(process, process.a, process.b, process.c != 0);
    case Syscall.SIGSUSPEND: return sigsuspendAgain(process);
    default: return pause(process);
  }
}

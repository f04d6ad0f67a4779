import { Errno } from "../errno";
import { Process } from "../process";
import { answer } from "../step";
import { Syscall } from "../syscall";

/** The calls about terminals. */
export function terminalCall(syscall: Syscall, caller: Process, a: i32, b: i32, c: i32): void {
  answer.refuses(Errno.ENOSYS);
}

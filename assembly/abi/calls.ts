import { release } from "../arena";
import { Machine } from "../machine";
import { step } from "../step";
import { Syscall } from "../syscall";
import { storeOutcome } from "./lower-step";
import { RESULT } from "./memory";

// The exports of the interface `machine` that are one call each.

function outcomeOf(machine: Machine, caller: i32, syscall: Syscall, a: i32 = 0, b: i32 = 0,
  c: i32 = 0): usize {
  machine.call(caller, syscall, a, b, c);
  storeOutcome(RESULT, step);
  release();
  return RESULT;
}

export function machineKernelFork(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.FORK);
}
export function machineKernelExecve(machine: Machine, caller: i32, program: i32): usize {
  return outcomeOf(machine, caller, Syscall.EXECVE, program);
}
export function machineKernelExit(machine: Machine, caller: i32, status: i32): usize {
  return outcomeOf(machine, caller, Syscall.EXIT, status);
}
export function machineKernelWait(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.WAIT);
}
export function machineKernelWaitpid(machine: Machine, caller: i32, selector: i32,
  options: i32): usize {
  return outcomeOf(machine, caller, Syscall.WAITPID, selector, options);
}
export function machineKernelGetpid(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.GETPID);
}
export function machineKernelGetppid(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.GETPPID);
}
export function machineKernelGetpgrp(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.GETPGRP);
}
export function machineKernelGetpgid(machine: Machine, caller: i32, process: i32): usize {
  return outcomeOf(machine, caller, Syscall.GETPGID, process);
}
export function machineKernelGetsid(machine: Machine, caller: i32, process: i32): usize {
  return outcomeOf(machine, caller, Syscall.GETSID, process);
}
export function machineKernelSetpgid(machine: Machine, caller: i32, process: i32,
  group: i32): usize {
  return outcomeOf(machine, caller, Syscall.SETPGID, process, group);
}
export function machineKernelSetsid(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.SETSID);
}
export function machineKernelKill(machine: Machine, caller: i32, target: i32, kind: i32,
  signal: i32): usize {
  return outcomeOf(machine, caller, Syscall.KILL, target, kind, signal);
}
export function machineKernelSetChildSubreaper(machine: Machine, caller: i32, on: i32): usize {
  return outcomeOf(machine, caller, Syscall.SET_CHILD_SUBREAPER, on);
}
export function machineKernelPthreadCreate(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.PTHREAD_CREATE);
}
export function machineKernelWaitid(machine: Machine, caller: i32, kind: i32, id: i32,
  options: i32): usize {
  return outcomeOf(machine, caller, Syscall.WAITID, kind, id, options);
}
export function machineKernelSigaction(machine: Machine, caller: i32, signal: i32, action: i32,
  flags: i32): usize {
  return outcomeOf(machine, caller, Syscall.SIGACTION, signal, action, flags);
}
export function machineKernelSigprocmask(machine: Machine, caller: i32, how: i32,
  set: i32): usize {
  return outcomeOf(machine, caller, Syscall.SIGPROCMASK, how, set);
}
export function machineKernelSigpending(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.SIGPENDING);
}
export function machineKernelSigsuspend(machine: Machine, caller: i32, mask: i32): usize {
  return outcomeOf(machine, caller, Syscall.SIGSUSPEND, mask);
}
export function machineKernelPause(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.PAUSE);
}
export function machineKernelRaise(machine: Machine, caller: i32, kind: i32,
  signal: i32): usize {
  return outcomeOf(machine, caller, Syscall.RAISE, kind, signal);
}
export function machineKernelSetresuid(machine: Machine, caller: i32, real: i32, effective: i32,
  saved: i32): usize {
  return outcomeOf(machine, caller, Syscall.SETRESUID, real, effective, saved);
}
export function machineKernelOpenpty(machine: Machine, caller: i32): usize {
  return outcomeOf(machine, caller, Syscall.OPENPTY);
}
export function machineKernelOpen(machine: Machine, caller: i32, end: i32, terminal: i32,
  flags: i32): usize {
  return outcomeOf(machine, caller, Syscall.OPEN, end, terminal, flags);
}
export function machineKernelClose(machine: Machine, caller: i32, end: i32,
  terminal: i32): usize {
  return outcomeOf(machine, caller, Syscall.CLOSE, end, terminal);
}
export function machineKernelTiocsctty(machine: Machine, caller: i32, end: i32, terminal: i32,
  steal: i32): usize {
  return outcomeOf(machine, caller, Syscall.TIOCSCTTY, end, terminal, steal);
}
export function machineKernelTiocnotty(machine: Machine, caller: i32, end: i32,
  terminal: i32): usize {
  return outcomeOf(machine, caller, Syscall.TIOCNOTTY, end, terminal);
}
export function machineKernelTcgetpgrp(machine: Machine, caller: i32, end: i32,
  terminal: i32): usize {
  return outcomeOf(machine, caller, Syscall.TCGETPGRP, end, terminal);
}
export function machineKernelTcsetpgrp(machine: Machine, caller: i32, end: i32, terminal: i32,
  group: i32): usize {
  return outcomeOf(machine, caller, Syscall.TCSETPGRP, end, terminal, group);
}
export function machineKernelTcgetsid(machine: Machine, caller: i32, end: i32,
  terminal: i32): usize {
  return outcomeOf(machine, caller, Syscall.TCGETSID, end, terminal);
}
export function machineKernelTcsetattr(machine: Machine, caller: i32, end: i32, terminal: i32,
  tostop: i32): usize {
  return outcomeOf(machine, caller, Syscall.TCSETATTR, end, terminal, tostop);
}
export function machineKernelRead(machine: Machine, caller: i32, end: i32, terminal: i32,
  size: i32): usize {
  return outcomeOf(machine, caller, Syscall.READ, end, terminal, size);
}
export function machineKernelWrite(machine: Machine, caller: i32, end: i32, terminal: i32,
  size: i32): usize {
  return outcomeOf(machine, caller, Syscall.WRITE, end, terminal, size);
}
export function machineKernelType(machine: Machine, caller: i32, terminal: i32, keys: i32,
  count: i32): usize {
  return outcomeOf(machine, caller, Syscall.TYPE, terminal, keys, count);
}

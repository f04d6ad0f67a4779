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

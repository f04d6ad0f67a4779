import { createRequire } from "node:module";
import { constants } from "node:os";
import { getSystemErrorName } from "node:util";

/** A failed call, in the shape of Node's own: `code`, `errno` (negative) and `syscall`. */
export interface SystemError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly syscall: string;
}

type Int = (...words: number[]) => number;

interface Library {
  func(prototype: string): Int;
}

interface Koffi {
  load(path: null): Library;
  errno(): number;
}

let koffi: Koffi | undefined;

/**
 * Loaded with the first call, so that importing this module costs nothing and works where koffi
 * does not.
 */
function loaded(): Koffi {
  koffi ??= createRequire(import.meta.url)("koffi") as Koffi;
  return koffi;
}

/** A function of the C library that returns an int, -1 for failure. */
function declare(prototype: string): Int {
  const syscall = /(\w+)\(/.exec(prototype)?.[1] ?? prototype;
  let call: Int | undefined;
  return (...words) => {
    call ??= loaded().load(null).func(prototype);
    const result = call(...words);
    if (result === -1) throw systemError(syscall, loaded().errno());
    return result;
  };
}

function systemError(syscall: string, errno: number): SystemError {
  const code = getSystemErrorName(-errno);
  return Object.assign(new Error(`${syscall} ${code}`), { code, errno: -errno, syscall });
}

/** Numbers reach C as they are, or not at all: koffi would cut off what does not fit. */
function int(name: string, value: number): number {
  if (typeof value !== "number") throw new TypeError(`${name} is a number, not ${typeof value}`);
  if (!Number.isInteger(value) || value < -(2 ** 31) || value >= 2 ** 31)
    throw new RangeError(`${name} is a 32-bit integer, not ${value}`);
  return value;
}

const calls = {
  setpgid: declare("int setpgid(int pid, int pgid)"),
  getpgid: declare("int getpgid(int pid)"),
  getpgrp: declare("int getpgrp()"),
  getsid: declare("int getsid(int pid)"),
  setsid: declare("int setsid()"),
  kill: declare("int kill(int pid, int sig)"),
  tcgetpgrp: declare("int tcgetpgrp(int fd)"),
  tcsetpgrp: declare("int tcsetpgrp(int fd, int pgid)"),
};

/**
 * Puts a process into a process group of its session, or makes it the leader of a new one (XSH
 * setpgid).
 *
 * @param pid this process or one of its children that has not called exec; 0 for this process
 * @param pgid 0 for the ID of that process
 * @throws {SystemError} EACCES, EINVAL, EPERM, ESRCH
 */
export function setpgid(pid: number, pgid: number): void {
  calls.setpgid(int("pid", pid), int("pgid", pgid));
}

/**
 * The process group of a process; 0 means this process (XSH getpgid).
 *
 * @throws {SystemError} EPERM, ESRCH, EINVAL
 */
export function getpgid(pid: number): number {
  return calls.getpgid(int("pid", pid));
}

/** The process group of this process (XSH getpgrp). */
export function getpgrp(): number {
  return calls.getpgrp();
}

/**
 * The session of a process; 0 means this process (XSH getsid).
 *
 * @throws {SystemError} EPERM, ESRCH
 */
export function getsid(pid: number): number {
  return calls.getsid(int("pid", pid));
}

/**
 * Makes this process the leader of a new session and of a new group in it, without a controlling
 * terminal (XSH setsid).
 *
 * @returns the ID of the session
 * @throws {SystemError} EPERM if this process leads a group, or another process is in a group with
 *   its ID
 */
export function setsid(): number {
  return calls.setsid();
}

/**
 * Sends a signal to every process of a group (XSH killpg).
 *
 * @param pgid greater than 1: other values would reach far more than one group
 * @param signal a name such as `SIGTERM`, or a number; 0 only checks
 * @throws {RangeError} if `pgid` is 1 or less
 * @throws {TypeError} if there is no such signal
 * @throws {SystemError} EINVAL, EPERM, ESRCH
 */
export function killpg(pgid: number, signal: NodeJS.Signals | number): void {
  if (int("pgid", pgid) <= 1) throw new RangeError(`pgid is greater than 1, not ${pgid}`);
  const number = typeof signal === "string" ? constants.signals[signal] : int("signal", signal);
  if (number === undefined) throw new TypeError(`there is no signal ${signal}`);
  try {
    calls.kill(-pgid, number);
  } catch (error) {
    throw systemError("killpg", -(error as SystemError).errno);
  }
}

/**
 * The foreground process group of the terminal that is this process's controlling terminal (XSH
 * tcgetpgrp).
 *
 * @param fd an open file descriptor
 * @throws {SystemError} EBADF, ENOTTY
 */
export function tcgetpgrp(fd: number): number {
  return calls.tcgetpgrp(int("fd", fd));
}

/**
 * Makes a group of this session the foreground process group of its terminal (XSH tcsetpgrp).
 *
 * @param fd an open file descriptor
 * @throws {SystemError} EBADF, EINVAL, EIO, ENOTTY, EPERM
 */
export function tcsetpgrp(fd: number, pgid: number): void {
  calls.tcsetpgrp(int("fd", fd), int("pgid", pgid));
}

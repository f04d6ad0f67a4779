import { allocate, release } from "../arena";
import { Machine } from "../machine";
import { hasLink } from "../orphan";
import { Process, TERMINALS_MAX, end, first, header } from "../process";
import { Terminal, terminalAt } from "../terminal";
import { RESULT, storeSpan } from "./memory";

// The exports of the interface `machine` that show what is inside: for whoever draws a state.
//
//   interior  { pid @0, thread @4, subreaper bool @8, stopped-by option<u8> @9 @10,
//               blocked @12, pending @16, ignored @20, caught @24,
//               orphaned bool @28 }                                            32 bytes
//   terminal  { number u8 @0, session @4, foreground @8, owner @12,
//               tostop bool @16, lines u8 @17 }                                20 bytes
const INTERIOR_SIZE: usize = 32;
const TERMINAL_SIZE: usize = 20;

function storeInterior(at: usize, process: Process): void {
  store<i32>(at, process.pid);
  store<i32>(at, process.thread, 4);
  store<u8>(at, <u8>process.subreaper, 8);
  store<u8>(at, <u8>process.isStopped, 9);
  store<u8>(at, process.stopSignal, 10);
  store<u32>(at, process.blocked, 12);
  store<u32>(at, process.pending, 16);
  store<u32>(at, process.ignored, 20);
  store<u32>(at, process.caught, 24);
  store<u8>(at, <u8>!hasLink(process.group), 28);
}

export function machineKernelInteriors(machine: Machine): usize {
  machine.enter();
  const list = allocate(<usize>header.used * INTERIOR_SIZE);
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists) storeInterior(list + <usize>(count++) * INTERIOR_SIZE, p);
  }
  storeSpan(RESULT, list, count);
  release();
  return RESULT;
}

function storeTerminal(at: usize, terminal: Terminal): void {
  store<u8>(at, <u8>terminal.number);
  store<i32>(at, terminal.session, 4);
  store<i32>(at, terminal.foregroundGone ? 0 : terminal.foreground, 8);
  store<i32>(at, terminal.owner, 12);
  store<u8>(at, <u8>terminal.tostop, 16);
  store<u8>(at, terminal.lineCount, 17);
}

export function machineKernelTerminals(machine: Machine): usize {
  machine.enter();
  const list = allocate(<usize>TERMINALS_MAX * TERMINAL_SIZE);
  let count = 0;
  while (count < TERMINALS_MAX && terminalAt(count).exists) {
    storeTerminal(list + <usize>count * TERMINAL_SIZE, terminalAt(count));
    count++;
  }
  storeSpan(RESULT, list, count);
  release();
  return RESULT;
}

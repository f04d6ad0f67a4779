import { overlay, overlayTerminal } from "../adopt";
import { allocate, release } from "../arena";
import { JournalEntry } from "../journal";
import { Machine, restore } from "../machine";
import { Branch, NO_BRANCH, possible, wasBounded } from "../possible";
import {
  BLOCK, CAPACITY_MAX, Process, State, blockSize, end, find, first, header, release as freeSlot,
  setAnswer,
} from "../process";
import { QUESTIONS } from "../question";
import { Completion, Outcome, step } from "../step";
import { faultInLifted, liftProfile } from "./lift-profile";
import { NO_TERMINAL, controlling } from "../terminal";
import { STEP_SIZE, storeStep } from "./lower-step";
import { storeSyscall } from "./lower-syscall";
import { RESULT, storeSpan, storeString } from "./memory";
import { dropped, newHandle } from "./resource";

// The exports of the interface `machine` that are about the machine as a whole; its calls are in
// calls.ts. The representation of a handle is the address of the pinned Machine.
//
//   process        { pid @0, parent @4, group @8, session @12,
//                    state u8 @16, execed bool @17,
//                    terminal option<u8> @18 @19, foreground @20 } 24 bytes
//   syscall        { case u8 @0, payload @4 }                     16 bytes
//   possibility    { step @0, state @32 }                         40 bytes
//   possibilities  { steps @0, complete bool @8 }
//   journal-entry  { caller @0, syscall @4, step @20 }            52 bytes
const PROCESS_SIZE: usize = 24;
const POSSIBILITY_SIZE: usize = 40;
const ENTRY_SIZE: usize = 52;
const CAPACITY_MIN: u32 = 4;

/** The machine lives until the host drops the handle. */
function handleOf(machine: Machine): i32 {
  return newHandle(__pin(changetype<usize>(machine)));
}

export function machineKernelBoot(
  name: usize, nameLength: usize, text: usize, textLength: usize,
  orders: usize, orderCount: usize, answers: usize, answerCount: usize, capacity: u32,
): usize {
  const profile = liftProfile(
    name, nameLength, text, textLength, orders, orderCount, answers, answerCount);
  let fault = faultInLifted(profile);
  if (fault.length == 0 && (capacity < CAPACITY_MIN || capacity > <u32>CAPACITY_MAX)) {
    fault = `the capacity must be ${CAPACITY_MIN} to ${CAPACITY_MAX}`;
  }
  store<u8>(RESULT, <u8>(fault.length != 0));
  if (fault.length != 0) storeString(RESULT + 4, fault);
  else store<i32>(RESULT, handleOf(new Machine(profile, <i32>capacity)), 4);
  release();
  return RESULT;
}

export function machineKernelDtor(machine: Machine): void {
  machine.dispose();
  dropped(changetype<usize>(machine));
}

export function machineKernelCall(machine: Machine, caller: i32, syscall: i32, a: i32, b: i32,
  c: i32): usize {
  machine.call(caller, syscall, a, b, c);
  storeStep(RESULT, step);
  release();
  return RESULT;
}

function storePossibility(at: usize, branch: Branch): void {
  storeStep(at, branch.step);
  storeSpan(at + STEP_SIZE, branch.state, blockSize());
}

export function machineKernelPossible(machine: Machine, caller: i32, syscall: i32, a: i32, b: i32,
  c: i32): usize {
  machine.enter();
  const branches = possible(caller, syscall, a, b, c);
  let count = 0;
  for (let branch = branches; branch != NO_BRANCH; branch = branch.next) count++;
  const list = allocate(<usize>count * POSSIBILITY_SIZE);
  let at = list;
  for (let branch = branches; branch != NO_BRANCH; branch = branch.next) {
    storePossibility(at, branch);
    at += POSSIBILITY_SIZE;
  }
  storeSpan(RESULT, list, count);
  store<u8>(RESULT, <u8>!wasBounded(), 8);
  release();
  return RESULT;
}

/** The batch's code for the step in hand: completion, then the other outcomes. */
function batchCode(): i32 {
  if (step.outcome != Outcome.COMPLETED) return <i32>step.outcome + 1;
  return step.answer.completion == Completion.REFUSED ? 1 : 0;
}

export function machineKernelBatch(machine: Machine, words: usize, count: usize): usize {
  const calls = count / 5;
  const out = allocate(calls << 3);
  for (let i: usize = 0; i < calls; i++) {
    const at = words + i * 20;
    machine.call(load<i32>(at), load<i32>(at, 4), load<i32>(at, 8), load<i32>(at, 12),
      load<i32>(at, 16));
    const code = batchCode();
    store<i32>(out + (i << 3), code);
    store<i32>(out + (i << 3), code == 1 ? step.answer.errno : step.answer.value, 4);
  }
  storeSpan(RESULT, out, <i32>calls << 1);
  release();
  return RESULT;
}

export function machineKernelNextPid(machine: Machine, pid: i32): void {
  machine.enter();
  header.nextPid = pid;
}

export function machineKernelAnswer(machine: Machine, question: u32, alternative: u32): bool {
  if (question >= <u32>QUESTIONS.length) return false;
  if (alternative >= <u32>QUESTIONS[question].alternatives.length) return false;
  machine.enter();
  setAnswer(question, <u8>(alternative + 1));
  return true;
}

function storeProcess(at: usize, process: Process): void {
  store<i32>(at, process.pid);
  store<i32>(at, process.parent, 4);
  store<i32>(at, process.group, 8);
  store<i32>(at, process.session, 12);
  store<u8>(at, <u8>(process.state - State.RUNNING), 16);
  store<u8>(at, <u8>process.latch, 17);
  const has = process.lives && process.terminal != NO_TERMINAL;
  store<u8>(at, <u8>has, 18);
  store<u8>(at, <u8>(process.terminal - 1), 19);
  store<i32>(at, has ? controlling(process).foreground : 0, 20);
}

export function machineKernelProcesses(machine: Machine): usize {
  machine.enter();
  const list = allocate(<usize>header.used * PROCESS_SIZE);
  let count = 0;
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists) storeProcess(list + <usize>(count++) * PROCESS_SIZE, p);
  }
  storeSpan(RESULT, list, count);
  release();
  return RESULT;
}

function isListed(pid: i32, list: usize, count: usize): bool {
  for (let i: usize = 0; i < count; i++) if (load<i32>(list + i * PROCESS_SIZE) == pid) return true;
  return false;
}

export function machineKernelAdopt(machine: Machine, list: usize, count: usize): i32 {
  machine.enter();
  for (let p = first(), stop = end(); p != stop; p = p.next) {
    if (p.exists && !isListed(p.pid, list, count)) freeSlot(p);
  }
  let known = true;
  for (let i: usize = 0; i < count; i++) {
    const at = list + i * PROCESS_SIZE;
    const process = find(load<i32>(at));
    known = process.exists
      && overlay(process, load<i32>(at, 4), load<i32>(at, 8), load<i32>(at, 12),
        <State>load<u8>(at, 16) + State.RUNNING, load<u8>(at, 17) != 0) && known;
    overlayTerminal(process, load<u8>(at, 18) != 0, load<u8>(at, 19), load<i32>(at, 20));
  }
  release();
  return <i32>known;
}

export function machineKernelSnapshot(machine: Machine): usize {
  machine.enter();
  const size = blockSize();
  const copy = allocate(<usize>size);
  memory.copy(copy, BLOCK, <usize>size);
  storeSpan(RESULT, copy, size);
  release();
  return RESULT;
}

export function machineKernelRestore(machine: Machine, state: usize, size: usize): usize {
  machine.enter();
  const fits = restore(state, size);
  store<u8>(RESULT, <u8>!fits);
  if (!fits) storeString(RESULT + 4, "the state is not one of a machine of this capacity");
  release();
  return RESULT;
}

export function machineKernelRecordJournal(machine: Machine, on: i32): void {
  machine.journal.on = on != 0;
}

function storeJournalEntry(at: usize, entry: JournalEntry): void {
  store<i32>(at, entry.caller);
  storeSyscall(at + 4, entry.syscall, entry.a, entry.b, entry.c);
  storeStep(at + 20, entry.step);
}

export function machineKernelJournal(machine: Machine): usize {
  const count = machine.journal.length;
  const list = allocate(<usize>count * ENTRY_SIZE);
  for (let i = 0; i < count; i++) {
    storeJournalEntry(list + <usize>i * ENTRY_SIZE, machine.journal.entry(i));
  }
  storeSpan(RESULT, list, count);
  release();
  return RESULT;
}

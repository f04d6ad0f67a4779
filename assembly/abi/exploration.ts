import { allocate, release } from "../arena";
import { End, Option } from "../explore/option";
import { INVARIANTS } from "../explore/invariants";
import { Edge, Move, callerOf, letterOf } from "../explore/letters";
import { Search } from "../explore/search";
import { Situation } from "../explore/situations";
import { Verdict } from "../explore/verdicts";
import { faultInLifted, liftProfile } from "./lift-profile";
import { Pid } from "../process";
import { RESULT, storeSpan, storeString } from "./memory";
import { dropped, newSearch } from "./resource";

// The exports of the interface `exploration`. The representation of a handle is the address of the
// pinned Search.
//
//   invariant      { id @0, clause @8, text @16 }                                         24 bytes
//   progress       { states @0, expanded @4, renamings u64 @8, transitions u64 @16,
//                    changes u64 @24, bytes u64 @32,
//                    end option @40: case u8 @44, violation { u16 @48, u32 @52 } }        56 bytes
//   verdict        { case u8 @0, errno u8 or rule u16 @2 }                                 4 bytes
//   verdict-count  { call u16 @0, verdict @2, count u64 @8 }                              16 bytes
//   move           { caller @0, call u16 @4, makes @8 }                                   12 bytes
//   situation      { state @0, move @4, broken @16, asked @24 }                           32 bytes
//   edge           { move @0, verdict @12, leads-to @16, situation u16 @20, alone @22 }   24 bytes
const INVARIANT_SIZE: usize = 24;
const COUNT_SIZE: usize = 16;
const MOVE_SIZE: usize = 12;
const SITUATION_SIZE: usize = 32;
const EDGE_SIZE: usize = 24;

const PROCESSES_MIN: u32 = 2;
const PROCESSES_MAX: u32 = 7;
/** Beyond this many there are too many ways to give them each other's numbers. */
const RENAMED_MAX: u32 = 6;

export function explorationInvariants(): usize {
  const list = allocate(<usize>INVARIANTS.length * INVARIANT_SIZE);
  for (let i = 0; i < INVARIANTS.length; i++) {
    const at = list + <usize>i * INVARIANT_SIZE;
    storeString(at, INVARIANTS[i].id);
    storeString(at + 8, INVARIANTS[i].clause);
    storeString(at + 16, INVARIANTS[i].text);
  }
  storeSpan(RESULT, list, INVARIANTS.length);
  release();
  return RESULT;
}

export function explorationSearchBoot(
  name: usize, nameLength: usize, text: usize, textLength: usize,
  orders: usize, orderCount: usize, answers: usize, answerCount: usize,
  processes: u32, view: i32, options: i32,
): usize {
  const profile = liftProfile(
    name, nameLength, text, textLength, orders, orderCount, answers, answerCount);
  let fault = faultInLifted(profile);
  if (fault.length == 0) fault = faultInOptions(processes, options);
  store<u8>(RESULT, <u8>(fault.length != 0));
  if (fault.length != 0) storeString(RESULT + 4, fault);
  else {
    const search = new Search(profile, processes, view, options);
    store<i32>(RESULT, newSearch(__pin(changetype<usize>(search))), 4);
  }
  release();
  return RESULT;
}

function faultInOptions(processes: u32, options: i32): string {
  if (processes < PROCESSES_MIN || processes > PROCESSES_MAX) {
    return `there must be ${PROCESSES_MIN} to ${PROCESSES_MAX} processes`;
  }
  if ((options & Option.RENAMING) != 0 && processes > RENAMED_MAX) {
    return `states can be renamed with up to ${RENAMED_MAX} processes`;
  }
  if ((options & Option.RENAMING) != 0 && (options & Option.TRACED) != 0) {
    return "the way to a state is not remembered where states are renamed";
  }
  return "";
}

export function explorationSearchDtor(search: Search): void {
  search.dispose();
  dropped(changetype<usize>(search));
}

export function explorationSearchAddCall(search: Search, syscall: i32, a: i32, b: i32,
  c: i32): void {
  search.add(syscall, a, b, c);
}

export function explorationSearchBeginWith(search: Search, caller: Pid, syscall: i32, a: i32,
  b: i32, c: i32): void {
  search.beginWith(caller, syscall, a, b, c);
}

export function explorationSearchAdvance(search: Search, states: u32): usize {
  search.advance(states);
  store<u32>(RESULT, search.seen.count);
  store<u32>(RESULT, search.expanded, 4);
  store<u64>(RESULT, search.renamings, 8);
  store<u64>(RESULT, search.transitions, 16);
  store<u64>(RESULT, search.changes, 24);
  store<u64>(RESULT, search.bytes, 32);
  store<u8>(RESULT, <u8>(search.end != End.RUNNING), 40);
  store<u8>(RESULT, <u8>search.end, 44);
  store<u16>(RESULT, <u16>search.violated, 48);
  store<u32>(RESULT, search.expanded, 52);
  release();
  return RESULT;
}

function storeVerdict(at: usize, verdict: i32): void {
  if (verdict >= Verdict.REFUSED) {
    store<u8>(at, <u8>Verdict.FAILED + 1);
    store<u16>(at, <u16>(verdict - Verdict.REFUSED), 2);
  } else if (verdict >= Verdict.FAILED) {
    store<u8>(at, <u8>Verdict.FAILED);
    store<u8>(at, <u8>(verdict - Verdict.FAILED), 2);
  } else store<u8>(at, <u8>verdict);
}

export function explorationSearchVerdicts(search: Search): usize {
  const verdicts = search.verdicts;
  let count = 0;
  for (let i = 0; i < verdicts.size; i++) if (verdicts.count(i) != 0) count++;
  const list = allocate(<usize>count * COUNT_SIZE);
  for (let i = 0, at = list; i < verdicts.size; i++) {
    if (verdicts.count(i) == 0) continue;
    store<u16>(at, <u16>verdicts.letter(i));
    storeVerdict(at + 2, verdicts.verdict(i));
    store<u64>(at, verdicts.count(i), 8);
    at += COUNT_SIZE;
  }
  storeSpan(RESULT, list, count);
  release();
  return RESULT;
}

export function storeMove(at: usize, move: Move, makes: Pid): void {
  store<i32>(at, callerOf(move));
  store<u16>(at, <u16>letterOf(move), 4);
  store<i32>(at, makes, 8);
}

function storeSituation(at: usize, situation: Situation): void {
  store<u32>(at, situation.state);
  storeMove(at + 4, situation.move, 0);
  storePlaces(at + 16, situation.rules);
  storePlaces(at + 24, situation.questions);
}

/** A list of places in the catalogue. */
function storePlaces(at: usize, places: i32[]): void {
  const list = allocate(<usize>places.length << 1);
  for (let i = 0; i < places.length; i++) store<u16>(list + (<usize>i << 1), <u16>places[i]);
  storeSpan(at, list, places.length);
}

export function explorationSearchSituations(search: Search): usize {
  const all = search.situations.all;
  const list = allocate(<usize>all.length * SITUATION_SIZE);
  for (let i = 0; i < all.length; i++) {
    storeSituation(list + <usize>i * SITUATION_SIZE, all[i]);
  }
  storeSpan(RESULT, list, all.length);
  release();
  return RESULT;
}

export function explorationSearchPath(search: Search, state: u32): usize {
  const edges = search.path(state);
  const count = edges.length;
  const list = allocate(<usize>count * MOVE_SIZE);
  for (let i = 0; i < count; i++) {
    const from: u32 = i + 1 < count ? edges[i + 1].state : 0;
    const move = edges[i].move;
    storeMove(list + <usize>(count - 1 - i) * MOVE_SIZE, move,
      search.makes(move, from, edges[i].state));
  }
  storeSpan(RESULT, list, count);
  release();
  return RESULT;
}

function storeEdge(at: usize, edge: Edge, makes: Pid): void {
  storeMove(at, edge.move, makes);
  storeVerdict(at + 12, edge.verdict);
  store<u32>(at, edge.state, 16);
  store<u16>(at, <u16>edge.situation, 20);
  store<u8>(at, <u8>edge.alone, 22);
}

export function explorationSearchEdges(search: Search, state: u32): usize {
  const edges = search.edges(state);
  const list = allocate(<usize>edges.length * EDGE_SIZE);
  for (let i = 0; i < edges.length; i++) {
    const makes = search.makes(edges[i].move, state, edges[i].state);
    storeEdge(list + <usize>i * EDGE_SIZE, edges[i], makes);
  }
  storeSpan(RESULT, list, edges.length);
  release();
  return RESULT;
}

export function explorationSearchClassOf(search: Search, state: u32): usize {
  const keys = search.classOf(state);
  store<u64>(RESULT, keys.low);
  store<u64>(RESULT, keys.high, 8);
  release();
  return RESULT;
}

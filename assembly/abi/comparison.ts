import { allocate, release } from "../arena";
import { Move, madeBy } from "../explore/letters";
import { Rival } from "../explore/rival";
import { Search } from "../explore/search";
import { storeMove } from "./exploration";
import { faultInLifted, liftProfile } from "./lift-profile";
import { RESULT, storeSpan, storeString } from "./memory";

// The exports of the resource `search` that hold kernels against each other.
//
//   rival-state    { met @0, bounded @1, option @4: telling @8 }                          28 bytes
//   telling        { state @0, stays @4, aims @8, moves @12 }                             20 bytes
//   comparison     { compared @0, open @4, pending @8 }                                   12 bytes
const RIVAL_SIZE: usize = 28;
const MOVE_SIZE: usize = 12;

export function explorationSearchAddRival(search: Search,
  name: usize, nameLength: usize, text: usize, textLength: usize,
  orders: usize, orderCount: usize, answers: usize, answerCount: usize,
): usize {
  const profile = liftProfile(
    name, nameLength, text, textLength, orders, orderCount, answers, answerCount);
  let fault = faultInLifted(profile);
  if (fault.length == 0 && (profile.isOpen || search.profile.isOpen)) {
    fault = "kernels are told apart only where no question is open";
  }
  store<u8>(RESULT, <u8>(fault.length != 0));
  if (fault.length != 0) storeString(RESULT + 4, fault);
  else search.comparison.add(new Rival(profile, search.profile));
  release();
  return RESULT;
}

export function explorationSearchCompare(search: Search, states: u32): usize {
  const comparison = search.comparison;
  comparison.advance(states);
  store<u32>(RESULT, comparison.compared);
  store<u32>(RESULT, comparison.open.length, 4);
  store<u8>(RESULT, <u8>comparison.isPending, 8);
  release();
  return RESULT;
}

export function explorationSearchRivals(search: Search): usize {
  const rivals = search.comparison.rivals;
  const list = allocate(<usize>rivals.length * RIVAL_SIZE);
  for (let i = 0; i < rivals.length; i++) storeRival(list + <usize>i * RIVAL_SIZE, rivals[i]);
  storeSpan(RESULT, list, rivals.length);
  release();
  return RESULT;
}

function storeRival(at: usize, rival: Rival): void {
  store<u8>(at, <u8>rival.met);
  store<u8>(at, <u8>rival.bounded, 1);
  store<u8>(at, <u8>rival.told, 4);
  store<u32>(at, rival.shared, 8);
  store<u8>(at, <u8>rival.stays, 12);
  store<i32>(at, rival.aims, 16);
  storeMoves(at + 20, rival.moves);
}

function storeMoves(at: usize, moves: Move[]): void {
  const list = allocate(<usize>moves.length * MOVE_SIZE);
  for (let i = 0; i < moves.length; i++) {
    storeMove(list + <usize>i * MOVE_SIZE, moves[i], madeBy(moves[i]));
  }
  storeSpan(at, list, moves.length);
}

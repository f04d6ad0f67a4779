import { advance, beginFirst, isOnlyWay } from "../choice";
import { forgetLatches, forgetLatchesSet, latchesSeen, latchesSet, seeLatches } from "../latch";
import { Machine } from "../machine";
import { performBy } from "../perform";
import { INIT_PID, Pid, Process, end, first } from "../process";
import { Profile } from "../profile";
import { asked, forgetAsked } from "../question";
import { lookFurther, looksFurther } from "../row";
import { brokenRules, forgetSurvey, surveyRules, surveyed } from "../rule";
import { keepNotes, touched, untouched } from "../step";
import { Syscall } from "../syscall";
import { Beginning } from "./beginning";
import { firstBroken } from "./invariants";
import { Keys } from "./keys";
import { Edge, Letter, Move, anyIs, letterOf, moveOf, rowsOf } from "./letters";
import { Memo } from "./memo";
import { End, Option } from "./option";
import { Seen } from "./seen";
import { Situations } from "./situations";
import { Verdicts, isRefusal, verdictOfStep } from "./verdicts";
import { View } from "./view";
import { Ways } from "./way";

/** Every state that a few processes can reach by a chosen set of calls, found breadth first. */
export class Exploration {
  readonly letters: Letter[] = [];
  private readonly counted: Verdicts = new Verdicts();
  readonly situations: Situations = new Situations();
  /** Calls made, each way that one can go counted once. */
  transitions: u64 = 0;
  /** Those of them that led to another state and were followed. */
  changes: u64 = 0;
  /** States, each with all its renamings. */
  renamings: u64 = 0;
  end: End = End.RUNNING;
  /** The invariant that does not hold in the state at hand, if that is the end. */
  violated: i32 = 0;
  /** The state in which calls are tried now; those before it are done. */
  expanded: u32 = 0;
  /** Made at the first advance, when the calls are known. */
  seen: Seen = changetype<Seen>(0);
  keys: Keys = changetype<Keys>(0);
  /** Made where no more than counts is wanted; used unless the search is watched. */
  private memo: Memo = changetype<Memo>(0);
  private remembers: bool = false;
  private started: bool = false;
  /** Calls change more than processes: answers, or terminals. */
  private restVaries: bool = false;
  readonly machine: Machine;
  private readonly beginning: Beginning = new Beginning();
  private readonly ways: Ways = new Ways();
  /** How many states the one at hand stands for. */
  private weight: u64 = 1;
  /**
   * Of each call it matters which rules it breaks, or where it leads, and not only the count. No
   * call is inferred then, and after each every process is looked at.
   */
  private watched: bool = false;
  /** What `edges` finds. */
  private collecting: bool = false;
  private found: Edge[] = [];
  /** For each letter the last one of its row. */
  private rows: StaticArray<i32> = new StaticArray<i32>(0);

  constructor(readonly profile: Profile, readonly processes: i32,
    private readonly view: View, private readonly options: i32) {
    this.machine = new Machine(profile, processes, true);
  }

  has(option: Option): bool { return (this.options & option) != 0; }

  add(syscall: Syscall, a: i32, b: i32, c: i32): void {
    this.letters.push(new Letter(syscall, a, b, c));
  }

  /** The exploration begins after this call. */
  beginWith(caller: Pid, syscall: Syscall, a: i32, b: i32, c: i32): void {
    this.beginning.add(caller, new Letter(syscall, a, b, c));
  }

  get bytes(): usize {
    if (!this.started) return 0;
    return this.seen.bytes + this.keys.bytes + (this.hasMemo ? this.memo.bytes : 0);
  }

  /** How often each call came out in each way. */
  get verdicts(): Verdicts {
    if (this.hasMemo) this.memo.countInto(this.counted);
    return this.counted;
  }

  /** Tries every call in so many states more, unless it is over before. */
  advance(states: u32): void {
    this.begin(this.has(Option.SURVEYED));
    for (; states > 0 && this.end == End.RUNNING; states--) this.expandNext();
    this.seen.flush();
    this.finish();
  }

  /** Every move from a state, each way once. The exploration must be complete. */
  edges(state: u32): Edge[] {
    this.found = [];
    this.collecting = true;
    this.begin(true);
    this.enter(state);
    this.expand();
    this.finish();
    this.collecting = false;
    return this.found;
  }

  private begin(watched: bool): void {
    this.machine.enter();
    if (!this.started) this.start();
    this.watched = watched;
    this.remembers = this.hasMemo && !watched;
    keepNotes(false);
    surveyRules(watched);
  }

  private finish(): void {
    surveyRules(false);
    keepNotes(true);
  }

  dispose(): void {
    this.machine.dispose();
    if (!this.started) return;
    this.keys.dispose();
    if (this.hasMemo) this.memo.dispose();
    this.seen.dispose();
  }

  private start(): void {
    this.started = true;
    this.restVaries = this.profile.isOpen || anyIs(this.letters, Syscall.OPENPTY)
      || this.beginning.makesTerminals;
    this.keys = new Keys(this.processes, this.view, this.restVaries);
    this.seen = new Seen(this.keys.isWide, this.has(Option.TRACED));
    this.counted.begin(this.letters.length);
    this.beginning.make();
    this.rows = rowsOf(this.letters);
    const counts = (this.options & (Option.RENAMING | Option.TRACED | Option.SURVEYED)) == 0;
    const sets = anyIs(this.letters, Syscall.EXECVE);
    if (counts && sets) this.memo = new Memo(this.keys, this.processes);
    this.keys.take();
    this.rename();
    this.seen.note(this.keys.low, this.keys.high, 0, 0);
    this.seen.flush();
  }

  private get hasMemo(): bool { return changetype<usize>(this.memo) != 0; }

  /** How many states the one whose key is held stands for. */
  private rename(): u32 { return this.has(Option.RENAMING) ? this.keys.rename() : 1; }

  private expandNext(): void {
    if (this.expanded == this.seen.count) this.seen.flush();
    if (this.expanded == this.seen.count) {
      this.end = this.keys.crowded ? End.CROWDED : End.COMPLETE;
      return;
    }
    if (!this.isRecalled()) {
      this.enter(this.expanded);
      this.weight = this.rename();
      this.renamings += this.weight;
      forgetLatches();
      if (this.has(Option.CHECKED) && this.isViolated()) return;
      this.expand();
      if (this.remembers) this.memo.keep(latchesSeen >> INIT_PID);
    }
    if (this.keys.crowded) this.end = End.CROWDED;
    this.expanded++;
  }

  enter(state: u32): void {
    this.keys.enter(this.seen.low(state), this.seen.high(state));
  }

  private isViolated(): bool {
    const broken = firstBroken();
    if (broken < 0) return false;
    this.violated = broken;
    this.end = End.VIOLATED;
    return true;
  }

  private expand(): void {
    for (let p = first(), stop = end(); p != stop; p = p.next) if (p.runs) this.tryAll(p);
    assert(this.keys.isPutBack(), "a call has changed a process that it did not touch");
  }

  /** What calls give in the state that is next is known from one that differs in latches only. */
  private isRecalled(): bool {
    if (!this.remembers || !this.memo.recall(this.seen, this.expanded)) return false;
    this.renamings++;
    this.transitions += this.memo.transitions;
    this.changes += this.memo.changes;
    return true;
  }

  private tryAll(caller: Process): void {
    for (let i = 0, n = this.letters.length; i < n; i++) i = this.tryRow(caller, i);
    if (this.remembers) this.memo.endCaller();
  }

  /** Tries a letter. Gives the last letter that is done with it: the end of its row, or itself. */
  private tryRow(caller: Process, i: i32): i32 {
    beginFirst();
    const verdict = this.make(caller, i);
    const changed = this.leave();
    if (!this.has(Option.FIRST_WAY) && !isOnlyWay()) {
      this.tryEveryWay(caller, i, verdict, changed);
      return i;
    }
    this.count(caller, i, verdict, changed, true);
    const speaksForRow = !looksFurther && !changed && !this.watched && isRefusal(verdict);
    return speaksForRow ? this.refuseRow(i, verdict) : i;
  }

  /** Counts the letters that are refused with the first of their row. Gives the last one. */
  private refuseRow(i: i32, verdict: i32): i32 {
    const last = unchecked(this.rows[i]);
    this.transitions += this.weight * (last - i);
    while (i < last) this.tally(++i, verdict);
    return last;
  }

  /** The first way of the call is known, and the others are of interest too. */
  private tryEveryWay(caller: Process, i: i32, verdict: i32, changed: bool): void {
    const ways = this.ways;
    ways.count = 0;
    ways.add(verdict, changed, this.keys);
    while (advance()) {
      const another = this.make(caller, i);
      ways.add(another, this.leave(), this.keys);
    }
    const alone = ways.count == 1;
    // Which of these ways are one may depend on a latch that they set.
    seeLatches(latchesSet);
    for (let n = 0; n < ways.count; n++) {
      const way = ways.at(n);
      this.keys.hold(way.low, way.high);
      const followed = way.changed && (alone || !this.has(Option.CERTAIN));
      this.count(caller, i, way.verdict, followed, alone);
    }
  }

  make(caller: Process, i: i32): i32 {
    const letter = unchecked(this.letters[i]);
    forgetSurvey();
    forgetAsked();
    untouched();
    lookFurther();
    forgetLatchesSet();
    performBy(caller, letter.syscall, letter.a, letter.b, letter.c);
    return verdictOfStep();
  }

  private tally(i: i32, verdict: i32): void {
    if (this.remembers) this.memo.meet(i, verdict);
    else this.counted.add(i, verdict, this.weight);
  }

  /** Goes back to the state at hand; true if the call had led to another, whose key is held now. */
  private leave(): bool {
    if (touched == 0 && !this.restVaries && !this.watched) {
      this.keys.stay();
      return false;
    }
    const changed = this.keys.leave(this.watched ? ~0 : touched);
    if (changed) this.rename();
    return changed;
  }

  /** Counts one way of a call; if it is followed, the state that is held may be a new one. */
  private count(caller: Process, i: i32, verdict: i32, followed: bool, alone: bool): void {
    const move = moveOf(i, caller.pid);
    if (this.watched && this.isCollected(move, verdict, alone)) return;
    this.transitions += this.weight;
    this.tally(i, verdict);
    if (this.remembers && (followed || latchesSet != 0)) this.memo.lead(latchesSet >> INIT_PID);
    if (!followed) return;
    this.changes += this.weight;
    this.seen.note(this.keys.low, this.keys.high, this.expanded, move);
  }

  /** Notes the situation of a move. True if its edge is wanted, and nothing is to be counted. */
  private isCollected(move: Move, verdict: i32, alone: bool): bool {
    if (this.has(Option.SURVEYED)) {
      const syscall = this.letters[letterOf(move)].syscall;
      this.situations.meet(syscall, surveyed, brokenRules, asked, this.expanded, move);
    }
    if (!this.collecting) return false;
    const state = this.seen.numberOf(this.keys.low, this.keys.high);
    this.found.push(new Edge(move, verdict, state, this.situations.last, alone));
    return true;
  }
}

import { advance, beginFirst, isOnlyWay } from "../choice";
import { Machine } from "../machine";
import { performBy } from "../perform";
import { Pid, Process, end, first } from "../process";
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
import { End, Option } from "./option";
import { Seen } from "./seen";
import { Situations } from "./situations";
import { Verdict, Verdicts, isRefusal, verdictOfStep } from "./verdicts";
import { View, numbersInUse } from "./view";
import { Ways } from "./way";

/** Every state that a few processes can reach by a chosen set of calls, found breadth first. */
export class Exploration {
  readonly letters: Letter[] = [];
  readonly verdicts: Verdicts = new Verdicts();
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
  /** Made when a class is asked for. */
  private classes: Keys = changetype<Keys>(0);
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

  constructor(readonly profile: Profile, private readonly processes: i32,
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

  get bytes(): usize { return this.started ? this.seen.bytes + this.keys.bytes : 0; }

  /** Tries every call in so many states more, unless it is over before. */
  advance(states: u32): void {
    this.begin(this.has(Option.SURVEYED));
    for (; states > 0 && this.end == End.RUNNING; states--) this.expandNext();
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
    keepNotes(false);
    surveyRules(watched);
  }

  private finish(): void {
    surveyRules(false);
    keepNotes(true);
  }

  /** The number of whom there is in the second state and not in the first; 0 if there is none. */
  madeBetween(from: u32, to: u32): Pid {
    this.machine.enter();
    this.enter(from);
    const before = numbersInUse();
    this.enter(to);
    const made = numbersInUse() & ~before;
    return made == 0 ? 0 : <Pid>ctz(made);
  }

  /** What is equal for states with the same relations but for their numbers. */
  classOf(state: u32): Keys {
    if (changetype<usize>(this.classes) == 0) {
      this.classes = new Keys(this.processes, View.RELATIONS, false);
    }
    this.machine.enter();
    this.enter(state);
    this.classes.take();
    this.classes.rename();
    return this.classes;
  }

  /** The moves that lead from the start to a state, the last one first. */
  path(state: u32): Edge[] {
    const edges: Edge[] = [];
    if (!this.has(Option.TRACED)) return edges;
    for (let origin = this.seen.origin(state); state != 0; origin = this.seen.origin(state)) {
      edges.push(new Edge(origin.move, Verdict.DONE, state, 0, true));
      state = origin.from;
    }
    return edges;
  }

  /** The number of whom a move makes, which leads from one state to another. */
  makes(move: Move, from: u32, to: u32): Pid {
    return this.letters[letterOf(move)].makes ? this.madeBetween(from, to) : 0;
  }

  dispose(): void {
    this.machine.dispose();
    if (!this.started) return;
    this.keys.dispose();
    if (changetype<usize>(this.classes) != 0) this.classes.dispose();
    this.seen.dispose();
  }

  private start(): void {
    this.started = true;
    this.restVaries = this.profile.isOpen || anyIs(this.letters, Syscall.OPENPTY)
      || this.beginning.makesTerminals;
    this.keys = new Keys(this.processes, this.view, this.restVaries);
    this.seen = new Seen(this.keys.isWide, this.has(Option.TRACED));
    this.verdicts.begin(this.letters.length);
    this.beginning.make();
    this.rows = rowsOf(this.letters);
    this.keys.take();
    this.rename();
    this.seen.note(this.keys.low, this.keys.high, 0, 0);
    this.seen.flush();
  }

  /** How many states the one whose key is held stands for. */
  private rename(): u32 { return this.has(Option.RENAMING) ? this.keys.rename() : 1; }

  private expandNext(): void {
    if (this.expanded == this.seen.count) this.seen.flush();
    if (this.expanded == this.seen.count) {
      this.end = this.keys.crowded ? End.CROWDED : End.COMPLETE;
      return;
    }
    this.enter(this.expanded);
    this.weight = this.rename();
    this.renamings += this.weight;
    if (this.has(Option.CHECKED) && this.isViolated()) return;
    this.expand();
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

  private tryAll(caller: Process): void {
    for (let i = 0, n = this.letters.length; i < n; i++) i = this.tryRow(caller, i);
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
    while (i < last) this.verdicts.add(++i, verdict, this.weight);
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
    performBy(caller, letter.syscall, letter.a, letter.b, letter.c);
    return verdictOfStep();
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
    this.verdicts.add(i, verdict, this.weight);
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

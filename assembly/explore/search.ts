import { Pid } from "../process";
import { Profile } from "../profile";
import { Comparison } from "./comparison";
import { Exploration } from "./exploration";
import { Keys } from "./keys";
import { Edge, Move, letterOf } from "./letters";
import { Option } from "./option";
import { Verdict } from "./verdicts";
import { View, numbersInUse } from "./view";

/** An exploration, and what its states tell apart. */
export class Search extends Exploration {
  /** Made by the constructor. */
  comparison: Comparison = changetype<Comparison>(0);

  /** Made when a class is asked for. */
  private classes: Keys = changetype<Keys>(0);

  constructor(profile: Profile, processes: i32, view: View, options: i32) {
    super(profile, processes, view, options);
    this.comparison = new Comparison(this);
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
    this.comparison.dispose();
    if (changetype<usize>(this.classes) != 0) this.classes.dispose();
    super.dispose();
  }
}

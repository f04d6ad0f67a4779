import { Profile } from "../profile";
import { Comparison } from "./comparison";
import { Exploration } from "./exploration";
import { View } from "./view";

/** An exploration, and what its states tell apart. */
export class Search extends Exploration {
  /** Made by the constructor. */
  comparison: Comparison = changetype<Comparison>(0);

  constructor(profile: Profile, processes: i32, view: View, options: i32) {
    super(profile, processes, view, options);
    this.comparison = new Comparison(this);
  }

  dispose(): void {
    this.comparison.dispose();
    super.dispose();
  }
}

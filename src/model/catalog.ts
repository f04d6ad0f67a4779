import type {
  Alternative,
  Answer,
  Breach,
  Entry,
  Evidence,
  Order,
  Profile,
  Question,
  Rule,
} from "../../wasm/glue/interfaces/retinue-kernel-catalog.js";
import { instantiate } from "./instance.js";

export type { Alternative, Answer, Breach, Entry, Evidence, Order, Profile, Question, Rule };

/** Everything the kernel model says about itself. */
export interface Catalog {
  readonly rules: readonly Rule[];
  readonly questions: readonly Question[];
  readonly profiles: readonly Profile[];
}

let loaded: Catalog | undefined;

/** The rules, questions and profiles of the model: one set for the life of the program. */
export function catalog(): Catalog {
  if (!loaded) {
    const { catalog } = instantiate();
    loaded = {
      rules: catalog.rules(),
      questions: catalog.questions(),
      profiles: catalog.profiles(),
    };
  }
  return loaded;
}

/** The profile of that name; undefined if there is none. */
export function profileNamed(name: string): Profile | undefined {
  return catalog().profiles.find((profile) => profile.name === name);
}

/** The profile of the standard itself: no order, and open questions stay open. */
export const STANDARD = "posix";

/** The names of all profiles, `posix` first. */
export function profileNames(): readonly string[] {
  return catalog().profiles.map((profile) => profile.name);
}

/** The ids of the rules at these places of the catalogue. */
export function ruleIds(rules: readonly number[], { rules: all }: Catalog): string[] {
  return rules.flatMap((index) => all[index]?.id ?? []);
}

/**
 * What the rules and questions of a call begin with: `wait` keeps to the rules of `waitpid`, and
 * `ioctl` is several calls in one.
 */
export function familiesOf(call: string): readonly string[] {
  if (call === "ioctl") return ["tiocsctty", "tiocnotty"];
  return [call === "wait" ? "waitpid" : call.replace(/^_/, "")];
}

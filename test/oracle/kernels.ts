import { answering } from "../../src/diff/variants.js";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";
import { ModelWorld } from "../../src/model/world.js";
import type { Trace } from "../../src/trace/index.js";
import type { Observation } from "../../src/world.js";

export const posix = profileNamed("posix") as Profile;
export const linux = profileNamed("linux") as Profile;

/** The standard with one question answered in one way, which it may not permit. */
export function withAnswer(profile: Profile, question: string, answer: string): Profile {
  const { questions } = catalog();
  const index = questions.findIndex(({ id }) => id === question);
  const names = questions[index]?.alternatives.map(({ name }) => name) ?? [];
  const alternative = names.indexOf(answer);
  if (alternative < 0) throw new Error(`${question} has no answer ${answer}`);
  return answering(profile, index, alternative);
}

/** What a kernel shows of a trace. */
export function shownBy(kernel: Profile, trace: Trace): readonly Observation[] {
  return new ModelWorld(kernel).runNow(trace).observations;
}

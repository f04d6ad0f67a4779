import { Arbitrary, type Random, type Stream, Value } from "fast-check";
import type { Trace } from "../trace/ast.js";
import { bindingOf } from "../trace/index.js";
import { drawArguments } from "./arguments.js";
import { anyCall } from "./calls.js";
import { Dice } from "./dice.js";
import { Draft, type Scope } from "./draft.js";
import { finished, isTrace, proceed, shrunk } from "./traces.js";
import { stepOf } from "./written.js";

/**
 * Traces that begin like one of those given: some steps are left out, made by somebody else or with
 * other arguments, others come in between, and it goes on otherwise.
 */
export function variants(scope: Scope, originals: readonly Trace[]): Arbitrary<Trace> {
  return new Variants(scope, originals);
}

class Variants extends Arbitrary<Trace> {
  constructor(
    private readonly scope: Scope,
    private readonly originals: readonly Trace[],
  ) {
    super();
  }

  generate(random: Random): Value<Trace> {
    const dice = new Dice(random);
    const draft = new Draft(dice, this.scope, 14);
    const original = dice.pick(this.originals);
    if (original) follow(draft, original);
    proceed(draft, draft.length + dice.between(2, 8), draft.terminals.length > 0);
    return new Value(finished(draft), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Trace {
    return isTrace(value);
  }

  shrink(trace: Trace): Stream<Value<Trace>> {
    return shrunk(trace);
  }
}

/** Writes the original into the draft, up to some place, and not quite as it was. */
function follow(draft: Draft, { items }: Trace): void {
  const { dice } = draft;
  const end = dice.chance(50) ? items.length : dice.between(1, items.length);
  for (const item of items.slice(0, end)) {
    if (item.kind === "directive") {
      const [argument] = item.arguments;
      if (argument?.kind === "name") draft.reuse(argument.name);
    }
    if (item.kind !== "step" || dice.chance(6)) continue;
    const { actor, call } = item;
    const makes = bindingOf(item);
    if (makes === undefined && dice.chance(8) && draft.running.includes(actor))
      draft.call(actor, call.function, ...drawArguments(draft, actor, call.function));
    else draft.add(stepOf(actor, call.function, call.arguments, makes));
    if (dice.chance(6)) anyCall(draft);
  }
}

import type { Effect, Outcome } from "../../wasm/glue/interfaces/retinue-kernel-types.js";
import { answerOf, Names, rowOf, visibleEffects } from "../names.js";
import type { Directive, Step, Trace } from "../trace/ast.js";
import { bindingOf, INIT, OUTSIDE, printCall, signatures, UNSEEN, UNUSED } from "../trace/index.js";
import type { Observation, Obstacle, ProcessRow, Transcript } from "../world.js";
import { type Reply, readReply } from "./reply.js";
import { numbered } from "./request.js";

/** Where a system's own first process stands. */
const SYSTEM_PID = 1;

/** One step as the agent told it, with numbers. */
interface Told {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly effects: Effect[];
  readonly functions: Map<number, string>;
  readonly stopped: number[];
  readonly continued: number[];
  readonly rows: (Reply & { kind: "row" })[];
}

/** Makes a transcript of the lines that answer a trace. */
export class TranscriptReader {
  private readonly items: readonly (Step | Directive)[];
  private readonly observations: Observation[] = [];
  private names = Names.of({});
  private told: Told | undefined;
  private obstacle: Obstacle | undefined;
  /** The agent has started the trace. */
  begun = false;

  constructor(
    trace: Trace,
    private readonly serial: number,
    private readonly deadline: number,
  ) {
    this.items = numbered(trace);
  }

  /** What was read so far. */
  get transcript(): Transcript {
    const { observations, obstacle } = this;
    return obstacle ? { observations, obstacle } : { observations };
  }

  /**
   * Takes the next line. Returns true if it was the last one.
   *
   * @throws {Error} if the line makes no sense here
   */
  take(line: string): boolean {
    const reply = readReply(line);
    switch (reply.kind) {
      case "begin":
        this.begin(reply);
        return false;
      case "step":
        this.finishStep();
        this.startStep(reply.number, reply.outcome);
        return false;
      case "effect":
        this.current.effects.push(reply.effect);
        if (reply.effect.tag === "resumed" && reply.function)
          this.current.functions.set(reply.effect.val.process, reply.function);
        return false;
      case "stopped":
      case "continued":
        this.current[reply.kind].push(reply.process);
        return false;
      case "row":
        this.current.rows.push(reply);
        return false;
      case "end":
        this.finishStep();
        this.end(reply);
        return true;
    }
  }

  private begin({ serial, init, outside, unused }: Reply & { kind: "begin" }): void {
    this.check(serial);
    this.begun = true;
    this.names = Names.of(unused > 0 ? { [UNUSED]: unused } : {})
      .bind(OUTSIDE, SYSTEM_PID)
      .bind(OUTSIDE, outside)
      .bind(INIT, init);
  }

  private startStep(number: number, outcome: Outcome): void {
    const step = this.items[number];
    if (step?.kind !== "step") throw new Error("the trace has no such step");
    this.told = {
      step,
      outcome,
      effects: [],
      functions: new Map(),
      stopped: [],
      continued: [],
      rows: [],
    };
    const bound = bindingOf(step);
    if (bound === undefined || outcome.tag !== "completed" || outcome.val.tag !== "returned")
      return;
    const standing = signatures.get(step.call.function)?.binds;
    this.names = this.names.bind(bound, outcome.val.val, standing);
  }

  private finishStep(): void {
    if (!this.told) return;
    const { step, outcome, effects, functions, rows, ...stops } = this.told;
    const { names } = this;
    const sleepsIn = (process: number) => functions.get(process) ?? step.call.function;
    this.observations.push({
      answer: answerOf(outcome, names, step.call.function),
      effects: visibleEffects(effects, { names, sleepsIn, stops }),
      processes: rows.map((row) => seenRow(row, names)).sort(byName),
    });
    this.told = undefined;
  }

  private end({ serial, how, step, reason }: Reply & { kind: "end" }): void {
    this.check(serial);
    if (how === "done") return;
    const [kind, text] =
      how === "hung" ? ["broken" as const, `not settled after ${this.deadline} ms`] : [how, reason];
    this.obstacle = { kind, reason: `${this.place(step)}${text}` };
  }

  /** Ends the transcript where no more lines came. */
  breakOff(reason: string): void {
    this.finishStep();
    const next = this.items.filter((item) => item.kind === "step")[this.observations.length];
    const place = this.place(next && this.items.indexOf(next));
    this.obstacle = { kind: "broken", reason: `${place}${reason}` };
  }

  /** What a sentence about a step starts with. */
  private place(number: number | undefined): string {
    const item = number === undefined ? undefined : this.items[number];
    return item?.kind === "step" ? `\`${item.actor}: ${printCall(item.call)}\`: ` : "";
  }

  private get current(): Told {
    if (!this.told) throw new Error("there was no step before it");
    return this.told;
  }

  private check(serial: number): void {
    if (serial !== this.serial) throw new Error("this answers another trace");
  }
}

function seenRow({ process, hidden }: Reply & { kind: "row" }, names: Names): ProcessRow {
  const row = rowOf(process, names);
  return hidden ? { ...row, terminal: UNSEEN, foreground: UNSEEN } : row;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

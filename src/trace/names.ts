import { hint } from "./nearest.js";

/** What a name stands for. */
export type Standing = "process" | "thread";

/** The first process of every trace. */
export const INIT = "init";
/** A number that names nobody. */
export const UNUSED = "unused";
/** Whatever stands above `init`. */
export const OUTSIDE = "outside";

/** How many unbound names get a hint. */
const hints = 10;

const form = /^[a-z][a-z0-9_]*$/;

/** Something wrong with a name, at an offset of the text. */
export interface NameProblem {
  readonly offset: number;
  readonly message: string;
}

interface Binding {
  readonly standing: Standing;
  /** Where the step that bound it starts. */
  readonly step: number;
}

/** The names of a trace, followed from its first line to its last. */
export class Names {
  readonly problems: NameProblem[] = [];
  private readonly bindings = new Map<string, Binding>([[INIT, { standing: "process", step: -1 }]]);
  /**
   * Names that were used without being bound, and where first. What to say of them shows at the end
   * of the trace.
   */
  private readonly unbound = new Map<string, number>();
  private binder: { readonly step: number; readonly name: string } | undefined;

  /** The name of a process that acts or to which something happens. */
  process(name: string, offset: number): void {
    if (name === UNUSED || name === OUTSIDE) {
      this.complain(offset, `\`${name}\` is not a process of the trace`);
    } else if (this.bindings.get(name)?.standing === "thread") {
      this.complain(
        offset,
        `\`${name}\` is a thread, which makes no calls and has no effects of its own`,
      );
    } else {
      this.known(name, offset);
    }
  }

  /** A name in an argument. */
  argument(name: string, offset: number): void {
    if (name !== UNUSED && name !== OUTSIDE) this.known(name, offset);
  }

  /** A name in the answer of a call that binds nothing. */
  value(name: string, offset: number): void {
    if (name === UNUSED) this.complain(offset, "`unused` names nobody, so no call can return it");
    else this.argument(name, offset);
  }

  /**
   * A name that a call gives to what it made.
   *
   * @param step where the step starts
   */
  bind(name: string, standing: Standing, step: number, offset: number): void {
    const earlier = this.bindings.get(name);
    if (name === INIT || name === UNUSED || name === OUTSIDE) {
      this.complain(offset, `\`${name}\` is reserved: choose another name`);
    } else if (!form.test(name)) {
      this.complain(offset, `\`${name}\` is not a name: names are made of a-z, 0-9 and _`);
    } else if (this.binder?.step === step && this.binder.name !== name) {
      this.complain(offset, `one call binds one name, and this one binds \`${this.binder.name}\``);
    } else if (standing === "thread" && earlier && earlier.step !== step) {
      this.complain(offset, `\`${name}\` is bound already: only fork may bind a name again`);
    } else {
      this.binder = { step, name };
      this.bindings.set(name, { standing, step });
    }
  }

  /**
   * Says what is to be said of names that were used too early or that nothing binds. Call it at the
   * end of the trace.
   */
  finish(line: (offset: number) => number): void {
    for (const [index, [name, offset]] of [...this.unbound].entries()) {
      // Looking for a near name costs as much as there are names.
      const near = index < hints ? hint(name, this.bindings.keys()) : "";
      const binding = this.bindings.get(name);
      const reason = binding
        ? `\`${name}\` is used before line ${line(binding.step)} binds it`
        : `nothing in this trace binds \`${name}\`${near}`;
      this.complain(offset, reason);
    }
  }

  private known(name: string, offset: number): void {
    if (!this.bindings.has(name) && !this.unbound.has(name)) this.unbound.set(name, offset);
  }

  private complain(offset: number, message: string): void {
    this.problems.push({ offset, message });
  }
}

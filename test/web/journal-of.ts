import {
  BOOT_PIDS,
  bindingOf,
  blocksOf,
  boot,
  CAPACITY,
  type Completion,
  type Outcome,
  type Profile,
  parse,
  profileNamed,
  sequentialised,
  signatures,
  stepsIn,
  stepsOf,
  type Trace,
  toSyscall,
} from "retinue";

/**
 * The journal of a trace in the model of a kernel, as text: every call with its step and every
 * change, and the state in the end. Where a step can go several ways it goes the first.
 */
export function journalOf(text: string, profile: string): string {
  const written = parse(text);
  const order = blocksOf(written).map((block) => stepsIn(block).map(({ actor }) => actor));
  const trace = sequentialised(written, order);
  const kernel = boot(profileNamed(profile) as Profile, roomFor(trace));
  const numbers = new Map<string, number>(Object.entries(BOOT_PIDS));
  const isKnown = (name: string) => numbers.has(name);
  kernel.recordJournal(true);
  for (const step of stepsOf(trace)) {
    const names = step.call.arguments.flatMap((argument) =>
      argument.kind === "name" || argument.kind === "master" ? [argument.name] : [],
    );
    if (![step.actor, ...names].every(isKnown)) continue;
    const syscall = toSyscall(step.call, (name) => numbers.get(name) ?? 0);
    const { outcome } = kernel.call(numbers.get(step.actor) ?? 0, syscall);
    const bound = bindingOf(step);
    const value = returned(outcome);
    if (bound !== undefined && value !== undefined && signatures.get(step.call.function)?.binds)
      numbers.set(bound, value);
  }
  const state = [...kernel.snapshot()].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${JSON.stringify(kernel.journal())}\n${state.replace(/(00)+$/, "")}`;
}

function roomFor(trace: Trace): number {
  const forks = stepsOf(trace).filter(({ call }) => call.function === "fork").length;
  return Math.max(CAPACITY.min, forks + 2);
}

function returned(outcome: Outcome): number | undefined {
  const completion: Completion | undefined = outcome.tag === "completed" ? outcome.val : undefined;
  return completion?.tag === "returned" ? completion.val : undefined;
}

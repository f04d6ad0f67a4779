import fc from "fast-check";
import type { Answer, Effect, Ending, Status } from "../../src/trace/ast.js";
import { errnos, type Signature, signatures } from "../../src/trace/index.js";
import { type Draw, drawName, drawSet, type Scope, word } from "./scope.js";

/** Draws answers of one call. A call that binds a name binds the same one in all of its answers. */
export function drawAnswerer(draw: Draw, scope: Scope, signature: Signature): () => Answer {
  const { gives, binds, sleeps } = signature;
  let bound: string | undefined;
  const lists = { process: scope.processes, thread: scope.threads, terminal: scope.terminals };
  const bind = (): string => {
    bound ??= draw(binds === "process" && !scope.isInBlock ? usedName(scope) : freshName(scope));
    rebind(scope, bound, lists[binds ?? "process"]);
    return bound;
  };
  const id = (): string => {
    if (binds) return bind();
    const names = [...scope.processes, ...scope.threads, "outside", "0"];
    return draw(fc.constantFrom(...names));
  };
  return () => {
    const kind = draw(fc.constantFrom("success", "success", "error", "gone", "not-run", "blocked"));
    if (kind === "error") return { kind, errno: draw(fc.constantFrom(...errnos)) };
    if (kind === "blocked" && sleeps) return { kind };
    if (kind === "gone" || kind === "not-run") return { kind };
    if (gives === "foreground")
      return { kind: "value", value: draw(fc.constantFrom("0", "100000", ...scope.processes)) };
    return gives === "id" ? { kind: "value", value: id() } : drawSuccess(draw, scope, signature);
  };
}

/** What a call that gives no ID gives if it succeeds. */
function drawSuccess(draw: Draw, scope: Scope, { gives }: Signature): Answer {
  const value = (...values: string[]): Answer => ({
    kind: "value",
    value: draw(fc.constantFrom(...values)),
  });
  switch (gives) {
    case "nothing":
      return { kind: "gone" };
    case "failure":
      return { kind: "error", errno: "EINTR" };
    case "set":
      return { kind: "set", signals: drawSet(draw) };
    case "count":
      return value("0", "1", "255");
    case "disposition":
      return value("default", "ignore", "catch");
    case "report":
    case "siginfo":
      if (draw(fc.boolean()))
        return { kind: "report", child: drawName(draw, scope), status: drawStatus(draw) };
      return gives === "siginfo" ? value("0", "untouched") : value("0");
    default:
      return value("0");
  }
}

/** A fork may bind a name again, but not that of a terminal. */
function usedName(scope: Scope): fc.Arbitrary<string> {
  return fc.oneof(
    word.filter((name) => !scope.terminals.includes(name)),
    freshName(scope),
  );
}

/** A name that was never bound. */
function freshName({ processes, threads, terminals }: Scope): fc.Arbitrary<string> {
  return word.filter((name) => ![...processes, ...threads, ...terminals].includes(name));
}

function rebind(scope: Scope, name: string, list: string[]): void {
  for (const names of [scope.processes, scope.threads]) {
    const index = names.indexOf(name);
    if (index >= 0) names.splice(index, 1);
  }
  list.push(name);
}

/** Something that can be seen at a process. */
export function drawEffect(draw: Draw, scope: Scope): Effect {
  const process = drawName(draw, scope);
  const kind = draw(fc.constantFrom("died", "resumed", "caught", "stopped", "continued"));
  switch (kind) {
    case "died":
      return { kind, process, status: drawEnding(draw) };
    case "caught":
      return { kind, process, signal: draw(fc.constantFrom("SIGHUP", "SIGCHLD", "SIGTSTP")) };
    case "resumed": {
      const sleepers = [...signatures.values()].filter(({ sleeps }) => sleeps);
      const signature = draw(fc.constantFrom(...sleepers));
      const answer = draw(fc.boolean())
        ? drawSuccess(draw, scope, signature)
        : ({ kind: "error", errno: "ECHILD" } as const);
      return { kind, process, function: signature.function, answer };
    }
    default:
      return { kind, process };
  }
}

function drawStatus(draw: Draw): Status {
  const signal = draw(fc.constantFrom("SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU"));
  const others: Status[] = [{ kind: "stopped", signal }, { kind: "continued" }];
  return draw(fc.boolean()) ? drawEnding(draw) : draw(fc.constantFrom(...others));
}

function drawEnding(draw: Draw): Ending {
  if (draw(fc.boolean())) return { kind: "exited", code: draw(fc.integer({ min: 0, max: 255 })) };
  return { kind: "killed", signal: draw(fc.constantFrom("SIGHUP", "SIGKILL", "SIGSYS")) };
}

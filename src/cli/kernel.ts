import type { Target } from "../diff/result.js";
import type { AgentFacts, Isolation, NativeWorld } from "../native/index.js";
import { type Failure, unable } from "./failure.js";

/** How the kernel is reached, as the command line has it. */
export interface KernelOptions {
  readonly via?: string;
  readonly agent?: string;
  readonly isolation?: Isolation | "auto";
  /** Milliseconds for one trace. */
  readonly deadline?: number;
}

/**
 * Starts an agent. The native world is loaded only here, so that what needs no kernel works without
 * it.
 *
 * @throws {Failure} if it cannot be had
 */
export async function openKernel(options: KernelOptions): Promise<NativeWorld> {
  const { NativeWorld } = await import("../native/index.js");
  const { isolation, ...rest } = options;
  try {
    return await NativeWorld.open({
      ...rest,
      ...(isolation !== undefined && isolation !== "auto" && { isolation }),
    });
  } catch (error) {
    throw asFailure(error);
  }
}

/** What the user needs to know of an error of the native world; the error itself if it is a bug. */
export function asFailure(error: unknown): Failure | unknown {
  if (!(error instanceof Error)) return error;
  return error.name === "AgentError" ? unable(error.message) : error;
}

/** What a report says about the kernel. */
export function targetOf(facts: AgentFacts, via: string | undefined): Target {
  return { kernel: facts.kernel, isolation: facts.isolation, via: via ?? null };
}

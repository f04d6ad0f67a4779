import type { NativeWorld } from "../native/index.js";
import type { Trace } from "../trace/index.js";
import type { Transcript, World } from "../world.js";
import { type KernelOptions, openKernel } from "./kernel.js";

/** After so many traces in a row that ended their agent, the next error is the end. */
const patience = 3;

/**
 * A kernel that outlives its agents. A trace that ends its agent is broken, with the reason; the
 * next one gets a new agent, so that nothing that was compared is lost.
 */
export class LastingKernel implements World {
  private failures = 0;

  private constructor(
    private readonly options: KernelOptions,
    private world: NativeWorld | undefined,
    /** What the first agent found. */
    readonly facts: NativeWorld["facts"],
  ) {}

  /** @throws {Failure} if there is no agent to begin with */
  static async open(options: KernelOptions): Promise<LastingKernel> {
    const world = await openKernel(options);
    return new LastingKernel(options, world, world.facts);
  }

  /** @throws {AgentError | Failure} if one agent after the other fails, or none starts any more */
  async run(trace: Trace): Promise<Transcript> {
    this.world ??= await openKernel(this.options);
    try {
      const transcript = await this.world.run(trace);
      this.failures = 0;
      return transcript;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "AgentError") throw error;
      await this.drop();
      if (++this.failures === patience) throw error;
      const [reason = error.message] = error.message.split("\n");
      return { observations: [], obstacle: { kind: "broken", reason } };
    }
  }

  async close(): Promise<void> {
    await this.drop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private async drop(): Promise<void> {
    const { world } = this;
    this.world = undefined;
    await world?.close();
  }
}

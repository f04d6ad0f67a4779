import { AgentError } from "./agent-error.js";

interface Builder {
  buildAgent(options: {
    log: (line: string) => void;
  }): Promise<{ path?: string; missing?: string }>;
}

/** From here in the sources and from here in the package, this is the same file. */
const builder = new URL("../../src/native/agent/build.mjs", import.meta.url);

/**
 * The path of the agent for this machine, which is built if need be.
 *
 * @throws {AgentError} if there is no compiler, or the sources do not compile
 */
export async function localAgent(): Promise<string> {
  const { buildAgent } = (await import(builder.href)) as Builder;
  let found: Awaited<ReturnType<Builder["buildAgent"]>>;
  try {
    found = await buildAgent({ log: () => {} });
  } catch (error) {
    throw new AgentError(
      "absent",
      (error as Error).message,
      "Build it by hand and give its path with --agent",
    );
  }
  if (found.path !== undefined) return found.path;
  throw new AgentError(
    "absent",
    `There is no agent for this machine: ${found.missing}`,
    "Or give its path with --agent",
  );
}

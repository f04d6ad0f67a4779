import { afterAll, beforeAll, describe, test } from "vitest";
import { DirectAgent } from "./direct-agent.js";

/** Tests of an agent under each isolation. Their expectations are Linux's. */
export function onLinux(
  title: string,
  define: (real: (name: string, run: (agent: DirectAgent) => Promise<unknown>) => void) => void,
): void {
  describe.skipIf(process.platform !== "linux").each(["namespace", "subreaper"])(
    `${title}, isolation %s (needs Linux)`,
    (isolation) => {
      let agent: DirectAgent | undefined;
      beforeAll(async () => {
        agent = await DirectAgent.open(isolation);
      });
      afterAll(() => agent?.close());
      define((name, run) =>
        test(name, async ({ skip }) => {
          if (!agent) return skip(`${isolation} cannot be had here`);
          await run(agent);
        }));
    },
  );
}

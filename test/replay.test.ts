import { expect, test } from "vitest";
import { retinue } from "./cli/retinue.js";
import { root, run } from "./package/pack.js";

// A line that is printed to be copied must do again what was seen. Linux held to the profile of
// another kernel diverges on every machine that runs it.
const scenarios = ["setpgid/reach", "getpgid/zombie", "exit/new-parent"];

/** What a report for people says of the cases, without what differs from run to run. */
function told(stdout: string): string {
  return stdout.replace(/^duration .*$/m, "");
}

test.skipIf(process.platform !== "linux").each(scenarios)(
  "%s: the line under a divergence shows the same divergence (only on Linux)",
  async (name) => {
    const argv = ["check", `test/scenarios/${name}.trace`, "--profile", "darwin"];
    const first = await retinue(argv);
    expect(first.status).toBe(1);
    const [, line = ""] = /^ {2}again {2}npx retinue (.*)$/m.exec(first.stdout) ?? [];
    const again = await run("sh", ["-c", `node dist/cli/main.js ${line}`], { cwd: root });
    expect(again.status).toBe(1);
    expect(told(again.stdout)).toBe(told(first.stdout));
  },
);

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalog } from "../../src/model/catalog.js";
import { profileFrom } from "../../src/model/profile-json.js";
import { retinue } from "../cli/retinue.js";
import { root } from "../package/pack.js";

// Kernels that are not this one. What they showed is kept in examples; here a few traces are enough
// to see that they are still reached, and measured.

const some = ["setpgid/pgid-negative", "setpgid/no-such-process-and-pgid-negative"];
const traces = some.map((name) => `test/scenarios/${name}.trace`);

function lacks(...programs: string[]): string | undefined {
  return programs.find((program) => {
    try {
      execFileSync("sh", ["-c", `command -v ${program}`]);
      return false;
    } catch {
      return true;
    }
  });
}

const noRunsc = lacks("runsc") ?? (process.getuid?.() === 0 ? undefined : "root");
const noGuest = lacks("linux", "musl-gcc", "setpriv");

async function ofKernel(via: string): Promise<string> {
  const { stdout, status } = await retinue(["fingerprint", "--via", via, ...traces]);
  expect(status).toBe(0);
  return stdout;
}

describe(`gVisor${noRunsc ? `: ${noRunsc} is missing` : ""}`, () => {
  test.skipIf(noRunsc)(
    "looks for the process before it looks at the sign",
    {
      timeout: 300_000,
    },
    async () => {
      const text = await ofKernel("runsc --network=none --ignore-cgroups --platform=ptrace do");
      expect(text).toMatch(/^ +1 +no-such-process +ESRCH +before \d/m);
    },
  );
});

describe(`user-mode-linux${noGuest ? `: ${noGuest} is missing` : ""}`, () => {
  test.skipIf(noGuest)("is a linux", { timeout: 300_000 }, async () => {
    const text = await ofKernel("sh examples/fingerprint-uml/boot.sh");
    expect(text).toMatch(/^ +1 +pgid-negative +EINVAL +before 2/m);
    expect(text).toMatch(/^ this is {2}linux$/m);
  });
});

test("the profile in the example can be read, and is what its table shows", () => {
  const folder = `${root}/examples/fingerprint-gvisor`;
  const file = JSON.parse(readFileSync(`${folder}/runsc-20221219.json`, "utf8"));
  const profile = profileFrom(file, catalog());
  const table = readFileSync(`${folder}/table.txt`, "utf8");
  const { questions } = catalog();
  for (const { question, alternative } of profile.answers) {
    const { id = "", alternatives = [] } = questions[question] ?? {};
    const answer = alternatives[alternative ?? -1]?.name;
    expect(table).toMatch(new RegExp(`^  ${id.replace(".", "\\.")} +${answer}!? `, "m"));
  }
});

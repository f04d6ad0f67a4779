import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { survivors } from "../../scripts/survivors.mjs";

const built = existsSync(new URL("../../dist/cli/main.js", import.meta.url));
const can = built && process.platform === "linux";

test.skipIf(!can)(
  "whatever is killed, whenever, nothing survives (needs Linux and a build)",
  { timeout: 120_000 },
  async () => {
    const seed = Date.now() % 1_000_000;
    const result = await survivors({ rounds: 16, seed });
    expect(result.survivors, `seed ${seed}`).toEqual([]);
    expect(result.most, "there has to be something to kill").toBeGreaterThan(3);
  },
);

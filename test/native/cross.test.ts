import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

// The agent is meant for systems that are not at hand. That it compiles for them, without a warning
// from its own sources, is what can be shown here.

const zig = process.env.ZIG ?? "zig";
const isThere = spawnSync(zig, ["version"]).status === 0;
const folder = fileURLToPath(new URL("../../src/native/agent", import.meta.url));
const output = mkdtempSync(join(tmpdir(), "retinue-cross-"));
afterAll(() => rmSync(output, { recursive: true }));

const reason = isThere ? "" : " (skipped: no zig; set ZIG or put it on the PATH)";
describe.skipIf(!isThere)(`the agent compiles for${reason}`, () => {
  test.each(["x86_64-macos", "aarch64-macos", "aarch64-linux-musl"])(
    "%s",
    (target) => {
      const sources = readdirSync(folder).filter((name) => name.endsWith(".c"));
      const path = join(output, target);
      const flags = ["cc", "-target", target, "-std=c99", "-O2", "-Wall", "-Wextra"];
      const { status, stderr } = spawnSync(zig, [...flags, "-o", path, ...sources], {
        cwd: folder,
        encoding: "utf8",
      });
      const own = stderr
        .split("\n")
        .filter((line) => sources.some((name) => line.startsWith(name)));
      expect(own).toEqual([]);
      expect(status, stderr).toBe(0);
      expect(statSync(path).size).toBeGreaterThan(0);
    },
    300_000,
  );
});

import { expect, test } from "vitest";
import { root, run } from "../package/pack.js";

test("the pages that are written from the catalogue are current", async () => {
  const { status, stderr } = await run(process.execPath, ["scripts/docs.mjs", "--check"], {
    cwd: root,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

import { expect, test } from "vitest";
import { transcripts } from "../../scripts/determinism.mjs";
import { NativeWorld } from "../../src/native/index.js";
import { parse } from "../../src/trace/index.js";

test("a trace gives the same transcript every time, however busy the machine is", async () => {
  const seen = await transcripts({ NativeWorld, parse }, 150);
  expect([...seen.keys()]).toHaveLength(1);
  const [only = ""] = seen.keys();
  expect(JSON.parse(only).observations).toHaveLength(12);
});

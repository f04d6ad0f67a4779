import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests start processes and count them: two workers are what a small CI machine has.
    maxWorkers: 2,
    // A limit for what hangs, not for what is slow: a test may share its machine with much else.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

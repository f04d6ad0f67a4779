import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests start processes and count them: two workers are what a small CI machine has.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});

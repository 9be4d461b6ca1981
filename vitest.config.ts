import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Native addons (onnxruntime, hnswlib) cannot be loaded twice in one process.
    pool: "forks",
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from "vitest/config";

/** Tests that start processes, kill them or train: `npm run test:slow`. All others: `npm test`. */
const SLOW = [
  "test/slow/**/*.test.ts",
  "test/{e2e,main,cli}/**/*.test.ts",
  "test/scripts/{calibrate,eval,train-embedding,train-words}/**/*.test.ts",
  "test/index/{child-reindexer,disk,endless-file,kill,lock,resume}.test.ts",
  "test/corpus/{change-log,disk,killed}.test.ts",
  "test/telegram/{adding-killed,crash,fuzz,journal}.test.ts",
  "test/{data/backup,feeds/feed-watcher,ingest/{bombs,hostile-documents,scanned},log/secrets}.test.ts",
];

export default defineConfig({
  test: {
    // Native addons (onnxruntime, hnswlib) cannot be loaded twice in one process.
    pool: "forks",
    // Only a test that hangs comes to these; on a busy machine a minute is nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: { name: "quick", include: ["test/**/*.test.ts"], exclude: SLOW },
      },
      { extends: true, test: { name: "slow", include: SLOW } },
    ],
  },
});

import { defineConfig } from "vitest/config";

/** Tests that start processes, kill them or train: `npm run test:slow`. All others: `npm test`. */
const SLOW = [
  "test/slow/**/*.test.ts",
  "test/{e2e,main,apps/cli}/**/*.test.ts",
  "test/scripts/training/**/*.test.ts",
  "test/scripts/{quality/{answers,fit,folds},shared/marks}.test.ts",
  "test/{storage/lock,{index,indexing}/child-reindexer,index/{disk,endless-file,kill,resume}}.test.ts",
  "test/articles/corpus/{change-log,disk,killed}.test.ts",
  "test/apps/reader/browser.test.ts",
  "test/apps/telegram/{adding-killed,crash,fuzz,run,delivery/journal}.test.ts",
  "test/{indexing/upkeep/backup,log/secrets,articles/{feeds/feed-watcher,parse/{bombs,hostile-documents,formats/scanned}}}.test.ts",
];

/** All but the apps: their tests share a process, so that the modules and tables are loaded once. */
const READING = [
  "test/{language,answers,visits,locale,articles,embedding,exports,config,index,indexing,storage,regression,scripts,growth,apps/reader,apps/shared,apps/health}/**/*.test.ts",
];

export default defineConfig({
  test: {
    // Native addons (onnxruntime, hnswlib) cannot be loaded twice in one process.
    pool: "forks",
    // By default one core is left for the editor: half of the two that the tests are meant for.
    maxWorkers: "100%",
    // Only a test that hangs comes to these; on a busy machine a minute is nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: { name: "quick", include: ["test/**/*.test.ts"], exclude: [...SLOW, ...READING] },
      },
      {
        extends: true,
        test: { name: "reading", include: READING, exclude: SLOW, isolate: false },
      },
      { extends: true, test: { name: "slow", include: SLOW } },
    ],
  },
});

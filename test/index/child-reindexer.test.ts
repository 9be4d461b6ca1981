import { beforeEach, expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { currentGeneration } from "../../src/index/files/generations.ts";
import { ChildReindexer } from "../../src/indexing/build-in-child.ts";
import type { BuildProgress } from "../../src/model/indexing.ts";
import { acquireLock } from "../../src/storage/lock.ts";
import { report, type Workspace, workspace } from "./fixture.ts";

let space: Workspace;
beforeEach(() => {
  space = workspace();
});

function config(env: Record<string, string> = {}) {
  const folders = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };
  return readConfig({ ...folders, LOG_LEVEL: "silent", ...env }, process.cwd());
}

const silent = { startedBy: "admin 42", full: false, onProgress: () => {} };

it("builds in a child process, reports progress, and refuses a second run meanwhile", async () => {
  for (let n = 0; n < 8; n++) space.write(`bai-${n}.md`, report(n));
  const reindexer = new ChildReindexer(config());
  const progress: BuildProgress[] = [];
  const run = reindexer.start({ ...silent, onProgress: (p) => progress.push(p) });
  const second = await reindexer.start({ ...silent, startedBy: "admin 43" });
  expect(second).toMatchObject({ kind: "busy", startedBy: "admin 42" });
  expect(second.kind === "busy" && Date.now() - second.since.getTime()).toBeLessThan(60_000);
  expect(await run).toMatchObject({ kind: "done", counters: { indexed: 8, failures: [] } });
  expect(progress.filter(({ phase }) => phase === "embed").at(-1)).toMatchObject({
    done: 8,
    total: 8,
  });
  expect(space.read((index) => index.status().articles)).toBe(8);
  expect(await reindexer.start(silent)).toMatchObject({
    kind: "done",
    counters: { unchanged: 8 },
  });
});

it("says who is at it where another process holds the lock", async () => {
  space.write("bai.md", report(1));
  const unlock = acquireLock(space.indexDir, "the command line");
  const outcome = await new ChildReindexer(config()).start(silent);
  unlock();
  expect(outcome).toMatchObject({ kind: "busy", startedBy: "the command line" });
});

it("fails with the reason, and the present index stays", async () => {
  space.write("bai.md", report(1));
  await space.build();
  const missing = config({ EMBEDDING_MODEL: "no-such-model" });
  const outcome = await new ChildReindexer(missing).start({ ...silent, full: true });
  expect(outcome).toMatchObject({ kind: "failed" });
  expect(outcome.kind === "failed" && outcome.reason).toMatch(/no-such-model/u);
  expect(currentGeneration(space.indexDir)).toBe("000001");
});

it("can be cancelled", async () => {
  for (let n = 0; n < 60; n++) space.write(`bai-${n}.md`, report(n));
  const reindexer = new ChildReindexer(config());
  const outcome = await reindexer.start({ ...silent, onProgress: () => reindexer.cancel() });
  expect(outcome).toEqual({ kind: "cancelled" });
  expect(currentGeneration(space.indexDir)).toBeNull();
});

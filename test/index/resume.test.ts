import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import type { WorkerMessage } from "../../src/indexing/build-options.ts";
import { CHUNK_DEFAULTS } from "../../src/model/versions.ts";
import { counting, report, shippedEmbedder, type Workspace, workspace } from "./fixture.ts";

/** A draft is stored every 50 files. */
const FILES = 70;
const STORED = 50;

let space: Workspace;
beforeEach(() => {
  space = workspace();
  for (let n = 0; n < FILES; n++) space.write(`bai-${n}.md`, report(n));
});

/** Starts a build in a process of its own and kills it when so many files are embedded. */
async function killAfter(files: number): Promise<void> {
  const folders = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir };
  const config = readConfig({ ...folders, LOG_LEVEL: "silent" }, process.cwd());
  const worker = new URL("../../src/indexing/worker.ts", import.meta.url);
  const child = fork(worker, { execArgv: ["--import", "tsx"] });
  child.send({ config, full: false, startedBy: "a test" });
  child.on("message", (message: WorkerMessage) => {
    if (message.type !== "progress") return;
    const { phase, done } = message.progress;
    if (phase === "embed" && done >= files) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

/** Stops a build when so many files are embedded. */
async function cancelAfter(files: number, full = false): Promise<void> {
  const cancel = new AbortController();
  const run = space.build({
    full,
    signal: cancel.signal,
    onProgress: ({ phase, done }) => {
      if (phase === "embed" && done === files) cancel.abort();
    },
  });
  await expect(run).rejects.toThrow();
}

async function build(options: Parameters<Workspace["build"]>[0] = {}) {
  const embedder = counting(await shippedEmbedder());
  const result = await space.build({ embedder, ...options });
  return { ...result, embedded: embedder.calls() };
}

const chunks = () => space.read((index) => index.status().chunks);
/** The chunks of a short article go through the model in one call. */
const calls = () => space.read((index) => index.status().articles);

it("goes on after kill -9 from the last batch, and embeds nothing twice", async () => {
  await killAfter(60);
  const { embedded, indexed } = await build();
  expect(indexed).toBe(FILES);
  expect(embedded).toBeLessThanOrEqual((calls() * (FILES - STORED)) / FILES);
  expect(embedded).toBeGreaterThan(0);
  space.read((index) => expect(index.articles(0, 1000)).toHaveLength(FILES));
  expect((await build()).embedded).toBe(0);
});

it("goes on after a cancel from where it was, and the index in use stays", async () => {
  await space.build();
  const before = chunks();
  await cancelAfter(33, true);
  expect(chunks()).toBe(before);
  // A small change meanwhile costs the long run nothing.
  space.write("bai-0.md", report(500));
  expect(await build()).toMatchObject({ updated: 1, unchanged: FILES - 1 });
  const again = await build({ full: true });
  expect(again).toMatchObject({ updated: FILES, unchanged: 0 });
  expect(again.embedded).toBe(calls() - Math.floor((before * 32) / FILES));
  space.read((index) => expect(index.article("bai-0")?.title).toContain("thứ 500"));
});

it("takes files that changed or went since into account", async () => {
  await cancelAfter(60);
  space.write("bai-3.md", report(300));
  space.delete("bai-4.md");
  await build();
  space.read((index) => {
    expect(index.article("bai-3")?.title).toContain("thứ 300");
    expect(index.article("bai-4")).toBeNull();
    expect(index.searchLexical(["thứ 3"], { folded: false, k: 1 })).toEqual([]);
  });
});

it("starts afresh with other chunk settings, and where the draft is damaged", async () => {
  await cancelAfter(60);
  const draft = join(space.indexDir, "generations/full.building/index.db");
  expect(existsSync(draft)).toBe(true);
  writeFileSync(draft, "rác");
  truncateSync(join(space.indexDir, "generations/full.building/index.db"), 3);
  expect((await build()).embedded).toBe(calls());
  await cancelAfter(20, true);
  const chunkOptions = { ...CHUNK_DEFAULTS, targetSyllables: 60 };
  const { embedded } = await build({ chunkOptions });
  expect(embedded).toBe(calls());
  expect(readdirSync(join(space.indexDir, "generations")).filter((n) => n.includes("."))).toEqual(
    [],
  );
});

it("tells how many chunks are made, and how long it will take", async () => {
  const seen: number[] = [];
  await space.build({
    onProgress: (at) => at.phase === "embed" && seen.push(at.chunks ?? 0),
  });
  expect(seen.at(-1)).toBe(chunks());
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

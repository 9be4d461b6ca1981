import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { openFeedStore } from "../../src/articles/feeds/feed-store.ts";
import { currentGeneration, generationDir } from "../../src/index/files/generations.ts";
import { isProblem } from "../../src/index/files/manifest.ts";
import { openIndex } from "../../src/index/read/open-index.ts";
import { ensureIndex } from "../../src/indexing/ensure-index.ts";
import { copyConsistently } from "../../src/indexing/upkeep/backup.ts";
import { mendState } from "../../src/indexing/upkeep/prepare.ts";
import type { IndexProblemKind } from "../../src/model/index-reader.ts";
import { IndexError } from "../../src/storage/durable.ts";
import { openState } from "../../src/storage/state.ts";
import {
  counting,
  report,
  shippedEmbedder,
  temporaryFolder,
  type Workspace,
  workspace,
} from "./fixture.ts";

let space: Workspace;
beforeEach(async () => {
  space = workspace();
  for (const n of [1, 2, 3]) space.write(`bai-${n}.md`, report(n));
  await space.build();
});

const file = (name: string) =>
  join(generationDir(space.indexDir, currentGeneration(space.indexDir)!), name);

function problem(embedderFingerprint?: string): IndexProblemKind | "fits" {
  const opened = openIndex(space.indexDir, { embedderFingerprint });
  if (isProblem(opened)) {
    expect(opened.reason).not.toBe("");
    return opened.problem;
  }
  opened.close();
  return "fits";
}

/** Opens the index, built again where needed, and tells what is in it and how much was embedded. */
async function ensure(embedder?: ReturnType<typeof counting>) {
  const used = embedder ?? counting(await shippedEmbedder());
  const reader = await ensureIndex({
    corpusDir: space.corpusDir,
    indexDir: space.indexDir,
    embedder: used,
    startedBy: "a test",
  });
  const articles = reader.articles(0, 10).map(({ id }) => id);
  const [chunk] = reader.chunksOfArticle("bai-2");
  expect(reader.searchDense(chunk!.vector!, 1)[0]?.score).toBeGreaterThan(0.999);
  expect(reader.searchLexical(["đoàn"], { folded: false, k: 9 }).length).toBe(reader.chunkCount);
  reader.close();
  return { articles, calls: used.calls() };
}

function editManifest(edit: (manifest: Record<string, unknown>) => void): void {
  const manifest = JSON.parse(readFileSync(file("manifest.json"), "utf8"));
  edit(manifest);
  writeFileSync(file("manifest.json"), JSON.stringify(manifest));
}

const garbage = (bytes: number) => Buffer.alloc(bytes, "Nội dung lạ ");

describe("an index that does not fit", () => {
  it.each<[string, IndexProblemKind, () => void]>([
    ["no folder", "none", () => rmSync(space.indexDir, { recursive: true })],
    ["no pointer", "none", () => rmSync(join(space.indexDir, "current"))],
    ["a garbage pointer", "none", () => writeFileSync(join(space.indexDir, "current"), "../../x")],
    [
      "a pointer to nothing",
      "none",
      () => writeFileSync(join(space.indexDir, "current"), "000077"),
    ],
    ["no manifest", "damaged", () => rmSync(file("manifest.json"))],
    ["a truncated manifest", "damaged", () => truncateSync(file("manifest.json"), 100)],
    ["a foreign manifest", "damaged", () => writeFileSync(file("manifest.json"), '{"name":"x"}')],
    ["no database", "damaged", () => rmSync(file("index.db"))],
    ["an empty database", "damaged", () => truncateSync(file("index.db"), 0)],
    ["a truncated database", "damaged", () => truncateSync(file("index.db"), 8_192)],
    ["a garbage database", "damaged", () => writeFileSync(file("index.db"), garbage(100_000))],
    ["no vectors", "damaged", () => rmSync(file("vectors.hnsw"))],
    ["truncated vectors", "damaged", () => truncateSync(file("vectors.hnsw"), 500)],
    [
      "garbage vectors of the right size",
      "damaged",
      () => writeFileSync(file("vectors.hnsw"), garbage(readFileSync(file("vectors.hnsw")).length)),
    ],
    [
      "one other byte in the database",
      "damaged",
      () => {
        const bytes = readFileSync(file("index.db"));
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(file("index.db"), bytes);
      },
    ],
    ["an older format", "outdated", () => editManifest((m) => (m.formatVersion = 0))],
    [
      "another dimension in the manifest",
      "foreign-model",
      () => editManifest((m) => (m.model = { id: "x", fingerprint: "x", dimension: 9 })),
    ],
  ])("with %s is found and built again", async (_name, kind, damage) => {
    damage();
    expect(problem((await shippedEmbedder()).fingerprint)).toBe(kind);
    const { articles } = await ensure();
    expect(articles.sort()).toEqual(["bai-1", "bai-2", "bai-3"]);
    expect(problem((await shippedEmbedder()).fingerprint)).toBe("fits");
  });

  it("is opened as it is where it fits", async () => {
    expect((await ensure()).calls).toBe(0);
    expect(currentGeneration(space.indexDir)).toBe("000001");
  });

  it("gets new vectors from the stored ones where only the vector file is bad", async () => {
    truncateSync(file("vectors.hnsw"), 500);
    expect((await ensure()).calls).toBe(0);
    expect(currentGeneration(space.indexDir)).toBe("000002");
  });

  it("falls back on an older generation's articles where the corpus is gone", async () => {
    space.write("bai-3.md", report(30));
    await space.build();
    rmSync(space.corpusDir, { recursive: true });
    writeFileSync(file("index.db"), garbage(5_000));
    const { articles } = await ensure();
    expect(articles.sort()).toEqual(["bai-1", "bai-2", "bai-3"]);
  });

  it("is embedded again from the stored articles for another model without a corpus", async () => {
    rmSync(space.corpusDir, { recursive: true });
    const embedder = counting(await shippedEmbedder());
    const other = { ...embedder, fingerprint: "other", model: "other" };
    expect(problem("other")).toBe("foreign-model");
    expect((await ensure(other)).calls).toBeGreaterThan(2);
    expect(problem("other")).toBe("fits");
  });

  it("of a newer program is left alone", async () => {
    editManifest((manifest) => (manifest.formatVersion = 99));
    expect(problem()).toBe("newer-format");
    await expect(ensure()).rejects.toThrow(IndexError);
    await expect(ensure()).rejects.toThrow(/Update the program/u);
    expect(currentGeneration(space.indexDir)).toBe("000001");
  });

  it("cannot be built from nothing, and says so", async () => {
    rmSync(space.corpusDir, { recursive: true });
    rmSync(space.indexDir, { recursive: true });
    await expect(ensure()).rejects.toThrow(/CORPUS_DIR/u);
  });

  it.each(["index.db", "vectors.hnsw", "manifest.json"])(
    "with %s of another generation is found and built again",
    async (name) => {
      const old = readFileSync(file(name));
      space.write("bai-4.md", report(4));
      await space.build();
      writeFileSync(file(name), old);
      expect(problem()).toBe("damaged");
      const { articles } = await ensure();
      expect(articles.sort()).toEqual(["bai-1", "bai-2", "bai-3", "bai-4"]);
    },
  );

  it.each<[string, () => void]>([
    ["missing", () => rmSync(file("changes.db"))],
    ["truncated", () => truncateSync(file("changes.db"), 4_096)],
    ["garbage", () => writeFileSync(file("changes.db"), garbage(50_000))],
  ])("with %s changes is found and built again", async (_, damage) => {
    space.write("bai-4.md", report(4));
    await space.build({ changesFrom: 1 });
    // A tenth of the articles is not a small change.
    for (let n = 5; n < 20; n++) space.write(`bai-${n}.md`, report(n));
    await space.build({ changesFrom: 1 });
    space.write("bai-4.md", report(44));
    await space.build({ changesFrom: 1 });
    damage();
    expect(problem()).toBe("damaged");
    const { corpusDir, indexDir } = space;
    const embedder = await shippedEmbedder();
    const reader = await ensureIndex({ corpusDir, indexDir, embedder, startedBy: "a test" });
    expect(reader.status().articles).toBe(19);
    expect(reader.article("bai-4")?.title).toContain("thứ 44");
    reader.close();
  });

  it("builds where the lock's file is garbage, one at a time all the same", async () => {
    writeFileSync(join(space.indexDir, "lock.db"), garbage(5_000));
    space.write("bai-4.md", report(4));
    const [first, second] = await Promise.allSettled([space.build(), space.build()]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: { name: "IndexLockedError" } });
    expect(await space.build()).toMatchObject({ unchanged: 4 });
  });

  it("is opened and built with garbage in the caches beside it", async () => {
    for (const name of ["checksums.json", "corpus-stamps.json", "rolled-back.json"]) {
      writeFileSync(join(space.indexDir, name), garbage(500));
    }
    expect(problem()).toBe("fits");
    expect(await space.build()).toMatchObject({ unchanged: 3 });
  });
});

describe("state.db", () => {
  it.each<[string, boolean, (path: string) => void]>([
    ["garbage", true, (path) => writeFileSync(path, garbage(9_000))],
    [
      "damaged inside",
      true,
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 4_096, 8_192);
        writeFileSync(path, bytes);
      },
    ],
    ["empty", false, (path) => truncateSync(path, 0)],
    ["missing", false, (path) => rmSync(path)],
    ["whole", false, () => {}],
  ])("that is %s does not stop the next start", (_, isAside, damage) => {
    openState(space.indexDir).close();
    // As another process has left it: the driver keeps its files open for a while after `close`.
    const folder = temporaryFolder();
    const path = join(folder, "state.db");
    copyConsistently(join(space.indexDir, "state.db"), path);
    damage(path);
    const aside = mendState(folder);
    expect(aside !== null).toBe(isAside);
    if (aside !== null) expect(existsSync(join(folder, aside))).toBe(true);
    const state = openState(folder);
    expect(state.feedback(1)).toEqual([]);
    state.close();
  });

  it("is not alone: damaged feeds.db is put aside too", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "feeds.db"), garbage(9_000));
    expect(mendState(folder, "feeds")).toMatch(/^feeds\.damaged-\d+$/u);
    openFeedStore(folder).close();
    expect(mendState(folder, "feeds")).toBeNull();
  });
});

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { currentGeneration, listGenerations } from "../../src/index/files/generations.ts";
import { isProblem } from "../../src/index/files/manifest.ts";
import { openIndex } from "../../src/index/read/open-index.ts";
import type { IndexReader } from "../../src/model/index-reader.ts";
import type { BuildProgress } from "../../src/model/indexing.ts";
import { IndexError } from "../../src/storage/durable.ts";
import { writeTinyModel } from "../embedding/tiny-model.ts";
import {
  counting,
  markdown,
  report,
  shippedEmbedder,
  temporaryFolder,
  type Workspace,
  workspace,
} from "../index/fixture.ts";

const NOTHING = { indexed: 0, updated: 0, unchanged: 0, removed: 0, skipped: 0, failures: [] };

let space: Workspace;
beforeEach(() => {
  space = workspace();
  for (const n of [1, 2, 3]) space.write(`bai-${n}.md`, report(n));
});

/** Everything that can be read of an index, without row numbers. */
function contents(index: IndexReader): unknown {
  return index
    .articles(0, 100)
    .map((article) => [
      article,
      index.briefs(article.id),
      index.chunksOfArticle(article.id).map(({ row: _, ...chunk }) => chunk),
    ]);
}

const ids = () =>
  space.read((index) =>
    index
      .articles(0, 100)
      .map(({ id }) => id)
      .sort(),
  );

describe("buildIndex", () => {
  it("indexes a page of 800 equal paragraphs and one of thousands of words without a stop", async () => {
    space.write(
      "deu.txt",
      `Đoàn Bằng Tường thăm Lạng Sơn\n\n${"Hai bên trao đổi về cửa khẩu và giao thương.\n\n".repeat(800)}`,
    );
    space.write(
      "dai.txt",
      `Đoàn Sùng Tả thăm Lạng Sơn\n\n${"đồng chí cùng đoàn thăm cửa khẩu ".repeat(10_000)}`,
    );
    const result = await space.build();
    expect(result).toMatchObject({ indexed: 5, failures: [] });
  });

  it("names a file that a reader stumbles over and indexes the others", async () => {
    const embedder = await shippedEmbedder();
    const result = await space.build({
      embedder: {
        ...embedder,
        tokenIds: (text: string) => {
          if (text.includes("lần thứ 2")) throw new RangeError("Maximum call stack size exceeded");
          return embedder.tokenIds(text);
        },
      },
    });
    expect(result.indexed).toBe(2);
    expect(result.failures).toMatchObject([{ path: "bai-2.md" }]);
    expect(result.failures[0]!.reason).toMatch(/Maximum call stack/u);
  });

  it("indexes a corpus: articles, chunks, their text, ranges and vectors", async () => {
    const result = await space.build();
    const { dimension } = await shippedEmbedder();
    expect(result).toEqual({ ...NOTHING, indexed: 3, generation: "000001" });
    space.read((index) => {
      expect(index.status()).toMatchObject({ articles: 3, briefs: 0, dimension });
      const article = index.article("bai-1")!;
      expect(article).toMatchObject({ source: "Báo Thử nghiệm", published: "2024-05-06" });
      const chunks = index.chunksOfArticle("bai-1");
      expect(chunks.length).toBeGreaterThan(0);
      for (const chunk of chunks) {
        expect(chunk.text).toBe(article.text.slice(chunk.start, chunk.end));
        expect(chunk.sentences[0]?.start).toBe(chunk.start);
        expect(chunk.sentenceLengths).toHaveLength(chunk.sentences.length);
        expect(chunk.tokenIds).toHaveLength(chunk.sentences.length);
        expect(chunk.tokenIds!.every((ids) => ids.length > 0)).toBe(true);
        expect(index.searchDense(chunk.vector!, 1)[0]).toMatchObject({ row: chunk.row });
        expect(index.chunks([chunk.row, 99_999])).toHaveLength(1);
      }
      expect(index.article("bai-9")).toBeNull();
    });
  });

  it("makes no new generation where nothing changed", async () => {
    await space.build();
    const embedder = counting(await shippedEmbedder());
    const again = await space.build({ embedder });
    expect(again).toEqual({ ...NOTHING, unchanged: 3, generation: "000001" });
    expect(embedder.calls()).toBe(0);
    expect(listGenerations(space.indexDir)).toEqual(["000001"]);
  });

  it("embeds new and changed files only, and lets deleted ones go", async () => {
    await space.build();
    space.write("bai-2.md", report(22));
    space.write("moi/bai-4.md", report(4));
    space.delete("bai-3.md");
    const embedder = counting(await shippedEmbedder());
    const result = await space.build({ embedder });
    expect(result).toMatchObject({ indexed: 1, updated: 1, unchanged: 1, removed: 1 });
    expect(ids()).toEqual(["bai-1", "bai-2", "moi/bai-4"]);
    space.read((index) => {
      expect(embedder.calls()).toBe(
        index.chunksOfArticle("bai-2").length + index.chunksOfArticle("moi/bai-4").length,
      );
      expect(index.searchLexical(["thứ 3"], { folded: false, k: 5 })).toEqual([]);
      expect(index.searchLexical(["thứ 22"], { folded: false, k: 5 })).not.toEqual([]);
    });
  });

  it("gives after many small changes the same index as one built at once", async () => {
    for (let n = 4; n <= 12; n++) space.write(`bai-${n}.md`, report(n));
    await space.build();
    for (let n = 1; n <= 9; n += 2) {
      space.write(`bai-${n}.md`, report(n + 40));
      space.delete(`bai-${n + 1}.md`);
      space.write(`them-${n}.md`, report(n + 60));
      await space.build();
    }
    const grown = space.read(contents);
    const status = space.read((index) => index.status());
    const query = (await (await shippedEmbedder()).embedQuery("đoàn Hà Khẩu thăm tỉnh"))!;
    const search = (index: IndexReader) => {
      const hits = [
        ...index.searchDense(query, 100),
        ...index.searchLexical(["hà", "khẩu"], { folded: false, k: 100 }),
      ];
      return hits
        .map(({ row, score }) => `${score.toFixed(4)} ${index.chunks([row])[0]!.articleId}`)
        .sort();
    };
    const found = space.read(search);
    await space.build({ full: true });
    expect(space.read(contents)).toEqual(grown);
    expect(space.read(search)).toEqual(found);
    expect(space.read((index) => index.status())).toMatchObject({
      articles: status.articles,
      chunks: status.chunks,
    });
  });

  it("names the files that it cannot read, and indexes the rest", async () => {
    space.write("anh.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
    space.write("rong.md", "");
    space.write("lon.txt", new Uint8Array(5 * 1024 * 1024 + 1).fill(97));
    space.write("bai-1.txt", "Cùng tên với bài một.");
    const result = await space.build();
    expect(result).toMatchObject({ indexed: 3, skipped: 4 });
    expect(result.failures.map(({ path }) => path)).toEqual([
      "anh.jpg",
      "bai-1.txt",
      "lon.txt",
      "rong.md",
    ]);
    for (const { reason } of result.failures) expect(reason).toMatch(/^\S.{15,}\.$/u);
    // They stay named, and are no reason for a new generation.
    const again = await space.build();
    expect(again).toMatchObject({ unchanged: 3, skipped: 4, generation: "000001" });
  });

  it("drops the article of a file that became unreadable", async () => {
    await space.build();
    space.write("bai-2.md", new Uint8Array([0xff, 0x00, 0x01, 0x02]));
    const result = await space.build();
    expect(result).toMatchObject({ unchanged: 2, removed: 1, skipped: 1 });
    expect(ids()).toEqual(["bai-1", "bai-3"]);
  });

  it("follows an article whose file got another extension", async () => {
    await space.build();
    space.delete("bai-2.md");
    space.write(
      "bai-2.html",
      `<title>Trang mới</title><article><p>${"Đoàn đến. ".repeat(9)}</p></article>`,
    );
    const result = await space.build();
    expect(result).toMatchObject({ indexed: 1, unchanged: 2, removed: 1, failures: [] });
    expect(ids()).toEqual(["bai-1", "bai-2", "bai-3"]);
  });

  it("keeps briefs with the article on whose page they stood, and lets them go with it", async () => {
    space.write("trang.txt", readFileSync("test/fixtures/pages/related-tail.txt"));
    await space.build();
    const count = space.read((index) => {
      const briefs = index.briefs("trang");
      for (const brief of briefs) {
        expect(brief).toMatchObject({ partOf: "trang" });
        expect(index.chunksOfArticle(brief.id).length).toBeGreaterThan(0);
        expect(index.article(brief.id)).toEqual(brief);
      }
      expect(index.status()).toMatchObject({ articles: 4, briefs: briefs.length });
      return briefs.length;
    });
    expect(count).toBeGreaterThan(0);
    space.delete("trang.txt");
    await space.build();
    expect(space.read((index) => index.status())).toMatchObject({ articles: 3, briefs: 0 });
  });

  it("embeds everything again on request", async () => {
    await space.build();
    const embedder = counting(await shippedEmbedder());
    expect(await space.build({ full: true, embedder })).toMatchObject({ updated: 3, unchanged: 0 });
    expect(embedder.calls()).toBeGreaterThan(0);
  });

  it("embeds everything again for other chunk settings and for another model", async () => {
    await space.build();
    const chunkOptions = { maxSyllables: 40, targetSyllables: 20 };
    const before = space.read((index) => index.chunkCount);
    expect(await space.build({ chunkOptions })).toMatchObject({ updated: 3 });
    expect(space.read((index) => index.chunkCount)).toBeGreaterThan(before);
    const modelsDir = temporaryFolder();
    await writeTinyModel(join(modelsDir, "tiny"));
    const embedder = await createEmbedder({ model: "tiny", modelsDir, cacheDir: modelsDir });
    expect(await space.build({ embedder })).toMatchObject({ updated: 3 });
    expect(space.read((index) => index.status())).toMatchObject({ model: "tiny", dimension: 8 });
    await embedder.close();
  });

  it("keeps chunks without a known word in the full text", async () => {
    const modelsDir = temporaryFolder();
    await writeTinyModel(join(modelsDir, "tiny"));
    const embedder = await createEmbedder({ model: "tiny", modelsDir, cacheDir: modelsDir });
    space.write("la.md", markdown("xyz", "zzz qqq www."));
    await space.build({ embedder });
    space.read((index) => {
      expect(index.chunksOfArticle("la")[0]).toMatchObject({ vector: null });
      expect(index.searchLexical(["qqq"], { folded: false, k: 5 })).toHaveLength(1);
    });
    await embedder.close();
  });

  it("keeps the last three generations", async () => {
    for (let n = 10; n < 15; n++) {
      space.write("bai-1.md", report(n));
      await space.build();
    }
    expect(listGenerations(space.indexDir)).toEqual(["000005", "000004", "000003"]);
    expect(currentGeneration(space.indexDir)).toBe("000005");
  });

  it("leaves a reader of the old generation undisturbed", async () => {
    await space.build();
    const old = openIndex(space.indexDir);
    if (isProblem(old)) throw new Error(old.reason);
    for (let n = 10; n < 15; n++) {
      space.write("bai-1.md", report(n));
      await space.build();
    }
    expect(old.article("bai-1")?.title).toContain("lần thứ 1");
    expect(old.searchLexical(["đoàn"], { folded: false, k: 9 })).toHaveLength(3);
    old.close();
    space.read((index) => expect(index.article("bai-1")?.title).toContain("lần thứ 14"));
  });

  it("builds an empty index from an empty corpus", async () => {
    rmSync(space.corpusDir, { recursive: true });
    mkdirSync(space.corpusDir);
    await space.build();
    const vector = (await (await shippedEmbedder()).embedQuery("đoàn"))!;
    space.read((index) => {
      expect(index.articles(0, 10)).toEqual([]);
      expect(index.searchDense(vector, 5)).toEqual([]);
      expect(index.searchLexical(["đoàn"], { folded: false, k: 5 })).toEqual([]);
    });
  });

  it("says what to do where the corpus folder is missing", async () => {
    rmSync(space.corpusDir, { recursive: true });
    await expect(space.build()).rejects.toThrow(IndexError);
    await expect(space.build()).rejects.toThrow(/CORPUS_DIR/u);
  });

  it("reports its progress, ending complete", async () => {
    const seen: BuildProgress[] = [];
    await space.build({ onProgress: (progress) => seen.push(progress) });
    expect(seen.filter(({ phase }) => phase === "embed").map(({ done }) => done)).toEqual([
      1, 2, 3,
    ]);
    expect(seen.at(-1)).toEqual({ phase: "check", done: 1, total: 1 });
  });

  it("leaves nothing behind when it is cancelled", async () => {
    await space.build();
    space.write("bai-2.md", report(50));
    space.write("bai-3.md", report(51));
    const cancel = new AbortController();
    const run = space.build({
      signal: cancel.signal,
      onProgress: ({ phase }) => phase === "embed" && cancel.abort(),
    });
    await expect(run).rejects.toThrow(/abort/iu);
    expect(listGenerations(space.indexDir)).toEqual(["000001"]);
    expect(ids()).toEqual(["bai-1", "bai-2", "bai-3"]);
    space.read((index) => expect(index.article("bai-2")?.title).toContain("thứ 2"));
    expect(await space.build()).toMatchObject({ updated: 2, unchanged: 1 });
  });

  it("lists articles newest first, unknown dates last", async () => {
    space.write("cu.md", markdown("Cũ", "Đoàn đến thăm.", "2010-01-02"));
    space.write("moi.md", markdown("Mới", "Đoàn đến thăm.", "2025-01-02"));
    space.write("khong-ngay.md", "---\ntitle: Không ngày\n---\n\nĐoàn đến thăm.\n");
    await space.build();
    const listed = space.read((index) => index.articles(0, 10).map(({ id }) => id));
    expect(listed).toEqual(["moi", "bai-1", "bai-2", "bai-3", "cu", "khong-ngay"]);
    expect(space.read((index) => index.articles(1, 2).map(({ id }) => id))).toEqual([
      "bai-1",
      "bai-2",
    ]);
  });

  it("cleans up what a killed build left", async () => {
    const left = join(space.indexDir, "generations", "000001.building");
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, "index.db"), "half");
    await space.build();
    expect(listGenerations(space.indexDir)).toEqual(["000001"]);
    expect(ids()).toHaveLength(3);
  });
});

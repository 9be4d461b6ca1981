import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { currentGeneration, generationDir } from "../../../src/index/files/generations.ts";
import { ExactIndex, LayeredIndex } from "../../../src/index/read/vector-index.ts";
import type { IndexReader } from "../../../src/model/index-reader.ts";
import { counting, report, shippedEmbedder, type Workspace, workspace } from "../fixture.ts";

/** Small enough that every index is too large to be copied. */
const changesFrom = 1;
const FILES = 40;

let space: Workspace;
beforeEach(async () => {
  space = workspace();
  for (let n = 0; n < FILES; n++) space.write(`bai-${n}.md`, report(n));
  await space.build({ changesFrom });
});

const dir = () => generationDir(space.indexDir, currentGeneration(space.indexDir)!);
const hasChanges = () => readdirSync(dir()).includes("changes.db");

/** All that a reader can tell, without row numbers. */
function contents(index: IndexReader, query: Float32Array) {
  const articles = index.articles(0, 1000);
  const { chunks, articles: count, briefs } = index.status();
  return {
    count: [count, briefs, chunks],
    articles: articles.map(({ id, text }) => [id, text]),
    chunks: articles.flatMap(({ id }) => index.chunksOfArticle(id).map(({ text }) => [id, text])),
    dense: index
      .searchDense(query, 400)
      .map(({ row, score }) => `${score.toFixed(4)} ${index.chunks([row])[0]!.text}`)
      .sort(),
    visits: index
      .register()
      .find({}, { offset: 0, limit: 1000 })
      .visits.map(({ id, articleIds }) => `${id} ${articleIds.join(" ")}`)
      .sort(),
  };
}
const read = async () => {
  const query = await (await shippedEmbedder()).embedQuery("đoàn Hà Khẩu thăm tỉnh");
  return space.read((index) => contents(index, query!));
};

it("stores a small change beside the index, which it shares", async () => {
  const before = statSync(join(dir(), "index.db")).ino;
  space.write("bai-3.md", report(303));
  space.write("moi.md", report(77));
  space.delete("bai-5.md");
  const embedder = counting(await shippedEmbedder());
  const result = await space.build({ changesFrom, embedder });
  expect(result).toMatchObject({ indexed: 1, updated: 1, removed: 1, unchanged: FILES - 2 });
  expect(hasChanges()).toBe(true);
  expect(statSync(join(dir(), "index.db")).ino).toBe(before);
  space.read((index) => {
    expect(index.article("bai-3")?.title).toContain("thứ 303");
    expect(index.article("bai-5")).toBeNull();
    expect(index.chunksOfArticle("bai-5")).toEqual([]);
    expect(embedder.calls()).toBe(
      index.chunksOfArticle("bai-3").length + index.chunksOfArticle("moi").length,
    );
    // What is new is found by its words as well as what was there before; what is gone is not.
    const [first] = index.searchLexical(["thứ 303"], { folded: false, k: 3 });
    expect(index.chunks([first!.row])[0]?.articleId).toBe("bai-3");
    expect(index.searchLexical(["thứ 5"], { folded: false, k: 3 })).toEqual([]);
    const [chunk] = index.chunksOfArticle("moi");
    expect(index.searchDense(chunk!.vector!, 1)[0]).toMatchObject({ row: chunk!.row });
    expect(index.documentFrequency(["303"], false).get("303")).toBeGreaterThan(0);
  });
  expect(await space.build({ changesFrom })).toMatchObject({ indexed: 0, updated: 0, removed: 0 });
});

it("gives after several changes what an index built at once gives, and scores words like it", async () => {
  const lexical = () =>
    space.read((index) =>
      index
        .searchLexical(["hà", "khẩu", "tặng", "thứ"], { folded: false, k: 12 })
        .map(({ row, score }) => ({ id: index.chunks([row])[0]!.articleId, score })),
    );
  space.write("bai-1.md", report(101));
  await space.build({ changesFrom });
  space.write("bai-1.md", report(201));
  space.delete("bai-2.md");
  await space.build({ changesFrom });
  space.write("bai-2.md", report(202));
  await space.build({ changesFrom });
  expect(hasChanges()).toBe(true);
  const layered = await read();
  const words = lexical();
  await space.build({ full: true });
  expect(hasChanges()).toBe(false);
  expect(layered).toEqual(await read());
  const whole = lexical();
  const common = words.filter(({ id }) => whole.some((other) => other.id === id));
  expect(common.length).toBeGreaterThanOrEqual(9);
  const scores = (list: typeof words) => list.map(({ score }) => score);
  expect(Math.max(...scores(words))).toBeCloseTo(Math.max(...scores(whole)), 0);
});

it("puts many changes into a whole index again, and embeds only what differs from its older part", async () => {
  space.write("bai-1.md", report(101));
  await space.build({ changesFrom });
  expect(hasChanges()).toBe(true);
  for (let n = 10; n < 20; n++) space.write(`bai-${n}.md`, report(n + 400));
  const embedder = counting(await shippedEmbedder());
  expect(await space.build({ changesFrom, embedder })).toMatchObject({
    updated: 10,
    unchanged: 30,
  });
  expect(hasChanges()).toBe(false);
  const perFile = space.read((index) => index.status().chunks) / FILES;
  expect(embedder.calls()).toBeLessThanOrEqual(Math.ceil(perFile * 11) + 2);
  const layered = await read();
  await space.build({ full: true });
  expect(layered).toEqual(await read());
});

it("never writes into a file that generations share", async () => {
  const first = dir();
  const bytes = readFileSync(join(first, "index.db"));
  for (let round = 0; round < 3; round++) {
    space.write("bai-7.md", report(700 + round));
    await space.build({ changesFrom });
    expect(readFileSync(join(dir(), "index.db")).equals(bytes)).toBe(true);
  }
});

it("searches an older part and what was added as one, whatever was removed", () => {
  const unit = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle));
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ row: from + i, vector: unit((from + i) / 100) }));
  const removed = new Set([0, 1, 2, 3, 50]);
  const layered = new LayeredIndex(
    new ExactIndex(2, rows(0, 100)),
    removed,
    new ExactIndex(2, rows(100, 5)),
  );
  const left = [...rows(0, 105)].filter(({ row }) => !removed.has(row));
  const exact = new ExactIndex(2, left);
  expect(layered.count).toBe(exact.count);
  for (const k of [1, 3, 10, 200]) {
    expect(layered.search(unit(0.02), k)).toEqual(exact.search(unit(0.02), k));
  }
  expect(layered.search(unit(0), 0)).toEqual([]);
});

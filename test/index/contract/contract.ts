import pino from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { isProblem } from "../../../src/index/files/manifest.ts";
import { activeHold, type IndexPlace } from "../../../src/index/place.ts";
import {
  currentManifest,
  followGenerations,
  openIndex,
} from "../../../src/index/read/open-index.ts";
import { ExactIndex } from "../../../src/index/read/vector-index.ts";
import type { BuildOptions } from "../../../src/indexing/build-options.ts";
import { keptGenerations } from "../../../src/indexing/list-generations.ts";
import { rollBack } from "../../../src/indexing/roll-back.ts";
import { occurrences } from "../../../src/language/text/terms.ts";
import { expandedTerms } from "../../../src/language/translate/expand-abbreviations.ts";
import type { IndexReader, VisitFilter } from "../../../src/model/index.ts";
import { markdown, report, type Workspace, workspace } from "../fixture.ts";

/** One way of keeping an index, as the contract drives it. */
export interface IndexDriver {
  place(space: Workspace): IndexPlace;
  /** Builds from the corpus and puts the result in use. */
  build(space: Workspace, options?: Partial<BuildOptions>): Promise<void>;
  /** The same, cut off as by a killed process at its n-th step. @returns False where it was, true where it ended before. */
  buildCutAt(space: Workspace, step: number): Promise<boolean>;
}

const FILES = 30;

const QUERIES: readonly (readonly string[])[] = [
  ["bằng", "tường"],
  ["đoàn", "thăm", "tỉnh", "hà", "khẩu"],
  ["hội", "đàm", "chủ", "tịch"],
  ["cửa", "khẩu", "thông", "minh"],
  ["nguyễn văn hòa"],
  ["ủy ban nhân dân", "sùng tả"],
  ["đoàn", "đoàn", "khôngcótừnày"],
  ["7", "28"],
];

const FILTERS: readonly VisitFilter[] = [
  {},
  { place: "Lạng Sơn" },
  { counterpart: "Bằng Tường" },
  { guest: "Quảng Tây" },
  { host: "Lạng Sơn", kinds: ["tiếp", "hội đàm"] },
  { person: "Nguyễn Văn Hòa" },
  { person: "chủ tịch" },
  { words: "hội đàm" },
  { from: "2024-03-05", to: "2024-03-20" },
  { undated: true },
  { planned: false, sides: ["Quảng Tây"] },
  { topic: "du lịch" },
  { words: "100% 'x' $1 ?" },
  { ids: ["khong-co", "l'\"a"] },
  { from: "nonsense" },
];

/** An article that tells of a visit between provinces. */
const visitReport = (n: number) =>
  markdown(
    `Chủ tịch UBND tỉnh Lạng Sơn hội đàm với Bí thư Thành ủy Sùng Tả lần ${n}`,
    `Ngày ${(n % 27) + 1}/3/2024, tại thành phố Lạng Sơn, Chủ tịch UBND tỉnh Lạng Sơn Nguyễn Văn Hòa đã có buổi hội đàm với đoàn đại biểu thành phố Sùng Tả, Khu tự trị dân tộc Choang Quảng Tây, Trung Quốc do Bí thư Thành ủy Lý Minh dẫn đầu.\n\nHai bên trao đổi về hợp tác du lịch và cửa khẩu thông minh.`,
    `2024-03-${String((n % 27) + 2).padStart(2, "0")}`,
  );

function fill(space: Workspace, files = FILES): void {
  for (let n = 0; n < files; n++) space.write(`bai-${n}.md`, report(n));
  for (let n = 0; n < 6; n++) space.write(`tin/hoi-dam-${n}.md`, visitReport(n));
}

type Opened = IndexReader;

function open(place: IndexPlace): Opened {
  const index = openIndex(place);
  if (isProblem(index)) throw new Error(index.reason);
  return index;
}

const allChunks = (index: IndexReader) =>
  index.articles(0, 1000).flatMap(({ id }) => index.chunksOfArticle(id));

/** BM25 over the texts themselves: what every driver must score. */
function scoresOf(index: IndexReader, terms: readonly string[], folded: boolean) {
  const form = (text: string) =>
    ` ${expandedTerms(text)
      .map((term) => (folded ? term.folded : term.marked))
      .join(" ")} `;
  const count = (text: string) => text.split(" ").filter((word) => word !== "").length;
  const texts = allChunks(index).map(({ articleId, ordinal, text }) => {
    const [title, body] = [form(index.titleOf(articleId)!), form(text)];
    return { key: `${articleId}:${ordinal}`, title, body, length: count(title) + count(body) };
  });
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const scores = new Map<string, number>();
  for (const term of new Set(terms)) {
    const times = texts.map(
      ({ title, body }) => 2 * occurrences(title, term) + occurrences(body, term),
    );
    const holding = times.filter((n) => n > 0).length;
    const idf = Math.max(1e-6, Math.log((texts.length - holding + 0.5) / (holding + 0.5)));
    texts.forEach(({ key, length }, i) => {
      if (times[i] === 0) return;
      const norm = 1.2 * (0.25 + (0.75 * length) / average);
      const score = (idf * times[i]! * 2.2) / (times[i]! + norm);
      scores.set(key, (scores.get(key) ?? 0) + score);
    });
  }
  return scores;
}

function keysOf(index: IndexReader, rows: readonly number[]): string[] {
  return index.chunks(rows).map(({ articleId, ordinal }) => `${articleId}:${ordinal}`);
}

function expectRightScores(index: IndexReader): void {
  for (const query of QUERIES)
    for (const folded of [false, true]) {
      const terms = query.map((term) =>
        folded
          ? expandedTerms(term)
              .map((one) => one.folded)
              .join(" ")
          : term,
      );
      const right = scoresOf(index, terms, folded);
      const hits = index.searchLexical(terms, { folded, k: 1000 });
      const keys = keysOf(
        index,
        hits.map(({ row }) => row),
      );
      expect(keys.length, query.join()).toBe(right.size);
      hits.forEach(({ score }, i) => {
        expect(score, `${query.join()} ${keys[i]}`).toBeCloseTo(right.get(keys[i]!)!, 6);
      });
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(index.searchLexical(terms, { folded, k: 3 })).toEqual(hits.slice(0, 3));
    }
}

/** Everything that is stored, without row numbers. */
function contents(index: IndexReader) {
  const { generation: _, bytes: __, builtAt: ___, ...status } = index.status();
  const articles = index.articles(0, 1000);
  const ids = articles.map(({ id }) => id);
  return {
    status,
    articles,
    paths: ids.map((id) => index.pathOf(id)),
    briefs: ids.map((id) => index.briefs(id)),
    visits: ids.map((id) => index.visitsOf(id)),
    folded: ids.map((id) => index.foldedTexts(id)),
    addresses: index.addresses().sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
    chunks: allChunks(index).map(({ row: ____, sentenceVectors, ...chunk }) => ({
      ...chunk,
      sentenceVectors: sentenceVectors?.() ?? null,
    })),
  };
}

function registerAnswers(index: IndexReader) {
  const register = index.register();
  const all = register.find({}, { offset: 0, limit: 100 });
  return {
    filters: FILTERS.map((filter) => [
      register.find(filter, { offset: 0, limit: 100 }),
      register.find(filter, { offset: 1, limit: 2, order: "oldest" }),
      register.has(filter),
      register.facets(filter),
    ]),
    byId: all.visits.map(({ id }) => register.visit(id)),
    articles: register.articleIds().sort(),
    ofArticles: register
      .articleIds()
      .sort()
      .map((id) => register.ofArticle(id)),
    none: [register.visit("khong-co"), register.ofArticle("khong-co")],
  };
}

/** What the local index of the workspace tells: both drivers must tell the same. */
function local<T>(space: Workspace, tell: (index: IndexReader) => T): T {
  return space.read(tell);
}

/** The contract of an index: whatever keeps it, it runs whole. */
export function indexContract(name: string, driver: IndexDriver): void {
  describe(`an index ${name}`, () => {
    let space: Workspace;
    let place: IndexPlace;
    beforeEach(() => {
      space = workspace();
      place = driver.place(space);
    });

    it("says that there is none before the first build", () => {
      expect(openIndex(place)).toMatchObject({ problem: "none" });
      expect(currentManifest(place)).toMatchObject({ problem: "none" });
      expect(activeHold(place)).toBeNull();
      expect(keptGenerations(place)).toEqual([]);
      expect(rollBack({ place, by: "An" })).toEqual({ kind: "none" });
    });

    it("gives back what was stored, word scores, vectors and register, after each change", async () => {
      fill(space);
      space.write(
        "🚩 cờ/ba.md",
        markdown("Chuyến đi 🚩 của đoàn \\u0000 Nam Ninh", "Đoàn 🚩 đến Hà Nội."),
      );
      await driver.build(space);
      const check = async () => {
        const index = open(place);
        expect(contents(index)).toEqual(local(space, contents));
        expect(registerAnswers(index)).toEqual(local(space, registerAnswers));
        expectRightScores(index);
        index.close();
      };
      await check();
      space.write("bai-3.md", report(303));
      space.write("moi.md", visitReport(9));
      space.write("tin/hoi-dam-1.md", visitReport(21));
      space.delete("bai-5.md");
      await driver.build(space);
      await check();
      await driver.build(space, { full: true });
      await check();
    });

    it("finds the nearest vectors: recall@10 of at least 0.98 against a full comparison", async () => {
      fill(space, 60);
      await driver.build(space);
      space.delete("bai-7.md");
      space.write("bai-8.md", report(608));
      await driver.build(space);
      const index = open(place);
      const chunks = allChunks(index);
      const exact = new ExactIndex(
        index.status().dimension,
        chunks.map(({ row, vector }) => ({ row, vector: vector! })),
      );
      let found = 0;
      let wanted = 0;
      for (const { vector, row } of chunks) {
        const right = exact.search(vector!, 10);
        // Of equally near vectors, any may be found; half precision orders the last digits otherwise.
        const least = right.at(-1)!.score - 1e-3;
        const score = new Map(exact.search(vector!, 1000).map((hit) => [hit.row, hit.score]));
        const hits = index.searchDense(vector!, 10);
        expect(hits).toHaveLength(10);
        expect(hits.map((hit) => hit.score)).toEqual(
          hits.map((hit) => hit.score).sort((a, b) => b - a),
        );
        for (const hit of hits) expect(hit.score).toBeCloseTo(score.get(hit.row)!, 2);
        found += hits.filter((hit) => score.get(hit.row)! >= least).length;
        wanted += right.length;
        expect(score.get(row)).toBeCloseTo(1, 3);
      }
      expect(found / wanted).toBeGreaterThanOrEqual(0.98);
      expect(index.searchDense(chunks[0]!.vector!, 0)).toEqual([]);
      expect(() => index.searchDense(new Float32Array(3), 5)).toThrow(TypeError);
      index.close();
    });

    it("finds nothing, and does not throw, for what is no word or unknown", async () => {
      fill(space, 3);
      await driver.build(space);
      const index = open(place);
      for (const term of [
        '"',
        "a OR b",
        "*",
        "",
        "ab:cd",
        "đ'; DROP TABLE chunks; --",
        "x\0y",
        "''",
      ])
        for (const folded of [true, false]) {
          expect(index.searchLexical([term], { folded, k: 5 })).toEqual([]);
          expect(index.documentFrequency([term], folded).get(term)).toBe(0);
        }
      expect(index.searchLexical([], { folded: true, k: 5 })).toEqual([]);
      expect(index.searchLexical(["doan"], { folded: true, k: 0 })).toEqual([]);
      expect(index.chunks([999_999, -1])).toEqual([]);
      expect([index.article("x"), index.titleOf("x"), index.pathOf("x")]).toEqual([
        null,
        null,
        null,
      ]);
      expect([index.chunksOfArticle("x"), index.briefs("x"), index.visitsOf("x")]).toEqual([
        [],
        [],
        0,
      ]);
      const rows = allChunks(index).map(({ row }) => row);
      expect(index.chunks([rows[2]!, 999_999, rows[0]!]).map(({ row }) => row)).toEqual([
        rows[2],
        rows[0],
      ]);
      index.close();
    });

    it("a build leaves what is read as it is; the next reader sees the new generation", async () => {
      fill(space, 12);
      await driver.build(space);
      const index = open(place);
      const before = contents(index);
      const words = index.searchLexical(["doan", "tham"], { folded: true, k: 100 });
      space.delete("bai-1.md");
      space.write("bai-2.md", report(202));
      for (let n = 40; n < 60; n++) space.write(`them-${n}.md`, report(n));
      await driver.build(space);
      expect(contents(index)).toEqual(before);
      expect(index.searchLexical(["doan", "tham"], { folded: true, k: 100 })).toEqual(words);
      expectRightScores(index);
      const next = open(place);
      expect(next.status().generation).not.toBe(index.status().generation);
      expect(next.status().articles).toBe(12 + 6 - 1 + 20);
      expectRightScores(next);
      index.close();
      next.close();
    });

    it("keeps three generations, and goes back to one", async () => {
      fill(space, 4);
      for (let n = 0; n < 5; n++) {
        space.write("bai-0.md", report(100 + n));
        await driver.build(space);
      }
      const kept = keptGenerations(place);
      expect(kept.map(({ name, isCurrent }) => [name, isCurrent])).toEqual([
        ["000005", true],
        ["000004", false],
        ["000003", false],
      ]);
      expect(kept.map(({ otherwise, without, again }) => [otherwise, without, again])).toEqual([
        [0, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
      ]);
      expect(rollBack({ place, by: "An" })).toMatchObject({
        kind: "done",
        now: { generation: "000004" },
        before: "000005",
      });
      const index = open(place);
      expect(index.article("bai-0")!.title).toContain("thứ 103");
      expectRightScores(index);
      index.close();
      expect(activeHold(place)).toMatchObject({ generation: "000004", by: "An" });
      expect(rollBack({ place, by: "An", generation: "000009" })).toMatchObject({
        kind: "unknown",
      });
      // What is built from there on leads back to where it was, and ends the hold.
      space.write("bai-1.md", report(300));
      await driver.build(space);
      expect(activeHold(place)).toBeNull();
      const next = open(place);
      expect(next.article("bai-0")!.title).toContain("thứ 104");
      expectRightScores(next);
      next.close();
      expect(keptGenerations(place)).toHaveLength(3);
    });

    it("tells those who follow that another generation is in use", async () => {
      fill(space, 3);
      await driver.build(space);
      let reloads = 0;
      const stop = followGenerations({
        place,
        reload: async () => {
          reloads++;
        },
        logger: pino({ level: "silent" }),
        lookEveryMs: 20,
      });
      await new Promise((wake) => setTimeout(wake, 300));
      expect(reloads).toBe(0);
      space.write("bai-2.md", report(202));
      await driver.build(space);
      await expect.poll(() => reloads).toBe(1);
      rollBack({ place, by: "An" });
      await expect.poll(() => reloads).toBe(2);
      stop();
    });

    it("cut off at any step, it answers from the earlier generation, and the next build is whole", async () => {
      fill(space, 6);
      await driver.build(space);
      const first = open(place);
      const before = contents(first);
      const { generation } = first.status();
      first.close();
      space.write("bai-1.md", report(101));
      space.write("moi.md", visitReport(12));
      space.delete("bai-2.md");
      let step = 1;
      for (; step < 200; step++) {
        if (await driver.buildCutAt(space, step)) break;
        const index = open(place);
        if (index.status().generation === generation) expect(contents(index)).toEqual(before);
        // Cut off behind the switch, when old rows are cleared away.
        else expect(contents(index)).toEqual(local(space, contents));
        index.close();
      }
      expect(step).toBeGreaterThan(5);
      await driver.build(space);
      const index = open(place);
      expect(index.article("moi")).not.toBeNull();
      expect(contents(index)).toEqual(local(space, contents));
      expect(registerAnswers(index)).toEqual(local(space, registerAnswers));
      expectRightScores(index);
      index.close();
    });
  });
}

import { expect, test } from "vitest";
import { Random } from "../../../scripts/shared/random.ts";
import { Dataset } from "../../../scripts/training/dataset.ts";
import { PieceFacts } from "../../../scripts/training/initial-rows.ts";
import { neighbourGroups, PairMaker, type PairMix } from "../../../scripts/training/pairs.ts";
import { Unigram } from "../../../scripts/training/unigram.ts";
import { VocabularyBuilder } from "../../../scripts/training/vocabulary.ts";

test("every article is in one group, groups are small, and neighbours share theirs", () => {
  const random = new Random(2);
  const count = 256;
  // Four bundles of directions, one behind the other in turn.
  const vectors = new Float32Array(count * 4);
  for (let a = 0; a < count; a++) {
    for (let j = 0; j < 4; j++) vectors[a * 4 + j] = (a % 4 === j ? 1 : 0) + 0.05 * random.normal();
  }
  const groups = neighbourGroups(vectors, 4, 16, random);
  expect(groups.flatMap((g) => [...g]).sort((a, b) => a - b)).toEqual(
    Array.from({ length: count }, (_, i) => i),
  );
  let same = 0;
  for (const group of groups) {
    expect(group.length).toBeLessThanOrEqual(16);
    for (const a of group) for (const b of group) if (a < b && a % 4 === b % 4) same++;
  }
  const pairs = groups.reduce((sum, g) => sum + (g.length * (g.length - 1)) / 2, 0);
  expect(same / pairs).toBeGreaterThan(0.6);
});

test("equal vectors end the halving", () => {
  const groups = neighbourGroups(new Float32Array(100 * 2).fill(1), 2, 8, new Random(1));
  expect(groups.reduce((sum, g) => sum + g.length, 0)).toBe(100);
});

const TITLE = "tiêu_đề bản tin";
const LEAD = ["mở_đầu bài viết"];
const BODY = ["câu thứ nhất tám chữ ở đây này nhé", "đoàn gồm 35 người", "câu cuối cùng kết_thúc"];
const builder = new VocabularyBuilder();
const asking =
  "ai nào gì đâu sao mấy là ở người ông nước nơi tỉnh bao_nhiêu khi bao_giờ ngày năm vì tại thế ra để làm cái những hôm lúc chức thành_phố";
for (const line of [TITLE, ...LEAD, ...BODY, asking]) builder.add(line);
const tokenizer = new Unigram(builder.build({ words: 200, folded: 200, fragments: 100 }));
const data = new Dataset();
data.add(tokenizer, TITLE, LEAD, BODY);
data.add(tokenizer, "chỉ có tiêu_đề", [], []);
const facts = new PieceFacts(tokenizer, data.pieceCounts(tokenizer.pieces.length));

const PLAIN: PairMix = {
  title: 0,
  lead: 0,
  query: 0,
  keepSentence: 1,
  fold: 0,
  foldRight: 0,
  withTitle: 0,
  sentenceOnly: 0,
  sentences: 0,
  split: 0,
};
const text = (ids: readonly number[]) =>
  ids
    .map((id) => tokenizer.pieces[id]!.text)
    .join("")
    .replaceAll("▁", " ")
    .trim();
const plain = (s: string) => s.replaceAll("_", " ");

function make(mix: Partial<PairMix>, article = 0, seed = 1) {
  return (
    new PairMaker(data, facts, new Random(seed), { ...PLAIN, ...mix }).make(article)[0] ?? null
  );
}

test("a title meets its passage, which then does not carry the title", () => {
  const { left, right } = make({ title: 1, withTitle: 1 })!;
  expect(text(left)).toBe(plain(TITLE));
  expect(text(right)).toBe(plain(BODY.join(" ")));
});

test("a lead meets the passage under its title", () => {
  const { left, right } = make({ lead: 1, withTitle: 1 })!;
  expect(text(left)).toBe(plain(LEAD[0]!));
  expect(text(right)).toBe(plain([TITLE, ...BODY].join(" ")));
});

test("a whole sentence meets the rest of its passage", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { left, right } = make({}, 0, seed)!;
    const sentence = text(left);
    expect(BODY.map(plain)).toContain(sentence);
    expect(text(right)).toBe(
      BODY.map(plain)
        .filter((s) => s !== sentence)
        .join(" "),
    );
  }
});

test("the left side reads as typed without marks when it is folded", () => {
  const { left } = make({ title: 1, fold: 1 })!;
  expect(text(left)).toBe("tieu de ban tin");
});

test("pieces of several syllables can be read syllable by syllable", () => {
  const whole = make({ title: 1 })!;
  const split = make({ title: 1, split: 1 })!;
  expect(text(split.left)).toBe(text(whole.left));
  expect(split.left.length).toBeGreaterThan(whole.left.length);
});

test("a question holds words of one sentence of its passage and question words only", () => {
  const allowed = new Set([...BODY, asking].flatMap((s) => plain(s).split(" ")));
  for (let seed = 0; seed < 50; seed++) {
    const pair = make({ query: 1 }, 0, seed);
    if (pair === null) continue;
    for (const word of text(pair.left).split(" ")) expect(allowed).toContain(word);
    expect(text(pair.right)).toBe(BODY.map(plain).join(" "));
  }
});

test("questions on single sentences come with their sentence, apart from the others", () => {
  const maker = new PairMaker(data, facts, new Random(1), { ...PLAIN, sentences: 1 });
  const pairs = Array.from({ length: 20 }, () => maker.make(0)).flat();
  expect(pairs.length).toBeGreaterThan(0);
  for (const { right, apart } of pairs) {
    expect(apart).toBe(true);
    expect([...LEAD, ...BODY].map(plain)).toContain(text(right));
  }
});

test("an article without text gives no pair", () => {
  expect(make({}, 1)).toBeNull();
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunkArticle } from "../../../src/articles/parse/chunk.ts";
import { sentences } from "../../../src/language/text/sentences.ts";
import type { Article, BlockKind } from "../../../src/model/article.ts";
import { CHUNK_DEFAULTS, chunkFingerprint } from "../../../src/model/versions.ts";
import { fixture } from "./helpers.ts";

type Parts = readonly (readonly [BlockKind, string])[];

function article(parts: Parts): Pick<Article, "text" | "blocks"> {
  let at = 0;
  const blocks = parts.map(([kind, text]) => {
    const block = { kind, start: at, end: at + text.length };
    at += text.length + 2;
    return block;
  });
  return { text: parts.map(([, text]) => text).join("\n\n"), blocks };
}

const syllables = (text: string) => text.split(/\s+/u).length;
const sentence = (size: number) => `Đoàn${" đi".repeat(size - 1)}.`;

describe("chunkArticle", () => {
  it("puts short paragraphs together up to the target", () => {
    const input = article(Array.from({ length: 12 }, () => ["paragraph", sentence(25)] as const));
    const chunks = chunkArticle(input);
    expect(chunks.map((chunk) => chunk.sentences.length)).toEqual([4, 4, 4]);
    expect(chunks.map((chunk) => chunk.ordinal)).toEqual([0, 1, 2]);
  });

  it("cuts a long paragraph between sentences into parts of about one size", () => {
    const input = article([
      ["paragraph", Array.from({ length: 15 }, () => sentence(20)).join(" ")],
    ]);
    const sizes = chunkArticle(input).map(({ start, end }) =>
      syllables(input.text.slice(start, end)),
    );
    expect(sizes).toEqual([100, 100, 100]);
  });

  it("leaves a sentence over the maximum whole and alone", () => {
    const input = article([["paragraph", `${sentence(30)} ${sentence(260)} ${sentence(30)}`]]);
    const sizes = chunkArticle(input).map(({ start, end }) =>
      syllables(input.text.slice(start, end)),
    );
    expect(sizes).toEqual([30, 260, 30]);
  });

  it("keeps captions together and apart, and the byline alone", () => {
    const [own] = fixture("portal-copy.txt");
    const chunks = chunkArticle(own!);
    expect(chunks.map(({ kind }) => kind).filter((kind) => kind !== "body")).toEqual([
      "caption",
      "byline",
    ]);
    expect(chunks.at(-1)).toMatchObject({ kind: "byline", sentences: [{}] });
    expect(chunks.at(-2)!.sentences).toHaveLength(3);
  });

  it("begins a new chunk at a heading", () => {
    const input = article([
      ["lead", sentence(20)],
      ["heading", "Kết quả"],
      ["paragraph", sentence(20)],
    ]);
    const texts = chunkArticle(input).map(({ start, end }) => input.text.slice(start, end));
    expect(texts).toEqual([sentence(20), `Kết quả\n\n${sentence(20)}`]);
  });

  it("holds every sentence once, never cuts one, and keeps to the maximum", () => {
    const kinds = fc.constantFrom<BlockKind>("lead", "heading", "paragraph", "caption", "byline");
    const text = fc
      .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 })
      .map((sizes) => sizes.map(sentence).join(" "));
    const options = fc
      .tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 0, max: 100 }))
      .map(([targetSyllables, more]) => ({
        targetSyllables,
        maxSyllables: targetSyllables + more,
      }));
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, text), { maxLength: 12 }), options, (parts, sizes) => {
        const input = article(parts);
        const chunks = chunkArticle(input, sizes);
        const all = input.blocks.flatMap(({ start, end }) =>
          sentences(input.text.slice(start, end)).map((one) => ({
            start: one.start + start,
            end: one.end + start,
          })),
        );
        expect(chunks.flatMap((chunk) => chunk.sentences)).toEqual(all);
        for (const chunk of chunks) {
          expect(chunk.start).toBe(chunk.sentences[0]!.start);
          expect(chunk.end).toBe(chunk.sentences.at(-1)!.end);
          const size = syllables(input.text.slice(chunk.start, chunk.end));
          expect(size <= sizes.maxSyllables || chunk.sentences.length === 1).toBe(true);
        }
      }),
    );
  });

  it("refuses sizes that make no sense", () => {
    const input = article([["lead", sentence(3)]]);
    expect(() => chunkArticle(input, { maxSyllables: 10, targetSyllables: 20 })).toThrow(
      RangeError,
    );
    expect(() => chunkArticle(input, { maxSyllables: 10, targetSyllables: 0 })).toThrow(RangeError);
    expect(() => chunkArticle(input, { maxSyllables: 10.5, targetSyllables: 2 })).toThrow(
      RangeError,
    );
  });

  it("has a fingerprint that changes with the sizes", () => {
    expect(chunkFingerprint()).toBe(chunkFingerprint(CHUNK_DEFAULTS));
    expect(chunkFingerprint({ ...CHUNK_DEFAULTS, maxSyllables: 201 })).not.toBe(chunkFingerprint());
  });
});

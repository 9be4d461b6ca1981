import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ingestFile } from "../../../src/articles/parse/parse-document.ts";
import { toMarkdown } from "../../../src/articles/parse/to-markdown.ts";
import type { Article } from "../../../src/model/article.ts";
import { fixture, ingest } from "./helpers.ts";

const PAGES = new URL("../../fixtures/pages/", import.meta.url);

/** Writes an article, reads it as a file of the same id, and compares. */
function expectSame(article: Article): void {
  const written = toMarkdown(article);
  const again = ingestFile(`${article.id}.md`, new TextEncoder().encode(written));
  if (!again.ok) throw new Error(`${again.reason}\n${written}`);
  // What of the page was left out is not told again.
  expect(again.articles).toEqual([{ ...article, leftOut: null }]);
}

/** Greek and Cyrillic letters are judged by the whole text they stand in, which is another one in each form. */
const isOfNoLookAlikes = (text: string) =>
  !/[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text.normalize("NFKC"));

describe("an article written as Markdown is read as the same article", () => {
  test.each(readdirSync(PAGES))("from %s", (name) => expectSame(fixture(name)[0]!));

  test("of a summary as one", () => {
    const [first] = ingest("a.md", "---\ntitle: A\nkind: summary\n---\n\nĐoàn thăm tỉnh.\n");
    expect(first!.isSummary).toBe(true);
    expectSame(first!);
  });

  test("from any text that can be ingested", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "Sáng",
        "21/1,",
        "đồng chí",
        "Dương Xuân Huyên",
        "tiếp",
        "đoàn",
        "Bằng Tường.",
        "*",
        "_",
        "#",
        "##",
        "-",
        "+",
        "1.",
        "2)",
        "|",
        ">",
        "<b>",
        "<!--",
        "-->",
        "&amp;",
        "&#42;",
        "&",
        "[a](b)",
        "![x](y)",
        "`",
        "```",
        "~~",
        "\\",
        "===",
        "---",
        "...",
        "Xem thêm:",
        "Tin liên quan",
        "Ảnh: TTXVN",
        "Bài: Vũ Giang",
        "\n",
        "\n\n",
        ":",
        '"',
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }).filter(isOfNoLookAlikes),
    );
    const page = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(page, fc.constantFrom(".txt", ".md", ".html"), (text, extension) => {
        const read = ingestFile(`a${extension}`, new TextEncoder().encode(text));
        if (read.ok) expectSame({ ...read.articles[0]!, id: "a" });
      }),
      { numRuns: 400 },
    );
  });

  test("with any metadata", () => {
    const [base] = fixture("with-front-matter.md");
    const line = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter(isOfNoLookAlikes)
      // The letter for what cannot be read makes a short text unreadable.
      .filter((text) => !text.includes("\ufffd"))
      .map((text) => ingest("a.md", `# T\n\nx ${text}`)[0]!.text)
      .filter((text) => text !== "" && text !== "null" && text !== "~");
    fc.assert(
      fc.property(line, line, line, (title, source, author) => {
        expectSame({ ...base!, title, source, author });
      }),
      { numRuns: 200 },
    );
  });

  test("with a day that a person has set", () => {
    const [base] = fixture("newspaper-copy.txt");
    const event = { date: { year: 2024, month: 9, day: 11 }, start: 0, end: 9, set: true } as const;
    expectSame({ ...base!, event });
    const elsewhere = {
      date: { year: 2023, month: 5, day: 2 },
      start: 0,
      end: 0,
      set: true,
    } as const;
    expectSame({ ...base!, event: elsewhere });
  });
});

test("further lines of the front matter are kept for people and passed over", () => {
  const [base] = fixture("newspaper-copy.txt");
  const written = toMarkdown(base!, { added_by: "Lan: 12", added: "2025-01-22" });
  expect(written).toContain('added_by: "Lan: 12"');
  expect(ingest("newspaper-copy.md", written)).toEqual([{ ...base!, leftOut: null }]);
});

test("the shipped corpus can be written anew", () => {
  const file = new URL(
    "../../../corpus/lang-son/2025-01-21-tiep-doan-bang-tuong.md",
    import.meta.url,
  );
  const read = ingestFile("a.md", readFileSync(file));
  if (!read.ok) throw new Error(read.reason);
  expectSame(read.articles[0]!);
});

import { expect, it } from "vitest";
import { contentUnits } from "../../../../src/answers/visits/minutes/content-units.ts";
import type { Article } from "../../../../src/model/article.ts";

it("whoever somebody only follows in an office is no speaker", () => {
  const text = "Bà Tạ Mẫn, Chủ tịch Hội (kế nhiệm bà Lương Tú Hoa), đề nghị mở lớp dạy nghề.";
  const article = {
    title: "",
    text,
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
  } as unknown as Article;
  const point = { articleId: "a", start: 0, end: text.length, text, act: "requested", side: null };
  const recorded = { ...point, speaker: "Lương Tú Hoa" } as never;
  const speakers = contentUnits(article, [recorded]).flatMap(({ speaker }) => speaker);
  expect(speakers).toContain("man");
  expect(speakers).not.toContain("luong");
});

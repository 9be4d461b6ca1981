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

function unitsOf(...blocks: readonly (string | { readonly heading: string })[]) {
  let text = "";
  const ranges = blocks.map((block) => {
    const isHeading = typeof block !== "string";
    const own = isHeading ? block.heading : block;
    const start = text.length;
    text += `${own}\n`;
    return { kind: isHeading ? "heading" : "paragraph", start, end: start + own.length };
  });
  return contentUnits({ title: "", text, blocks: ranges } as unknown as Article, []);
}
const unitOf = (units: ReturnType<typeof unitsOf>, start: string) =>
  units.find(({ text }) => text.startsWith(start))!;

it("a sentence behind which the first of several matters stands leads up to all of them", () => {
  const units = unitsOf(
    "Bà Tạ Mẫn gợi mở với bạn ba việc cùng làm. Trước hết, soạn tập tình huống. Tiếp theo, đổi giảng viên. Cuối cùng, mỗi năm một hội thảo.",
  );
  expect(unitOf(units, "Bà Tạ Mẫn").leads).toBe(true);
  for (const start of ["Trước hết", "Tiếp theo", "Cuối cùng"]) {
    expect([...unitOf(units, start).acts]).toContain("proposed");
    expect(unitOf(units, start).speaker).toContain("man");
  }
});

it("a heading that names an act leads up to the list below it, not to a paragraph", () => {
  const list = unitsOf(
    { heading: "Những việc đã chốt" },
    "Mở đường dây nóng;",
    "Lập tổ chuyên viên.",
  );
  expect([...unitOf(list, "Lập tổ").acts]).toContain("agreed");
  const paragraph = unitsOf(
    { heading: "Hai bên ký ba văn bản" },
    "Mưa lớn suốt đêm. Cầu vẫn đông xe.",
  );
  expect([...unitOf(paragraph, "Mưa lớn").acts]).toEqual([]);
});

it("a heading of a report in capitals is no matter", () => {
  expect(unitsOf("III. KẾT LUẬN", "Mở đường dây nóng.")).toHaveLength(1);
});

import { expect, it } from "vitest";
import { articleOf, told } from "./told.ts";

it("cites the sentence that names a head, where the first one does not", () => {
  const text =
    "Ngày 22/2/2023, tại thành phố Hà Giang, Tỉnh ủy Hà Giang gặp gỡ đoàn đại biểu châu Văn Sơn (Vân Nam, Trung Quốc).\n\nTrưởng đoàn Hà Giang là ông Đặng Quốc Thử, Bí thư Tỉnh ủy Hà Giang.\n\nPhía Trung Quốc có ông Lưu Ninh Sinh, Bí thư Châu ủy Văn Sơn, làm trưởng đoàn.";
  const options = { title: "Hà Giang gặp gỡ châu Văn Sơn" };
  const article = articleOf(text, options);
  const [visit] = told(text, options);
  expect([visit!.host.head, visit!.guest.head]).toEqual(["Đặng Quốc Thử", "Lưu Ninh Sinh"]);
  for (const side of ["host", "guest"] as const) {
    const cited = visit!.evidence[side]!.map(({ start, end }) => article.text.slice(start, end));
    expect(cited.join(" ")).toContain(visit![side].head);
  }
});

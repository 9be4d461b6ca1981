import { expect, it } from "vitest";
import { rolesTold } from "../../../../src/answers/visits/asked/roles.ts";
import type { Article } from "../../../../src/model/article.ts";

const roles = (text: string) => rolesTold({ text } as Article, "lo van hinh");

it.each([
  "Đoàn được Chánh án Lò Văn Hính tiếp tại trụ sở.",
  "Sáng 9/7, tiếp khách ở trụ sở, Phó Chủ tịch UBND tỉnh Lò Văn Hính dành thời gian nói về chuối.",
  "Ông Lò Văn Hính, Phó Chủ tịch UBND tỉnh, đón đoàn.",
])("received: %s", (text) => {
  expect(roles(text)).toEqual({ came: false, received: true });
});

it.each([
  "Đoàn do ông Lò Văn Hính, Phó Chủ tịch UBND tỉnh, làm Trưởng đoàn thăm Kim Bình.",
  "Ông Lò Văn Hính dẫn đầu đoàn công tác.",
  "Bà Vương Tú Anh tiếp đoàn ông Lò Văn Hính.",
])("came: %s", (text) => {
  expect(roles(text)).toEqual({ came: true, received: false });
});

it("says nothing of whoever only spoke", () => {
  expect(roles("Ông Lò Văn Hính đề nghị mở chợ.")).toEqual({ came: false, received: false });
});

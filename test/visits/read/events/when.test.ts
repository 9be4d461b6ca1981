import { expect, it } from "vitest";
import { told } from "../told.ts";

const GUESTS = "đoàn đại biểu châu Văn Sơn (Vân Nam, Trung Quốc) do ông Trần Mẫu Dân dẫn đầu";

it("reads both days of a span that is written with stops", () => {
  const [visit] = told(
    `Từ 29.8 đến 2.9.2023, ${GUESTS} thăm và làm việc tại tỉnh Hà Giang. Ông Vừ Mí Thử, Phó Chủ tịch UBND tỉnh Hà Giang tiếp đoàn.`,
  );
  expect(visit).toMatchObject({ date: { day: 29, month: 8 }, endDate: { day: 2, month: 9 } });
});

it("takes the year that the title gives the event", () => {
  const [visit] = told(
    `Ngày 20/5, tại thành phố Hà Giang, ông Vừ Mí Thử, Phó Chủ tịch UBND tỉnh Hà Giang, tiếp ${GUESTS}.`,
    { title: "Gặp gỡ đầu xuân 2023 giữa Hà Giang và Văn Sơn" },
  );
  expect(visit?.date).toEqual({ day: 20, month: 5, year: 2023 });
});

it("takes no year where title and sentence give two", () => {
  const [visit] = told(
    `Hội nghị giao ban năm 2022 diễn ra ngày 20/5 tại thành phố Hà Giang, ông Vừ Mí Thử, Phó Chủ tịch UBND tỉnh Hà Giang, tiếp ${GUESTS}.`,
    { title: "Gặp gỡ đầu xuân 2023 giữa Hà Giang và Văn Sơn" },
  );
  expect(visit?.date.year).toBeNull();
});

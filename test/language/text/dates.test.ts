import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateMention, type DateOptions, datesIn } from "../../../src/language/text/dates.ts";
import { stripMarks } from "../../../src/language/text/fold.ts";
import { normalizeText } from "../../../src/language/text/normalize.ts";
import { formatPartialDate, isPossibleDate } from "../../../src/language/text/partial-date.ts";
import { vietnameseText } from "./arbitraries.ts";

/** `[words] date` or `[words] from>to`, joined by `; `. */
function read(text: string, options?: DateOptions): string {
  return datesIn(text, options)
    .map((mention) => `[${text.slice(mention.start, mention.end)}] ${shown(mention)}`)
    .join("; ");
}

function shown({ kind, date, endDate, time }: DateMention): string {
  if (time !== null) return `${time.hour}:${time.minute}`;
  if (date === null) return kind;
  const from = formatPartialDate(date);
  return endDate === null ? `${from}` : `${from}>${formatPartialDate(endDate)}`;
}

describe("datesIn", () => {
  it.each([
    ["ngày 11/12/2011, đoàn đến", "[ngày 11/12/2011] 11/12/2011"],
    ["Ngày 21/1, đồng chí", "[Ngày 21/1] 21/1"],
    ["vào 7-3-2025", "[7-3-2025] 7/3/2025"],
    ["hôm 06.5.2019", "[hôm 06.5.2019] 6/5/2019"],
    ["(28/2/2023)", "[28/2/2023] 28/2/2023"],
    ["2025-01-21", "[2025-01-21] 21/1/2025"],
    ["ngày 21 tháng 1 năm 2025", "[ngày 21 tháng 1 năm 2025] 21/1/2025"],
    ["ngày 2 tháng chín, 1945", "[ngày 2 tháng chín, 1945] 2/9/1945"],
    ["từ tháng 9/1973", "[tháng 9/1973] 9/1973"],
    ["tháng 9 năm 1973", "[tháng 9 năm 1973] 9/1973"],
    ["tháng tư năm 2019", "[tháng tư năm 2019] 4/2019"],
    ["cuối tháng 5", "[tháng 5] 5"],
    ["Từ năm 2020 đến nay", "[năm 2020] 2020"],
    ["Sáng 25/10, ông đến; tối 2/2 ông về", "[Sáng 25/10] 25/10; [tối 2/2] 2/2"],
    ["chiều nay 3-11", "[chiều nay 3-11] 3/11"],
    ["hôm nay (21/1)", "[hôm nay] relative; [21/1] 21/1"],
    ["sáng nay và tuần trước", "[sáng nay] relative; [tuần trước] relative"],
    ["lúc 12h20", "[12h20] 12:20"],
    ["lúc 9 giờ 30", "[9 giờ 30] 9:30"],
    ["từ 8 giờ rưỡi", "[8 giờ rưỡi] 8:30"],
    ["Ngày 05/11/24, đoàn", "[Ngày 05/11/24] 5/11/2024"],
    ["sáng 5.11.24", "[sáng 5.11.24] 5/11/2024"],
    ["ngày 30/4/75", "[ngày 30/4/75] 30/4/1975"],
    ["Ngày 14–6–2024", "[Ngày 14–6–2024] 14/6/2024"],
    ["ngày 14‑6‑2024", "[ngày 14‑6‑2024] 14/6/2024"],
    ["Ngày 12 tháng Giêng, huyện", "[Ngày 12 tháng Giêng] lunar"],
    ["sáng mùng 4 Tết Giáp Thìn", "[mùng 4 Tết Giáp Thìn] lunar"],
    ["chiều 28 Tết", "[chiều 28 Tết] lunar"],
    ["ngày rằm tháng Chạp", "[ngày rằm tháng Chạp] lunar"],
    ["mồng Sáu tháng Giêng năm Ất Tỵ", "[mồng Sáu tháng Giêng năm Ất Tỵ] lunar"],
    ["10 tháng 3 âm lịch", "[10 tháng 3 âm lịch] lunar"],
    ["ngày 15/8 (âm lịch)", "[ngày 15/8 (âm lịch)] lunar"],
    ["18 tháng Giêng (tức ngày 26/2)", "[18 tháng Giêng] lunar; [ngày 26/2] 26/2"],
    ["22.01.2025 | 10:53:03", "[22.01.2025] 22/1/2025; [10:53:03] 10:53"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["từ ngày 06 - 08/5/2019.", "[ngày 06 - 08/5/2019] 6/5/2019>8/5/2019"],
    ["từ ngày 14 đến 16/4", "[ngày 14 đến 16/4] 14/4>16/4"],
    ["ngày 14-16/4", "[ngày 14-16/4] 14/4>16/4"],
    ["từ ngày 2 đến 4-11", "[ngày 2 đến 4-11] 2/11>4/11"],
    ["từ 28/2 đến 5/3", "[28/2 đến 5/3] 28/2>5/3"],
    ["từ ngày 28/2/2023 đến hết ngày 5/3", "[ngày 28/2/2023 đến hết ngày 5/3] 28/2/2023>5/3/2023"],
    ["28/12 - 3/1/2020", "[28/12 - 3/1/2020] 28/12/2019>3/1/2020"],
    [
      "từ ngày 28 tháng 2 đến ngày 5 tháng 3 năm 2023",
      "[ngày 28 tháng 2 đến ngày 5 tháng 3 năm 2023] 28/2/2023>5/3/2023",
    ],
    ["(1969 - 2019)", "[1969 - 2019] 1969>2019"],
    ["giai đoạn 2021-2025", "[2021-2025] 2021>2025"],
    ["ngày 21 và 22/1", "[ngày 21 và 22/1] 21/1>22/1"],
    ["các ngày 11, 12 và 13/6/2024", "[ngày 11, 12 và 13/6/2024] 11/6/2024>13/6/2024"],
    ["ngày 4, 5, 6/9", "[ngày 4, 5, 6/9] 4/9>6/9"],
    ["ngày 29, 30/4 và 01/5/2023", "[ngày 29, 30/4 và 01/5/2023] 29/4/2023>1/5/2023"],
    ["ngày 7/6 và 8/6", "[ngày 7/6 và 8/6] 7/6>8/6"],
    ["ngày 7 và 19/6", "[ngày 7] 7/6; [19/6] 19/6"],
    ["từ 29.8 đến 2.9", "[29.8 đến 2.9] 29/8>2/9"],
    ["Từ 29.8 đến 2.9.2023", "[29.8 đến 2.9.2023] 29/8/2023>2/9/2023"],
    ["trong quý I/2024", "[quý I/2024] 1/2024>3/2024"],
    ["quý IV năm 2023", "[quý IV năm 2023] 10/2023>12/2023"],
    ["quý ba năm 2023", "[quý ba năm 2023] 7/2023>9/2023"],
    ["quý II", "[quý II] 4>6"],
  ])("reads the span %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    "tỷ số 2-1, thắng 4/6 trận",
    "4/6 đại biểu và 1/3 dân số tán thành",
    "khu vực mốc 1090-1091",
    "gọi 0912.345.678 hoặc 0205-3812-345",
    "công trình “4 xuất - 4 nhập”",
    "ngày 31/2/2023 và ngày 30/2",
    "số 35/10 và 12/13",
    "Quyết định số 12/2019/QĐ-TTg",
    "tăng từ 29.8 đến 30.9 triệu đồng",
    "75 năm quan hệ, 16 chữ vàng và 4 tốt",
    "đi 3 ngày 2 đêm, kéo dài khoảng 3 giờ",
    "Hội chợ Việt Nam 2017",
    "đạt 1.500 tỷ đồng, bão số 3",
    "kính thưa quý vị đại biểu, quý 5",
    "tỷ lệ 3/4/25, điểm số 1-2-25",
    "quà Tết cho 30 hộ",
  ])("reads no date in: %s", (text) => {
    expect(read(text)).toBe("");
  });

  it.each([
    ["ngay 21 thang 1 nam 2025", "[ngay 21 thang 1 nam 2025] 21/1/2025"],
    ["thang 9 nam 1973", "[thang 9 nam 1973] 9/1973"],
    ["tu ngay 14 den 16/4", "[ngay 14 den 16/4] 14/4>16/4"],
    ["nam 2023 ai den lang son", "[nam 2023] 2023"],
    ["hoi cho viet nam 2017", ""],
    ["hom nay ai den", "[hom nay] relative"],
    ["12 thang gieng ai den", "[12 thang gieng] lunar"],
    ["mung 4 tet tiep doan nao", "[mung 4 tet] lunar"],
    ["ngay 05/11/24", "[ngay 05/11/24] 5/11/2024"],
    ["quy ii/2024 co may doan", "[quy ii/2024] 4/2024>6/2024"],
  ])("reads %s typed without marks", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["Who came on 21 January 2025?", "[21 January 2025] 21/1/2025"],
    ["on January 21, 2025", "[January 21, 2025] 21/1/2025"],
    ["visits in 2023", "[in 2023] 2023"],
    ["2025年1月21日谁来访？", "[2025年1月21日] 21/1/2025"],
    ["2023年有多少代表团？", "[2023年] 2023"],
    ["from September 12 to 17, 2023", "[September 12 to 17, 2023] 12/9/2023>17/9/2023"],
    ["4月25日至28日访问谅山", "[4月25日至28日] 25/4>28/4"],
  ])("reads the question %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("takes a bare year only on demand", () => {
    expect(read("tiếp đoàn Bằng Tường 2025")).toBe("");
    expect(read("tiếp đoàn Bằng Tường 2025", { bareYears: true })).toBe("[2025] 2025");
  });

  it("reads what it reads with marks also without them", () => {
    const day = fc.integer({ min: 1, max: 28 });
    const month = fc.integer({ min: 1, max: 12 });
    const year = fc.integer({ min: 1945, max: 2040 });
    fc.assert(
      fc.property(day, month, year, (d, m, y) => {
        for (const words of [
          `Ngày ${d} tháng ${m} năm ${y}`,
          `Sáng ngày ${d}/${m}/${y}`,
          `tháng ${m} năm ${y}`,
        ]) {
          const marked = datesIn(`${words}, đoàn đến thăm`);
          const typed = datesIn(stripMarks(`${words}, đoàn đến thăm`));
          expect(marked).toHaveLength(1);
          expect(typed.map(({ date, start, end }) => ({ date, start, end }))).toEqual(
            marked.map(({ date, start, end }) => ({ date, start, end })),
          );
        }
      }),
    );
  });

  it("gives possible dates in order, without overlaps, for any text", () => {
    fc.assert(
      fc.property(vietnameseText.map(normalizeText), fc.boolean(), (text, bareYears) => {
        let last = 0;
        for (const mention of datesIn(text, { bareYears })) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          if (mention.date !== null) expect(isPossibleDate(mention.date)).toBe(true);
          if (mention.endDate !== null) expect(isPossibleDate(mention.endDate)).toBe(true);
          last = mention.end;
        }
      }),
      { numRuns: 400 },
    );
  });
});

it.each([
  ["Thứ 6, 7/3/2025 | 10:00", "7/3/2025"],
  ["Thứ 3, ngày 4/3/2019", "ngày 4/3/2019"],
  ["Thứ 3 - 4/3/2019", "4/3/2019"],
  ["Lần thứ 3, ngày 4/3/2019, hai bên gặp nhau", "ngày 4/3/2019"],
  ["phiên 5, 6/8/2024", "6/8/2024"],
])("the number of a weekday or of a session begins no span of days: %s", (text, written) => {
  const [date, ...others] = datesIn(text).filter(({ date }) => date !== null);
  expect(others).toEqual([]);
  expect(text.slice(date!.start, date!.end)).toBe(written);
  expect(date!.endDate).toBeNull();
});

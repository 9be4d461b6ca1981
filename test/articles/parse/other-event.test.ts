import { describe, expect, test } from "vitest";
import { findAlike, findSame, otherEvent } from "../../../src/articles/parse/same-article.ts";

const report = (quarter: string, day: string, head: string, returned: number) => ({
  title: `Đồn Biên phòng Pò Hèn giao ban quý ${quarter} với Trạm kiểm soát Động Trung`,
  url: null,
  text: [
    `Sáng ${day}, tại cặp chợ biên giới, Đồn Biên phòng Pò Hèn giao ban quý ${quarter} với Trạm kiểm soát Động Trung, Trung Quốc. Đoàn bạn do ông ${head}, Phó Trạm trưởng, dẫn đầu.`,
    "Hai bên thông báo cho nhau tình hình an ninh trật tự ở khu vực biên giới, thống nhất duy trì tuần tra song phương, phối hợp ngăn chặn buôn lậu và xuất nhập cảnh trái phép, tuyên truyền cho cư dân chấp hành các văn kiện pháp lý.",
    `Trong quý, Đồn đã tiếp nhận ${returned} người do phía bạn trao trả và giải quyết các vụ việc nảy sinh ngay tại cơ sở.`,
  ].join("\n\n"),
});
const first = report("I/2023", "30/3/2023", "Lục Kiến Bình", 14);

describe("reports in the same words", () => {
  test.each([
    ["of another quarter", report("II/2023", "29/6/2023", "Lục Kiến Bình", 14)],
    ["of another day", report("I/2023", "28/3/2023", "Lục Kiến Bình", 14)],
    ["with another head of the delegation", report("I/2023", "30/3/2023", "Phan Thế Dũng", 14)],
    ["with another person of the same surname", report("I/2023", "30/3/2023", "Lục Kiến Quân", 14)],
    ["with another figure", report("I/2023", "30/3/2023", "Lục Kiến Bình", 3)],
  ])("%s are of different events", (_, other) => {
    expect(otherEvent(first, other)).not.toBeNull();
    expect(otherEvent(other, first)).not.toBeNull();
    expect(findSame(first, [other])).toBeNull();
    expect(findAlike(first, [other])?.candidate).toBe(other);
  });

  test("are one report where a newspaper's header, a slip or other words differ", () => {
    const other = {
      ...first,
      title: "Giao ban với Trạm Động Trung",
      text: `Báo biên giới, 12:30 ngày 31/3/2023\n\n${first.text.replace("Kiến Bình", "Kiến Bìn").replace("nảy sinh", "phát sinh")}\n\nẢnh: 2 đoàn chụp ảnh lưu niệm`,
    };
    expect(otherEvent(first, other)).toBeNull();
    expect(findSame(first, [other])?.by).toBe("text");
  });

  test("tell what differs, so that a person can decide", () => {
    const other = report("II/2023", "29/6/2023", "Lục Kiến Bình", 14);
    expect(findAlike(other, [first])?.difference).toEqual({ own: "II", other: "I" });
  });

  test("the same report is found among a series", () => {
    const series = ["I", "II", "III", "IV"].map((quarter, i) =>
      report(`${quarter}/2023`, `${20 + i}/${3 * (i + 1)}/2023`, "Lục Kiến Bình", 5 + i),
    );
    for (const one of series) expect(findSame({ ...one }, series)?.candidate).toBe(one);
  });
});

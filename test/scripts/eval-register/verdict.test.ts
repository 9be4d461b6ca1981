import { describe, expect, it } from "vitest";
import { judgeDate, judgeLabel, judgeName } from "../../../scripts/eval-register/verdict.ts";

describe("judgeLabel", () => {
  it("finds an alternative as whole words, without case, marks and punctuation", () => {
    expect(judgeLabel("Cửa khẩu Hữu Nghị (Lạng Sơn)", "bang tuong|lang son")).toBe("right");
    expect(judgeLabel("Mỹ Đình", "my dinh")).toBe("right");
    expect(judgeLabel("Lạng Sơnn", "lang son")).toBe("wrong and missed");
  });

  it("counts an empty field as missed only where it has to be filled", () => {
    expect(judgeLabel(null, "lang son")).toBe("missed");
    expect(judgeLabel(null, "|lang son")).toBe("fine");
    expect(judgeLabel(null, undefined)).toBe("fine");
  });

  it("takes a filled field that the text does not tell for wrong", () => {
    expect(judgeLabel("Hà Nội", undefined)).toBe("wrong");
    expect(judgeLabel("Hà Nội", "|lang son")).toBe("wrong");
  });

  it("does not take a whole sentence for a label", () => {
    expect(judgeLabel(`Lạng Sơn ${"và nơi khác ".repeat(9)}`, "lang son")).toBe("wrong and missed");
  });
});

describe("judgeName", () => {
  it("bears a title before the name, but not another name behind it", () => {
    expect(judgeName("ông Lò Văn Chính", "lo van chinh")).toBe("right");
    expect(judgeName("Lò Văn Chính và ông Tẩn A Sử", "lo van chinh")).toBe("wrong and missed");
  });

  it("takes a hyphenated name as its words", () => {
    expect(judgeName("Pak Jong-nam", "pak jong nam")).toBe("right");
  });
});

describe("judgeDate", () => {
  const date = (year: number | null, month: number | null, day: number | null) => ({
    year,
    month,
    day,
  });

  it("wants all parts of the key and no other", () => {
    expect(judgeDate(date(null, 5, 7), "?-05-07")).toBe("right");
    expect(judgeDate(date(2019, 5, 7), "?-05-07")).toBe("wrong and missed");
    expect(judgeDate(date(2019, 5, 7), "?-05-07|2019-05-07")).toBe("right");
  });

  it("counts a date that knows less as missed, not as wrong", () => {
    expect(judgeDate(date(null, 5, null), "2019-05-07")).toBe("missed");
    expect(judgeDate(date(null, 6, null), "2019-05-07")).toBe("wrong and missed");
    expect(judgeDate(date(null, 5, null), "|2019-05-07")).toBe("fine");
  });

  it("takes an unknown date for empty", () => {
    expect(judgeDate(date(null, null, null), undefined)).toBe("fine");
    expect(judgeDate(date(2019, null, null), undefined)).toBe("wrong");
    expect(judgeDate(null, "2019-05-07")).toBe("missed");
  });
});

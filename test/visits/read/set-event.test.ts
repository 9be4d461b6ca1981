import { describe, expect, it } from "vitest";
import type { PartialDate } from "../../../src/model/language.ts";
import { readVisits } from "../../../src/visits/read/read-visits.ts";
import { articleOf } from "./told.ts";

const SET: PartialDate = { year: 2024, month: 3, day: 12 };
const SET_DAY = { date: SET, start: 0, end: 0, set: true } as const;
const UNDATED =
  "Tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Thử dẫn đầu.";
const SIDE =
  "Ngày 5/3/2024, ông Trần Văn Hải, Bí thư Tỉnh ủy Lạng Sơn, tiếp đoàn châu Hồng Hà (Vân Nam, Trung Quốc) do ông Vương Thử dẫn đầu.";

/** Guests and days of the visits of an article whose day a person set. */
function told(text: string, title = "Tin đối ngoại", set = true) {
  const article = articleOf(text, { title, published: "2024-03-20" });
  return readVisits(set ? { ...article, event: SET_DAY } : article).map(
    ({ guest, date, endDate, dateSet, evidence }) => ({
      of: guest.head,
      date,
      endDate,
      dateSet,
      evidence,
    }),
  );
}

describe("the day that a person set", () => {
  it("is the day of the one visit of which the article tells none", () => {
    const [before] = told(UNDATED, undefined, false);
    expect(before).toMatchObject({ date: { day: null }, dateSet: undefined });
    const [visit] = told(UNDATED);
    expect(visit).toMatchObject({ date: SET, endDate: null, dateSet: true });
    expect(visit!.evidence.date).toBeUndefined();
  });

  it("comes in the place of another day that is told", () => {
    const [visit] = told(UNDATED.replace("Tại", "Ngày 21/3/2024, tại"));
    expect(visit).toMatchObject({ date: SET, dateSet: true });
    expect(visit!.evidence.date).toBeUndefined();
  });

  it("leaves a visit on the side with the day that is told of it", () => {
    expect(told(`${UNDATED}\n\n${SIDE}`)).toMatchObject([
      { of: "Lý Thử", date: SET },
      { of: "Vương Thử", date: { year: 2024, month: 3, day: 5 } },
    ]);
  });

  it("is that of the visit that the title names where two have days of their own", () => {
    const dated = UNDATED.replace("Tại", "Ngày 8/3/2024, tại");
    expect(told(`${SIDE}\n\n${dated}`, "Lạng Sơn tiếp đoàn Sùng Tả")).toMatchObject([
      { of: "Vương Thử", date: { day: 5 } },
      { of: "Lý Thử", date: SET },
    ]);
  });

  it("gives its year to the visit that tells the same day, whichever is named in the title", () => {
    const same = SIDE.replace("5/3/2024", "12/3");
    expect(told(`${UNDATED}\n\n${same}`, "Lạng Sơn tiếp đoàn Sùng Tả")).toMatchObject([
      { of: "Lý Thử", date: { day: null } },
      { of: "Vương Thử", date: SET, dateSet: true },
    ]);
  });

  it("keeps a stay of several days that takes it in", () => {
    const stay = UNDATED.replace("Tại", "Từ ngày 11 đến 14/3/2024, tại");
    expect(told(stay)).toMatchObject([
      { date: { day: 11 }, endDate: { year: 2024, month: 3, day: 14 }, dateSet: true },
    ]);
  });

  it("changes nothing in an article that tells of no visit", () => {
    expect(told("Hai bên giữ liên lạc thường xuyên về phòng chống sâu bệnh.")).toEqual([]);
  });
});

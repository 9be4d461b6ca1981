import { describe, expect, it } from "vitest";
import { visitsCalendar } from "../../../../src/exports/ics.ts";
import { timelineRows } from "../../../../src/exports/timeline/rows.ts";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "sung-ta",
    "2024-03-20\nevent: 2024-03-12",
    "Lãnh đạo tỉnh tiếp đoàn công tác thành phố Sùng Tả",
    "Tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Thử, Phó Thị trưởng dẫn đầu.\n\nTại buổi tiếp, hai bên trao đổi về thông quan hàng hóa. Thành phố Sùng Tả được thành lập ngày 6/8/2003.",
  );
  space.page(
    "bach-sac",
    "2024-03-20\nevent: 2023-05-18",
    "Đoàn Cao Bằng thăm Bách Sắc",
    "Ngày 18/5/2023, đoàn đại biểu tỉnh Cao Bằng do ông Nông Văn Thử, Chủ tịch UBND tỉnh dẫn đầu đã thăm thành phố Bách Sắc (Trung Quốc).",
  );
});

describe("the day of a visit that its front matter gives", () => {
  it("answers when it was, in the asker's language, marked as set by a person", async () => {
    const vi = await engine().ask("Lãnh đạo tỉnh Lạng Sơn tiếp đoàn Sùng Tả ngày nào?");
    expect(vi).toMatchObject({
      answered: true,
      direct: "12/3/2024 (ngày do quản trị viên xác nhận)",
      citations: [{ articleId: "sung-ta" }],
    });
    const en = await engine().ask("When did Le Thi Mau receive Ly Thu?");
    expect(en.direct).toBe("12 Mar 2024 (day confirmed by an administrator)");
  });

  it("is not the answer to a question for another day of the article", async () => {
    const { answer } = await engine().ask("Thành phố Sùng Tả được thành lập ngày nào?");
    expect(answer).toContain("6/8/2003");
    expect(answer).not.toContain("12/3/2024");
  });

  it("is answered from the article where the article tells it", async () => {
    const { answer } = await engine().ask("Đoàn Cao Bằng thăm Bách Sắc ngày nào?");
    expect(answer).toContain("18/5/2023");
    expect(answer).not.toContain("quản trị viên");
  });

  it("stands in lists and counts, and binds questions that name a day", async () => {
    const list = await engine().ask("Có bao nhiêu đoàn Trung Quốc thăm Lạng Sơn năm 2024?");
    expect(list.answer).toContain("• 12/3/2024: Lạng Sơn (Lê Thị Mẫu)");
    const on = (day: string) =>
      engine().ask(`Đoàn Sùng Tả thăm Lạng Sơn ngày ${day} do ai dẫn đầu?`);
    expect((await on("12/3/2024")).answered).toBe(true);
    expect((await on("12/3/2024")).answer).not.toContain("Không thấy");
    expect((await on("15/3/2024")).answer).toContain("Không thấy");
  });

  it("is where the visit is found, drawn and put into a calendar", () => {
    const { visits } = engine()
      .register()
      .find({ from: "2024-03-12", to: "2024-03-12" }, { offset: 0, limit: 5 });
    expect(visits.map(({ guest }) => guest.head)).toEqual(["Lý Thử"]);
    expect(visitsCalendar(visits, new Date(0)).ics).toContain("DTSTART;VALUE=DATE:20240312");
    expect(
      timelineRows(visits, 22, (quarter, year) => `${quarter}/${year}`).rows.map(
        ({ label }) => label,
      ),
    ).toEqual(["12/3/2024"]);
  });
});

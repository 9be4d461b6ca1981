import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/question/index.ts";
import { asksNumber, SERIES, seriesOf } from "../../../../src/answers/visits/asked/series-names.ts";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "lan-4",
    "2024-06-20",
    "Công an Lạng Sơn và Công an Sùng Tả hội đàm lần thứ tư",
    "Ngày 19/6/2024, tại thành phố Sùng Tả, Công an tỉnh Lạng Sơn và Cục Công an thành phố Sùng Tả (Quảng Tây, Trung Quốc) hội đàm lần thứ tư. Đại tá Lý Văn Thử dẫn đầu đoàn Lạng Sơn.\n\nTrước đó, lần thứ ba diễn ra ngày 5/5/2022 tại Lạng Sơn.",
  );
  space.page(
    "lan-5",
    "2025-06-20",
    "Công an hai bên hội đàm lần thứ năm",
    "Ngày 18/6/2025, tại thành phố Lạng Sơn, Công an tỉnh Lạng Sơn và Cục Công an thành phố Sùng Tả (Quảng Tây, Trung Quốc) hội đàm lần thứ năm. Đại tá Lý Văn Thử chủ trì.\n\nHai bên thống nhất lần thứ sáu sẽ họp tại Sùng Tả.",
  );
  space.page(
    "phu-nu",
    "2023-03-09",
    "Phụ nữ Lạng Sơn và Sùng Tả giao lưu",
    "Ngày 8/3/2023, tại thành phố Lạng Sơn, Hội Phụ nữ tỉnh Lạng Sơn giao lưu với Hội Phụ nữ thành phố Sùng Tả (Trung Quốc).",
  );
  space.page(
    "dong-thoi-gian",
    "2024-07-02",
    "Mười năm kết nghĩa Mường Thử – Kim Bình",
    [
      "Nhân hội đàm cấp huyện lần thứ ba giữa huyện Mường Thử và huyện Kim Bình (Vân Nam, Trung Quốc), chúng tôi nhìn lại chặng đường.",
      "12/5/2016 – Lần thứ nhất, Kim Bình. Huyện trưởng Bàng Văn Một và Chủ tịch UBND huyện Lò Văn Sáu chủ trì.",
      "20/9/2019 – Lần thứ hai, Mường Thử. Ông Lò Văn Sáu hội đàm với tân Huyện trưởng Dương Văn Hai.",
      "28/6/2024 – Lần thứ ba, Kim Bình. Huyện trưởng Phổ Văn Ba dẫn đầu phía bạn. Ngày 1/7/2024, hai xã ven sông gặp nhau bàn cơ chế cấp xã.",
    ].join("\n\n"),
  );
});

describe("the names of series", () => {
  it.each(SERIES)("$name: $example", ({ name, of, isAnyMeeting, example }) => {
    const asked = readQuestion(example);
    const names = SERIES.filter((row) => (row.of ?? row.name) === (of ?? name));
    expect(seriesOf(asked).sort()).toEqual(names.map((row) => row.name).sort());
    if (isAnyMeeting) expect(asksNumber(asked)).toBe(true);
  });

  it.each(SERIES.filter(({ isAnyMeeting }) => isAnyMeeting))(
    "$name without a number asked is a meeting like any other",
    ({ name }) => {
      expect(seriesOf(readQuestion(`${name} gần nhất ở đâu?`))).toEqual([]);
    },
  );
});

describe("questions over a series of events", () => {
  it("tell which one was the latest, not the one that is to come", async () => {
    const { answer, citations } = await engine().ask(
      "Công an Lạng Sơn và Công an Sùng Tả hội đàm gần nhất là lần thứ mấy?",
    );
    expect(answer).toContain("lần thứ năm");
    expect(answer).not.toContain("lần thứ sáu");
    expect(citations[0]!.articleId).toBe("lan-5");
  });

  it("list the members by what articles tell of them, earlier ones included", async () => {
    const { answer } = await engine().ask(
      "cong an lang son va sung ta hoi dam nhung lan nao, may phien roi",
    );
    expect(answer).toContain("18/6/2025");
    expect(answer).toContain("19/6/2024");
    expect(answer).toContain("5/5/2022");
    expect(answer).not.toContain("Phụ nữ");
  });

  it("are not answered where no article gives the number", async () => {
    const { answered } = await engine().ask(
      "Phụ nữ Lạng Sơn và Sùng Tả giao lưu đến nay là lần thứ mấy?",
    );
    expect(answered).toBe(false);
  });

  it("list the labels of a timeline, those of another level left out", async () => {
    const { answer } = await engine().ask(
      "Các kỳ hội đàm cấp huyện giữa Mường Thử và Kim Bình họp những ngày nào?",
    );
    for (const day of ["12/5/2016", "20/9/2019", "28/6/2024"]) expect(answer).toContain(day);
    expect(answer).not.toContain("1/7/2024");
  });

  it("begin with the number from which they are asked", async () => {
    const { answer } = await engine().ask(
      "Kể các kỳ hội đàm Mường Thử với Kim Bình từ lần 2 tới giờ, họp hôm nào?",
    );
    expect(answer).toContain("20/9/2019");
    expect(answer).not.toContain("12/5/2016");
  });
});

describe("who held an office over the years", () => {
  it("is told by each holder, with when", async () => {
    const { answer } = await engine().ask("Huyện trưởng Kim Bình qua các thời gồm những ai?");
    for (const name of ["Bàng Văn Một", "Dương Văn Hai", "Phổ Văn Ba"])
      expect(answer).toContain(name);
    expect(answer).not.toContain("Lò Văn Sáu");
  });
});

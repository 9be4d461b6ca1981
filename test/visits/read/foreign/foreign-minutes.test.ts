import { describe, expect, it } from "vitest";
import { readVisits } from "../../../../src/visits/read/read-visits.ts";
import { articleOf } from "./foreign-articles.ts";

const ENGLISH = articleOf({
  title: "Lạng Sơn, Chongzuo agree on longer clearance hours",
  published: "2024-11-14",
  text: `Lạng Sơn (VNA) – A delegation from Chongzuo city (Guangxi, China) led by Mayor Wei Dongyang paid a working visit to Lạng Sơn province on November 12 and held talks with Nguyễn Văn Bách, Chairman of the provincial People's Committee.

Bách thanked Chongzuo for its help after the floods, and asked the city to share its software for driverless trucks. He also suggested testing fruit only once.

Wei said Chongzuo would hand over the interface by the end of the year. The two sides agreed to meet every quarter; exchange figures every week.`,
});

const CHINESE = articleOf({
  title: "韦冬阳率崇左市代表团访问越南谅山省",
  published: "2024-06-20",
  text: `6月18日,崇左市市长韦冬阳率代表团访问越南谅山省,与谅山省人民委员会主席阮文柏举行会谈。

阮文柏对韦冬阳一行表示欢迎。他希望崇左扩大进口八角,并建议每月对接一次。

韦冬阳提出:

(一)延长通关时间;

(二)互派干部培训。

双方签署了《崇左市与谅山省友好交流备忘录》。`,
});

const told = (article: typeof ENGLISH) =>
  readVisits(article).flatMap(({ points }) =>
    points.map(({ act, speaker, side, text }) => [act, speaker, side, text]),
  );

describe("minutes of foreign articles", () => {
  it("tell in English who thanked, asked, proposed, planned, and what both agreed", () => {
    const bach = ["Nguyễn Văn Bách", "host"];
    expect(told(ENGLISH)).toEqual([
      ["thanked", ...bach, "thanked Chongzuo for its help after the floods"],
      ["asked", ...bach, "asked the city to share its software for driverless trucks"],
      ["proposed", ...bach, "suggested testing fruit only once"],
      [
        "planned",
        "Wei Dongyang",
        "guest",
        "said Chongzuo would hand over the interface by the end of the year",
      ],
      ["agreed", null, "both", "agreed to meet every quarter"],
      ["agreed", null, "both", "exchange figures every week"],
    ]);
  });

  it("take what is only said to be wanted or meant for a wish or a plan of whoever says it", () => {
    const article = articleOf({
      title: "Chongzuo seeks land in Lạng Sơn",
      published: "2024-11-14",
      text: `Lạng Sơn (VNA) – A delegation from Chongzuo city (Guangxi, China) led by Mayor Wei Dongyang paid a working visit to Lạng Sơn province on November 12 and held talks with Nguyễn Văn Bách, Chairman of the provincial People's Committee.

Wei told the hosts that firms of his city need some 30 hectares near the border gate.

Bách said a plot can be found beside the railway and that the Chinese desk would open in May. He asked Chongzuo to train forty crane drivers.`,
    });
    expect(told(article).map(([act, speaker, side]) => [act, speaker, side])).toEqual([
      ["asked", "Wei Dongyang", "guest"],
      ["announced", "Nguyễn Văn Bách", "host"],
      ["planned", "Nguyễn Văn Bách", "host"],
      ["asked", "Nguyễn Văn Bách", "host"],
    ]);
  });

  it("tell in Chinese the same, items below a colon and titles of documents too", () => {
    const points = told(CHINESE);
    expect(points).toContainEqual(["asked", "阮文柏", "host", "希望崇左扩大进口八角"]);
    expect(points).toContainEqual(["proposed", "阮文柏", "host", "建议每月对接一次"]);
    expect(points).toContainEqual(["proposed", "韦冬阳", "guest", "(一)延长通关时间"]);
    expect(points).toContainEqual(["proposed", "韦冬阳", "guest", "(二)互派干部培训"]);
    expect(points).toContainEqual([
      "signed",
      null,
      "both",
      "签署了《崇左市与谅山省友好交流备忘录》",
    ]);
    expect(points.filter(([act]) => act === "discussed")).toEqual([]);
  });

  it("keep the rest of a long list behind the comma at which it is cut", () => {
    const goods = ["star anise", "dried longan", "frozen durian", "cassava starch", "tiger shrimp"];
    const list = goods.map((one) => `fresh inspection halls for ${one} at the old gate`).join(", ");
    const long = articleOf({
      title: "Lạng Sơn, Chongzuo agree on longer clearance hours",
      published: "2024-11-14",
      text: `${ENGLISH.text.split("\n\n")[0]}\n\nBách proposed ${list}.`,
    });
    const texts = told(long).map(([, , , text]) => text);
    expect(texts.length).toBe(2);
    expect(texts.join(", ")).toBe(`proposed ${list}`);
  });

  it("are clauses of the article, topics and agreements among them", () => {
    for (const article of [ENGLISH, CHINESE])
      for (const { points, topics, agreements } of readVisits(article)) {
        for (const { text, start, end } of points)
          expect(article.text.slice(start, end)).toBe(text);
        for (const text of [...topics, ...agreements])
          expect(points.map((point) => point.text)).toContain(text);
        expect(topics.length).toBeGreaterThan(0);
        expect(agreements.length).toBeGreaterThan(0);
      }
  });
});

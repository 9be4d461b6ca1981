import { expect, it } from "vitest";
import { journeysOf } from "../../../../src/answers/visits/shown/journeys.ts";
import { RegisterText } from "../../../../src/answers/visits/shown/register-text.ts";
import { localeFor } from "../../../../src/locale/index.ts";
import type { Article } from "../../../../src/model/article.ts";
import { side, visit } from "../../../visits/register/visits.ts";

const lookup = (id: string): Article => ({
  ...{ id, partOf: null, title: "Bài", url: null, source: null, author: null, published: null },
  ...{ event: null, text: "…", blocks: [] },
});

const on = (day: number, articleId: string, head: string) =>
  visit(`${articleId}-${day}`, {
    articleIds: [articleId],
    date: { year: 2025, month: 9, day },
    host: side({ province: "Quảng Tây" }),
    guest: side({ province: "Lạng Sơn", head }),
  });

it("meetings of one delegation within a few days are one journey, those of other articles are not", () => {
  const visits = [on(11, "a", "Lý Văn Thử"), on(10, "a", "Lý Văn Thử"), on(10, "b", "Hứa Văn Thử")];
  expect(journeysOf(visits).map(({ main, others }) => [main.articleIds[0], others.length])).toEqual(
    [
      ["a", 1],
      ["b", 0],
    ],
  );
});

it("meetings weeks apart are two journeys", () => {
  expect(journeysOf([on(28, "a", "Lý Văn Thử"), on(2, "a", "Lý Văn Thử")])).toHaveLength(2);
});

it("names the other days of a journey, each with where it is told", () => {
  const told = (day: number, start: number) => ({
    ...on(day, "a", "Lý Văn Thử"),
    sources: [
      {
        articleId: "a",
        title: "Bài",
        link: null,
        quote: `Ngày ${day}/9/2025, ông Lý Văn Thử làm việc với Quảng Tây.`,
        start,
        end: start + 5,
      },
    ],
  });
  const text = new RegisterText(localeFor("vi"), lookup);
  text.journeys(journeysOf([told(12, 20), told(11, 10), told(10, 0)]));
  expect(text.text).toContain("(cùng 2 cuộc khác trong chuyến: 11/9/2025 [2], 12/9/2025 [3])");
  expect(text.citations.map(({ start }) => start)).toEqual([0, 10, 20]);
});

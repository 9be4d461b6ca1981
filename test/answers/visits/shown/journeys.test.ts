import { expect, it } from "vitest";
import { journeysOf } from "../../../../src/answers/visits/shown/journeys.ts";
import { side, visit } from "../../../visits/register/visits.ts";

const on = (day: number, articleId: string, head: string) =>
  visit(`${articleId}-${day}`, {
    articleIds: [articleId],
    date: { year: 2025, month: 9, day },
    host: side({ province: "Quảng Tây" }),
    guest: side({ province: "Lạng Sơn", head }),
  });

it("meetings of one delegation within a few days are one journey, those of other articles are not", () => {
  const visits = [on(11, "a", "Lý Văn Thử"), on(10, "a", "Lý Văn Thử"), on(10, "b", "Hứa Văn Thử")];
  expect(journeysOf(visits).map(({ main, more }) => [main.articleIds[0], more])).toEqual([
    ["a", 1],
    ["b", 0],
  ]);
});

it("meetings weeks apart are two journeys", () => {
  expect(journeysOf([on(28, "a", "Lý Văn Thử"), on(2, "a", "Lý Văn Thử")])).toHaveLength(2);
});

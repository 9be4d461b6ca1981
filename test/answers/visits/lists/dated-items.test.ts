import { expect, it } from "vitest";
import { datedItems } from "../../../../src/answers/visits/lists/dated-items.ts";
import { assemble } from "../../../../src/articles/parse/page/assemble.ts";

function article(text: string, title: string, published: string) {
  const blocks = text
    .split("\n\n")
    .map((own, i) => ({ kind: i === 0 ? ("lead" as const) : ("paragraph" as const), text: own }));
  const [one] = assemble("bai", {
    ...{ title, url: null, source: null, author: null, published },
    ...{ blocks, teasers: [] },
  });
  return one!;
}

it("sentences in English that date a meeting are read with their rendering, those without a day are none", () => {
  const { list } = datedItems(
    article(
      "MUONG THU – Vice Chairman Lo Van Thu of Muong Thu held talks with Governor Duong Thu of Kim Binh county on March 22.\n\nThe governor said that the two sides would share the cost of the road and of the bridge over the river.",
      "Muong Thu, Kim Binh hold talks",
      "2025-03-24",
    ),
  );
  expect(list.map(({ date }) => date)).toEqual([{ year: 2025, month: 3, day: 22 }]);
  expect(list[0]!.words).toContain(" hoi dam ");
});

it("a day since when something runs and a quarter are none", () => {
  const { list } = datedItems(
    article(
      "PHIÊN QUÝ I NĂM 2025\n\nNgày 12/3/2025, hai bên họp giao ban tại trạm. Hai bên trao đổi dữ liệu từ ngày 5/2/2025.",
      "Trích sổ giao ban",
      "2025-03-24",
    ),
  );
  expect(list.map(({ date }) => date.day)).toEqual([12]);
});

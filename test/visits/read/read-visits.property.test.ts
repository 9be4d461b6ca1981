import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VisitReport, VisitSide } from "../../../src/model/visit.ts";
import { readVisits } from "../../../src/visits/read/read-visits.ts";
import { expectLinear } from "../../growth.ts";
import { articleOf } from "./told.ts";

const WORDS =
  "Ngày 12/5,|sáng nay|từ ngày 3 đến 5/6|đồng chí Lê Văn Hòa, Phó Chủ tịch UBND tỉnh|Thủ tướng Áo Karl Weber|ông Trump|Đoàn đại biểu thị Bằng Tường|do ông Vũ Minh, Bí thư Thị ủy làm trưởng đoàn|tiếp|đã|sẽ|hội đàm với|chủ trì buổi làm việc với|thăm chính thức|đến thăm và làm việc tại|chuyến thăm|của|và|cùng|tại|tỉnh Lạng Sơn|Trung Quốc|Việt Nam|(Trung Quốc)|Moskva|Tham dự có|về phía Việt Nam|hai bên đã trao đổi về|ký kết 03 biên bản|tặng 500 triệu đồng|, |. |; |\n\n|“|”|(|) |- |không|lời mời của".split(
    "|",
  );
const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string() },
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(" ").normalize("NFC"));

function filled(report: VisitReport): (keyof VisitReport["evidence"])[] {
  const told = ({ organisation, province, country, head, people }: VisitSide) =>
    people.length > 0 || [organisation, province, country, head].some((part) => part !== null);
  const { date, endDate, place, host, guest, topics, agreements, numbers, planned } = report;
  return [
    "kind" as const,
    ...(planned ? ["planned" as const] : []),
    ...(Object.values(date).some((part) => part !== null) ? ["date" as const] : []),
    ...(endDate === null ? [] : ["endDate" as const]),
    ...(place === null ? [] : ["place" as const]),
    ...(told(host) ? ["host" as const] : []),
    ...(told(guest) ? ["guest" as const] : []),
    ...(topics.length > 0 ? ["topics" as const] : []),
    ...(agreements.length > 0 ? ["agreements" as const] : []),
    ...(numbers.length > 0 ? ["numbers" as const] : []),
  ];
}

describe("readVisits, for any text", () => {
  it("gives evidence within the text for every filled field and for no other", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(null, "2024-05-10"), (words, published) => {
        const article = articleOf(words, { published });
        for (const report of readVisits(article)) {
          expect(Object.keys(report.evidence).toSorted()).toEqual(filled(report).toSorted());
          for (const { start, end } of Object.values(report.evidence).flat()) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(article.text.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("takes names, places and what was agreed from the text, and puts nobody on both sides", () => {
    fc.assert(
      fc.property(text, (words) => {
        const article = articleOf(words);
        for (const { host, guest, place, topics, agreements, numbers } of readVisits(article)) {
          const names = [...host.people, ...guest.people].map(({ name }) => name);
          const quoted = [...names, ...topics, ...agreements, ...numbers.map((each) => each.text)];
          for (const quote of place === null ? quoted : [...quoted, place])
            expect(article.text).toContain(quote);
          expect(new Set(names).size).toBe(names.length);
          for (const side of [host, guest])
            if (side.head !== null)
              expect(side.people.map(({ name }) => name)).toContain(side.head);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("grows with the length of repetitive text", async () => {
    const parts = [
      "Chủ tịch Trần A đến tới Lào ngày 3/4, (Lào) và ",
      "thăm chính thức hữu nghị, ",
      '"a" (b) đến ',
      "chuyến thăm của ",
    ];
    for (const part of parts) {
      const text = (size: number) => `Thủ tướng Áo Karl Weber ${part.repeat(size / part.length)}`;
      await expectLinear((size) => readVisits(articleOf(text(size).trim())), 20_000);
    }
  });
});

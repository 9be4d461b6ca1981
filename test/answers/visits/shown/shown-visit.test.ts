import { describe, expect, it } from "vitest";
import { generateVisits } from "../../../../scripts/speed/generated-visits.ts";
import { shownVisit } from "../../../../src/answers/visits/shown/shown-visit.ts";
import { isProblem } from "../../../../src/index/files/manifest.ts";
import { openIndex } from "../../../../src/index/read/open-index.ts";
import { datesIn } from "../../../../src/language/text/dates.ts";
import { fold } from "../../../../src/language/text/fold.ts";
import { localeFor } from "../../../../src/locale/index.ts";
import type { Visit } from "../../../../src/model/visit.ts";
import { workspace } from "../../../index/fixture.ts";
import { side, visit } from "../../../visits/register/visits.ts";

const vi = localeFor("vi");
const compact = (text: string) => fold(text).replace(/[\s-]+/gu, " ");
const sourced = (quote: string) => [
  { articleId: "a", title: "A", link: null, quote, start: 0, end: quote.length },
];

/** Names, numbers and dates of a line that its cited passages do not hold. */
function unsupported(record: Visit): string[] {
  const { line, sources } = shownVisit(record, vi);
  const quotes = compact(sources.map(({ quote }) => quote).join(" / "));
  const heads = [line.host, line.guest].flatMap(
    (one) => /\(([^()]+)\)$/u.exec(one ?? "")?.[1] ?? [],
  );
  const people = new Set(
    [record.host, record.guest].flatMap(({ head }) => (head === null ? [] : [head])),
  );
  const missing = heads.filter((name) => people.has(name) && !quotes.includes(compact(name)));
  const numbers = line.date.startsWith("[") ? [] : (line.date.match(/\d+/gu) ?? []);
  const dates = sources.flatMap(({ quote }) =>
    datesIn(quote).flatMap(({ date, endDate }) => [date, endDate]),
  );
  const told = new Set(
    dates.flatMap((date) => (date === null ? [] : [date.day, date.month, date.year])),
  );
  return [...missing, ...numbers.filter((number) => !told.has(Number(number)))];
}

describe("a visit's line holds nothing that its cited passages do not tell", () => {
  it("over generated records", () => {
    const records = generateVisits(300);
    expect(records.flatMap(unsupported)).toEqual([]);
  });

  it("over the shipped corpus", async () => {
    const space = workspace();
    await space.build({ corpusDir: "corpus" });
    const index = openIndex(space.indexDir);
    if (isProblem(index)) throw new Error(index.reason);
    const { visits } = index.register().find({}, { offset: 0, limit: 1000 });
    expect(visits.length).toBeGreaterThan(5);
    expect(visits.flatMap(unsupported)).toEqual([]);
  });
});

it("leaves out a name that no passage has, and keeps one that a passage writes otherwise", () => {
  const { line } = shownVisit(
    visit("a", {
      host: side({ country: "Mỹ", head: "Kim Yong-chol" }),
      guest: side({ province: "Quảng Tây", head: "Lưu Minh" }),
      place: "Hà Nội",
      sources: sourced("Hoa Kỳ đón đoàn Quảng Tây; dự có ông Kim Yong - chol."),
    }),
    vi,
  );
  expect(line).toMatchObject({ host: "Mỹ (Kim Yong-chol)", guest: "Quảng Tây", place: null });
});

it.each([
  ["Ngày 21/1/2025, hai bên gặp nhau.", "21/1/2025"],
  ["Ngày 21/1, hai bên gặp nhau.", "[21/1/2025]"],
  ["Sáng nay, hai bên gặp nhau.", "[21/1/2025]"],
  ["Ngày 3/5, hai bên gặp nhau.", "Không rõ ngày"],
])("shows a date as far as it is told: %s", (quote, shown) => {
  const record = visit("a", { date: { year: 2025, month: 1, day: 21 }, sources: sourced(quote) });
  expect(shownVisit(record, vi).line.date).toBe(shown);
});

it.each([
  ["29日，代表团考察口岸。", "[29/11/2024]"],
  ["The following day the delegation toured the port.", "[29/11/2024]"],
  ["28日，代表团考察口岸。", "không rõ ngày"],
  ["The delegation toured the port.", "không rõ ngày"],
])("a day that a report leaves to what it told before is shown as settled: %s", (quote, date) => {
  const told = visit("a", { date: { year: 2024, month: 11, day: 29 }, sources: sourced(quote) });
  expect(shownVisit(told, vi).line.date.toLowerCase()).toContain(date);
});

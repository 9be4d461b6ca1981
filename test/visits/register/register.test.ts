import { describe, expect, it } from "vitest";
import type { VisitFilter } from "../../../src/model/visit.ts";
import { registerOf, side, visit } from "./visits.ts";

const date = (year: number | null, month: number | null = null, day: number | null = null) => ({
  year,
  month,
  day,
});

const VISITS = [
  visit("bang-tuong", {
    kind: "tiếp xã giao",
    date: date(null, 1, 21),
    published: "2025-01-22",
    host: side({
      organisation: "UBND tỉnh Lạng Sơn",
      province: "Lạng Sơn",
      country: "Việt Nam",
      head: "Dương Xuân Huyên",
      people: [{ name: "Dương Xuân Huyên", position: "Phó Chủ tịch Thường trực UBND tỉnh" }],
    }),
    guest: side({
      organisation: "Chính phủ nhân dân thị Bằng Tường",
      province: "Quảng Tây",
      country: "Trung Quốc",
      head: "Vũ Hiểu Huy",
      people: [{ name: "Vũ Hiểu Huy", position: "Bí thư Thị ủy thị Bằng Tường" }],
    }),
    topics: ["hợp tác du lịch xuyên biên giới"],
  }),
  visit("sung-ta", {
    kind: "làm việc",
    date: date(2011, 12, 11),
    published: "2022-08-19",
    place: "thành phố Sùng Tả",
    host: side({ province: "Sùng Tả", country: "Trung Quốc", head: "Ngô Nham" }),
    guest: side({ province: "Lạng Sơn", country: "Việt Nam", head: "Tô Hùng Khoa" }),
  }),
  visit("dai-su", {
    date: date(2022, 10),
    place: "Nhà khách tỉnh",
    host: side({ province: "Lạng Sơn", country: "Việt Nam", head: "Hồ Tiến Thiệu" }),
    guest: side({
      organisation: "Đại sứ quán Trung Quốc tại Việt Nam",
      country: "Trung Quốc",
      head: "Hùng Ba",
      people: [{ name: "Hùng Ba", position: "Đại sứ đặc mệnh toàn quyền" }],
    }),
  }),
  visit("ha-giang", {
    date: date(2023),
    host: side({ province: "Lạng Sơn", country: "Việt Nam" }),
    guest: side({ province: "Hà Giang", country: "Việt Nam" }),
  }),
  visit("uc", {
    kind: "khảo sát",
    planned: true,
    place: "Sa Pa",
    host: side({ province: "Lào Cai", country: "Việt Nam" }),
    guest: side({ organisation: "Đại sứ quán Australia", country: "Australia" }),
  }),
];
const { register } = registerOf(VISITS);
const found = (filter: VisitFilter, order?: "newest" | "oldest") =>
  register
    .find(filter, { offset: 0, limit: 10, ...(order && { order }) })
    .visits.map(({ id }) => id);

describe("a filter finds visits", () => {
  it.each<[string, VisitFilter, readonly string[]]>([
    ["by province and what lies in it", { counterpart: "Quảng Tây" }, ["bang-tuong", "sung-ta"]],
    ["by a town", { counterpart: "bang tuong" }, ["bang-tuong"]],
    ["by country", { counterpart: "Trung Quốc" }, ["bang-tuong", "dai-su", "sung-ta"]],
    [
      "by a guest's country, not its embassy's seat",
      { guest: "Việt Nam" },
      ["ha-giang", "sung-ta"],
    ],
    ["by the host", { host: "tỉnh Lạng Sơn" }, ["bang-tuong", "ha-giang", "dai-su"]],
    ["by a body, written out", { host: "Ủy ban nhân dân tỉnh Lạng Sơn" }, ["bang-tuong"]],
    ["by place, in its province", { place: "Quảng Tây" }, ["sung-ta"]],
    [
      "by place, where only the host tells it",
      { place: "Lạng Sơn" },
      ["bang-tuong", "ha-giang", "dai-su"],
    ],
    ["by a town of a province", { place: "lao cai" }, ["uc"]],
    ["by either side", { sides: ["Lạng Sơn", "Sùng Tả"] }, ["sung-ta"]],
    ["by a whole name", { person: "Dương Xuân Huyên" }, ["bang-tuong"]],
    ["by a name typed without marks", { person: "duong xuan huyen" }, ["bang-tuong"]],
    ["by a given name", { person: "ông Huyên" }, ["bang-tuong"]],
    ["not by other marks", { person: "Dương Xuân Huyện" }, []],
    ["by a title and a name", { person: "Đại sứ Hùng Ba" }, ["dai-su"]],
    ["by a position", { person: "bí thư thị ủy" }, ["bang-tuong"]],
    ["by a person as host", { host: "Hồ Tiến Thiệu" }, ["dai-su"]],
    ["by topic", { topic: "du lich" }, ["bang-tuong"]],
    ["by free words of several fields", { words: "Huyên du lịch 21" }, []],
    ["by words of a field and a title", { words: "bài huyên" }, ["bang-tuong"]],
    ["by kind", { kinds: ["khảo sát", "làm việc"] }, ["sung-ta", "uc"]],
    ["that are planned", { planned: true }, ["uc"]],
    ["in Chinese", { counterpart: "广西", place: "谅山" }, ["bang-tuong"]],
    ["in English", { counterpart: "Guangxi", place: "Lang Son" }, ["bang-tuong"]],
    ["by a name in Chinese", { person: "熊波" }, ["dai-su"]],
    ["from a day on", { from: "2022-10-15" }, ["bang-tuong", "ha-giang", "dai-su"]],
    ["up to a day", { to: "2022-10-05" }, ["dai-su", "sung-ta"]],
    ["of no known year", { undated: true }, ["uc"]],
    ["of no place on earth", { place: "Nà Khoai" }, []],
    ["by nothing that can be read", { words: "?!" }, []],
    ["by no day", { from: "2022" }, []],
  ])("%s", (_, filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });
});

it("orders by day, unknown dates last", () => {
  expect(found({})).toEqual(["bang-tuong", "ha-giang", "dai-su", "sung-ta", "uc"]);
  expect(found({}, "oldest")).toEqual(["sung-ta", "dai-su", "ha-giang", "bang-tuong", "uc"]);
});

it("pages, and counts visits and articles on all pages", () => {
  const page = register.find({ counterpart: "Trung Quốc" }, { offset: 1, limit: 1 });
  expect(page).toMatchObject({ total: 3, articles: 3, visits: [{ id: "dai-su" }] });
  expect(register.find({}, { offset: 0, limit: 0 })).toEqual({ total: 5, articles: 5, visits: [] });
});

it("gives a visit by its id", () => {
  expect(register.visit("uc")).toEqual(VISITS[4]);
  expect(register.visit("nobody")).toBeNull();
});

it("counts as many in a facet as a search for its value finds", () => {
  const { years, counterparts, places } = register.facets({});
  expect(years).toEqual([
    { value: "2025", count: 1 },
    { value: "2023", count: 1 },
    { value: "2022", count: 1 },
    { value: "2011", count: 1 },
  ]);
  expect(counterparts[0]).toEqual({ value: "Trung Quốc", count: 3 });
  for (const { value, count } of counterparts)
    expect(found({ counterpart: value })).toHaveLength(count);
  expect(places.map(({ value }) => value)).toContain("Sa Pa");
  for (const { value, count } of places) expect(found({ place: value })).toHaveLength(count);
});

it("finds the visits of one article, however many others there are", () => {
  const others = Array.from({ length: 1_200 }, (_, i) =>
    visit(`other-${i}`, { date: date(2025, 1, (i % 28) + 1), articleIds: [`other-${i}`] }),
  );
  const old = visit("old", { date: date(2009, 5, 6), articleIds: ["bai-cu"] });
  const { register } = registerOf([...others, old]);
  expect(register.ofArticle("bai-cu").map(({ id }) => id)).toEqual(["old"]);
  expect(register.ofArticle("none")).toEqual([]);
});

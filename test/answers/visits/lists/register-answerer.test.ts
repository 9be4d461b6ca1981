import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/question/read.ts";
import { RegisterAnswerer } from "../../../../src/answers/visits/lists/register-answerer.ts";
import type { Article } from "../../../../src/model/article.ts";
import type { Visit } from "../../../../src/model/visit.ts";
import { registerOf, side, visit } from "../../../visits/register/visits.ts";

const NOW = Date.parse("2026-03-05T03:00:00Z");
const lookup = (id: string): Article => ({
  id,
  partOf: null,
  title: `Bài ${id}`,
  url: null,
  source: null,
  author: null,
  published: null,
  event: null,
  text: "…",
  blocks: [],
});

const LANG_SON = side({ province: "Lạng Sơn", country: "Việt Nam", head: "Lê Văn Tám" });
const source = (id: string, quote: string, start = 0) => ({
  articleId: `bai-${id}`,
  title: `Bài ${id}`,
  link: null,
  quote,
  start,
  end: start + 1,
});
const told = (id: string, year: number | null, parts: Partial<Visit> = {}): Visit =>
  visit(id, {
    sources: [
      source(
        id,
        `Ngày ${parts.date?.day ?? 2}/${parts.date?.month ?? 3}${year === null ? "" : `/${year}`}, tại Lạng Sơn, ông Lê Văn Tám tiếp đoàn Quảng Tây do ông Lưu Minh dẫn đầu.`,
      ),
    ],
    date: { year, month: 3, day: 2 },
    host: LANG_SON,
    guest: side({ province: "Quảng Tây", country: "Trung Quốc", head: "Lưu Minh" }),
    ...parts,
  });

function answering(visits: readonly Visit[]) {
  const answerer = new RegisterAnswerer(registerOf(visits).register, lookup, { now: () => NOW });
  return (text: string) => answerer.answer(readQuestion(text));
}

describe("a count", () => {
  it("says what it counted, lists the newest and how many more there are", () => {
    const ask = answering(Array.from({ length: 14 }, (_, i) => told(`v${i}`, 2001 + i)));
    const reply = ask("Lạng Sơn đã tiếp bao nhiêu đoàn Quảng Tây?")!;
    const lines = reply.answer.split("\n");
    expect(lines[0]).toBe(
      "Theo tư liệu hiện có (14 bài viết), Lạng Sơn đã đón, tiếp đoàn Quảng Tây 14 lần:",
    );
    expect(lines[1]).toBe("• 2/3/2014: Lạng Sơn (Lê Văn Tám) tiếp Quảng Tây (Lưu Minh) [1]");
    expect(lines.at(-1)).toBe("… và 4 lần khác.");
    expect(lines).toHaveLength(12);
    expect(reply.register).toMatchObject({ intent: "count", total: 14, articles: 14 });
    expect(reply.citations.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(reply.more.map(({ n }) => n)).toEqual([11, 12, 13, 14]);
  });

  it("says that meetings of the same days are counted one by one", () => {
    const kinds = ["thăm", "hội đàm"] as const;
    const ask = answering(kinds.map((kind) => told(kind, 2023, { kind })));
    const { answer } = ask("Lạng Sơn đã tiếp bao nhiêu đoàn Quảng Tây?")!;
    expect(answer).toContain("trong cùng một chuyến được tính riêng");
  });

  it("of a year tells also what has no known year, uncounted", () => {
    const ask = answering([told("a", 2023), told("b", null)]);
    const reply = ask("Có bao nhiêu đoàn thăm Lạng Sơn năm 2023?")!;
    expect(reply.answer).toMatch(/ Lạng Sơn đã đón đoàn 1 lần trong năm 2023:\n/u);
    const [number] = reply.spans;
    expect(reply.answer.slice(number!.start, number!.end)).toBe("1");
    expect(reply.answer).toContain(
      "Ngoài ra, 1 lần không rõ năm, chưa tính:\n• 2/3 (không rõ năm): ",
    );
    expect(reply.citations.map(({ articleId }) => articleId)).toEqual(["bai-a", "bai-b"]);
  });

  it("of nothing says so, with the years that there are", () => {
    const ask = answering([told("a", 2011), told("b", 2023)]);
    const reply = ask("Có bao nhiêu đoàn thăm Cao Bằng?")!;
    expect(reply).toMatchObject({ answered: false, citations: [], register: { total: 0 } });
    expect(reply.answer).toBe(
      "Tôi không thấy tư liệu hiện có nêu lần nào Cao Bằng đón đoàn. Tư liệu hiện có ghi nhận 2 chuyến thăm, buổi tiếp và làm việc, từ năm 2011 đến năm 2023.",
    );
  });

  it("in a time that has none offers those of no known year", () => {
    const reply = answering([told("b", null)])("Có bao nhiêu đoàn thăm Lạng Sơn năm 2022?")!;
    expect(reply.answered).toBe(false);
    expect(reply.nearest.map(({ articleId }) => articleId)).toEqual(["bai-b"]);
  });

  it("over an empty register says that it is empty", () => {
    const reply = answering([])("Có bao nhiêu đoàn thăm Lạng Sơn?")!;
    expect(reply.answer).toContain("chưa ghi nhận chuyến thăm");
  });

  it("of words that no record holds is left to the passages", () => {
    expect(
      answering([told("a", 2023)])("Có bao nhiêu đoàn nghệ sĩ xiếc thăm Lạng Sơn?"),
    ).toBeNull();
  });
});

describe("the last and the first one", () => {
  const ask = answering([
    told("a", 2011),
    told("b", 2023),
    told("c", null),
    told("d", 2027, { planned: true }),
  ]);

  it("are dated, and neither announced nor undated", () => {
    const last = ask("Lần gần nhất Lạng Sơn tiếp đoàn Quảng Tây là khi nào?")!;
    expect(last.register.visits).toEqual(["b"]);
    const [span] = last.spans;
    expect(last.answer.slice(span!.start, span!.end)).toBe("2/3/2023");
    const first = ask("Lần đầu tiên Lạng Sơn tiếp đoàn Quảng Tây là khi nào?")!;
    expect(first.register.visits).toEqual(["a"]);
  });

  it("tell of those without a year beside", () => {
    const last = ask("Lần gần nhất Lạng Sơn tiếp đoàn Quảng Tây là khi nào?")!;
    expect(last.answer).toContain("Ngoài ra, 1 lần không rõ năm, chưa tính:\n• 2/3 (không rõ năm)");
  });

  it("are left to the passages where the register has none", () => {
    expect(ask("Lần gần nhất Lạng Sơn tiếp đoàn Sùng Tả là khi nào?")).toBeNull();
  });

  it("say so where one alone is told", () => {
    const single = answering([told("a", 2011)]);
    expect(single("Lần đầu tiên Lạng Sơn tiếp đoàn Quảng Tây là khi nào?")!.answer).toMatch(
      /^Tư liệu hiện có chỉ nêu một lần Lạng Sơn đón, tiếp đoàn Quảng Tây:\n2\/3\/2011: /u,
    );
  });

  it("are not named where no year is known", () => {
    const reply = answering([told("c", null)])(
      "Lần gần nhất Lạng Sơn tiếp đoàn Quảng Tây là khi nào?",
    )!;
    expect(reply.answer).toContain("nhưng không ghi rõ năm");
    expect(reply.citations.map(({ articleId }) => articleId)).toEqual(["bai-c"]);
  });
});

describe("what is only announced", () => {
  it("is told beside a count, uncounted", () => {
    const ask = answering([told("a", 2011), told("b", 2012, { planned: true })]);
    const reply = ask("Lạng Sơn đã tiếp bao nhiêu đoàn Quảng Tây?")!;
    expect(reply.register.total).toBe(1);
    expect(reply.answer).toContain(
      "Ngoài ra, 1 lần mới được nêu là dự kiến, chưa tính:\n• 2/3/2012: ",
    );
  });

  it("is no visit where nothing else is told", () => {
    const ask = answering([told("b", 2012, { planned: true })]);
    expect(ask("Lạng Sơn đã tiếp bao nhiêu đoàn Quảng Tây?")!.answer).toMatch(
      /^Tư liệu hiện có không nêu lần nào đã diễn ra; chỉ nêu 1 lần dự kiến /u,
    );
  });
});

describe("an office", () => {
  const deputy = side({
    province: "Lạng Sơn",
    country: "Việt Nam",
    head: "Lê Văn Tám",
    people: [{ name: "Lê Văn Tám", position: "Phó Chủ tịch Thường trực UBND tỉnh" }],
  });
  const ask = answering([told("a", 2011, { host: deputy })]);

  it("is known by its short form", () => {
    expect(ask("Phó Chủ tịch UBND tỉnh Lạng Sơn đã tiếp những ai?")!.register.total).toBe(1);
  });

  it("is not held by a deputy, nor by the other side", () => {
    expect(ask("Chủ tịch UBND tỉnh Lạng Sơn đã tiếp những ai?")!.register.total).toBe(0);
    expect(ask("Phó Chủ tịch UBND tỉnh Quảng Tây đã tiếp những ai?")!.register.total).toBe(0);
  });
});

describe("the next one", () => {
  const question = "Sắp tới có đoàn nào thăm Lạng Sơn không?";

  it("is the first from today on", () => {
    const ask = answering([
      told("a", 2026),
      told("b", 2026, { planned: true, date: { year: 2026, month: 5, day: 1 } }),
      told("c", 2027, { planned: true }),
    ]);
    const reply = ask(question)!;
    expect(reply.register.visits).toEqual(["b", "c"]);
    expect(reply.answer).toContain("(dự kiến)");
  });

  it("is honestly none where all are past, with the latest one", () => {
    const reply = answering([told("a", 2011), told("b", 2023)])(question)!;
    expect(reply).toMatchObject({ answered: false, nearest: [{ articleId: "bai-b" }] });
    expect(reply.answer).toBe(
      "Tôi không thấy tư liệu hiện có nêu lần nào Lạng Sơn đón đoàn từ ngày 5/3/2026 trở đi.",
    );
  });
});

it("tells that a date is in no calendar, and what there is", () => {
  const ask = answering([told("a", 2011)]);
  const reply = ask("Tháng 13/2024 có đoàn nào thăm Lạng Sơn không?")!;
  expect(reply.answered).toBe(false);
  expect(reply.answer).toBe(
    "Không có thời gian “Tháng 13/2024”. Tư liệu hiện có ghi nhận 1 chuyến thăm, buổi tiếp và làm việc, năm 2011.",
  );
});

it("shows a name that was typed without marks as the articles write it", () => {
  const reply = answering([told("a", 2023)])("ong le van tam da tiep nhung ai")!;
  expect(reply.answer).toContain("Lê Văn Tám đã tiếp khách 1 lần");
});

it("cites the passages that hold what a line shows, each once", () => {
  const sources = [
    "Ngày 2/3, ông Lê Văn Tám tiếp khách.",
    "Trời đẹp.",
    "Đoàn do ông Lưu Minh dẫn đầu.",
  ];
  const told3 = told("a", 2023, {
    sources: sources.map((quote, i) => source("a", quote, i)),
  });
  const reply = answering([told3])("Ông Lê Văn Tám đã tiếp những đoàn nào?")!;
  expect(reply.citations.map(({ start }) => start)).toEqual([0, 2]);
  expect(reply.answer).toMatch(/ \[1\] \[2\]$/u);
});

import { describe, expect, it } from "vitest";
import { FRAMES } from "../../../src/visits/read/events/frames.ts";
import { readVisits } from "../../../src/visits/read/read-visits.ts";
import { expectLinear, repeated } from "../../growth.ts";

const read = (text: string) =>
  readVisits({
    id: "a",
    title: "Đoàn Trung Quốc thăm Lạng Sơn",
    published: null,
    source: null,
    sourceUrl: null,
    author: null,
    parentId: null,
    text,
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
  } as unknown as Parameters<typeof readVisits>[0]);

describe("readVisits on hostile text", () => {
  it("has no word twice in a list of words of its patterns", () => {
    for (const { pattern } of FRAMES)
      for (const [, list] of pattern.source.matchAll(/\(\?:([\p{Ll}\d]+(?:\|[\p{Ll}\d]+)+)\)/gu)) {
        const words = list!.split("|");
        expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
      }
  });

  const meetings = [
    "Hội nghị Thượng đỉnh G20",
    "Hội nghị cấp cao APEC",
    "Diễn đàn cấp cao ASEAN",
    "Hội nghị Thượng đỉnh Hợp tác GMS",
    "Diễn đàn đại biểu đầu tiên cấp cao",
    "nhân dịp giao lưu hữu nghị lần đầu tiên",
    "12345678901234567890",
  ];
  it.each(meetings)("reads a sentence of 5,000 characters of “%s”", (name) => {
    const sentence = `Đoàn đại biểu cấp cao Trung Quốc đến dự ${`${name}, `.repeat(5000 / name.length)}.`;
    expect(() => read(sentence)).not.toThrow();
  });

  it("reads all of them in one sentence", () => {
    const sentence = `Đoàn đại biểu cấp cao Trung Quốc đến dự ${`${meetings.join(", ")} `.repeat(30)}.`;
    expect(() => read(sentence)).not.toThrow();
  });

  it.each(["đồng chí ", "ông ", "tỉnh ", "TP. ", "tiếp đoàn ", "cùng ", "thăm và làm việc "])(
    "grows with the length of a text of “%s”, not with its square",
    (word) =>
      expectLinear(
        (size) => read(`Đoàn Trung Quốc thăm Lạng Sơn ${repeated(word, size)}`),
        80_000,
        word,
      ),
  );
});

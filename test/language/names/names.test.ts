import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesIn } from "../../../src/language/names/names.ts";
import {
  ORGANISATION_HEADS,
  PLAIN_SURNAMES,
  SURNAMES,
} from "../../../src/language/names/vocabulary.ts";
import type { EntityType } from "../../../src/model/language.ts";

const found = (text: string, type: EntityType) =>
  namesIn(text)
    .filter((entity) => entity.type === type)
    .map((entity) => text.slice(entity.start, entity.end));

describe("persons", () => {
  it.each([
    ["Sáng 4/5, ông Lò Văn Chính tiếp đoàn.", ["Lò Văn Chính"]],
    ["Đồng chí Vi Thị Mơ, Chủ tịch UBND huyện, phát biểu.", ["Vi Thị Mơ"]],
    ["Chủ tịch UBND tỉnh Hoàng Gia Long chủ trì hội đàm.", ["Hoàng Gia Long"]],
    ["Thị trưởng Dương Vĩ gặp ông Trần Khải.", ["Dương Vĩ", "Trần Khải"]],
    ["Phía bạn có bà Mã Lộ - Bí thư Ban Bí thư Tổng Công hội - và đoàn.", ["Mã Lộ"]],
    ["Ông Dương Vĩ – Phó Thị trưởng, tiếp đoàn.", ["Dương Vĩ"]],
    ["Lãnh đạo bốn tỉnh biên giới phía Bắc gặp ông Trần Khải.", ["Trần Khải"]],
    ["Hai bên trao đổi về chợ biên giới.", []],
    ["Hội nghị giữa Bí thư Tỉnh ủy bốn tỉnh phía Bắc Việt Nam và ông Trần Khải.", ["Trần Khải"]],
  ])("in: %s", (text, names) => {
    expect(found(text, "person")).toEqual(names);
  });
});

it("a family name that is a given name too parts nobody's name", () => {
  const of = (text: string) =>
    namesIn(text)
      .filter(({ type }) => type === "person")
      .map(({ start, end }) => text.slice(start, end));
  expect(of("Phó Chủ tịch Nông Thị Bạch Tuyết gặp đoàn")).toEqual(["Nông Thị Bạch Tuyết"]);
  expect(of("Phó Chủ tịch UBND tỉnh Nguyễn Thị Bạch Tuyết dự")).toEqual(["Nguyễn Thị Bạch Tuyết"]);
});

describe("family names", () => {
  const titled = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}`;

  // "Đoàn" is a body first.
  it.each([...SURNAMES].filter((one) => !ORGANISATION_HEADS.includes(one)))(
    "%s begins a name of three words",
    (surname) => {
      const name = `${titled(surname)} Văn Bách`;
      expect(found(`Lúc ấy ${name} đứng lên.`, "person")).toEqual([name]);
    },
  );

  it.each([...PLAIN_SURNAMES])("%s begins one in an English text", (surname) => {
    const name = `${titled(surname)} Van Bach`;
    expect(found(`He met ${name}.`, "person")).toEqual([name]);
  });

  it("is none there where its letters are another word", () => {
    expect(found("He met Ha Van Bach.", "person")).toEqual([]);
  });
});

describe("positions", () => {
  it.each([
    [
      "Đồng chí Vi Thị Mơ, Phó Chủ tịch Thường trực UBND tỉnh Hà Giang, phát biểu.",
      ["Phó Chủ tịch Thường trực UBND tỉnh Hà Giang"],
    ],
    ["Bí thư Tỉnh ủy Hoàng Gia Long tiếp đoàn.", ["Bí thư Tỉnh ủy"]],
    ["Đoàn gồm 12 thành viên.", []],
  ])("in: %s", (text, positions) => {
    expect(found(text, "position")).toEqual(positions);
  });
});

describe("places", () => {
  it.each([
    ["Đoàn thăm huyện Phong Thổ và thành phố Côn Minh.", ["Phong Thổ", "Côn Minh"]],
    ["Hội đàm diễn ra tại Hà Nội.", ["Hà Nội"]],
  ])("in: %s", (text, places) => {
    expect(found(text, "place")).toEqual(places);
  });
});

it("any text is read into ranges that follow each other within it", () => {
  const words = fc.constantFrom(
    "ông",
    "Lò",
    "Văn",
    "Chính",
    ",",
    "Chủ tịch",
    "tỉnh",
    "Hà Giang",
    "đã",
    ".",
    "–",
    "UBND",
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let at = 0;
      for (const { start, end } of namesIn(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        at = end;
      }
    }),
  );
});

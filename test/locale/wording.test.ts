import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const FOLDER = "src/locale";
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => [name, readFileSync(join(FOLDER, name), "utf8").normalize("NFC")] as const);

/** The tone mark on the second vowel of an open syllable: hoà, huỷ; "quý" has none to move. */
const OLD_SPELLING = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu;

/** Words that readers of a trial stumbled over; each has a better one. */
const STUMBLED = [
  "Chủ nhà",
  "Hình các chuyến thăm",
  "Tôi đã quên câu hỏi",
  "Hiểu là:",
  "Tôi không có lệnh",
  "không rõ ngày đăng",
  "vectơ",
  "trong sổ",
  "Take back",
  "took back",
  "the adding of",
  "does not tell",
  "I have tell of",
  "This is no ",
  "working meeting",
  "field survey",
  "audience",
  "主方",
  "客方",
  "登记簿",
  "签署",
  "向量",
  "对方",
];

describe.each(FILES)("the words of %s", (_, text) => {
  test("have one spelling of tone marks", () => {
    expect(text.match(OLD_SPELLING) ?? []).toEqual([]);
  });

  test("are none that readers stumbled over", () => {
    expect(STUMBLED.filter((words) => text.includes(words))).toEqual([]);
  });

  test("have no half-width colon, comma or bracket behind a Chinese letter", () => {
    expect(text.match(/\p{Script=Han}[:,;?!()](?!\/\/)/gu) ?? []).toEqual([]);
  });
});

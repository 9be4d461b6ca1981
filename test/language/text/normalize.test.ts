import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  collapseSpaces,
  normalizeLine,
  normalizeText,
} from "../../../src/language/text/normalize.ts";
import { vietnameseText } from "./arbitraries.ts";

describe("normalizeText", () => {
  it("composes NFD input", () => {
    expect(normalizeText("Lạng Sơn".normalize("NFD"))).toBe("Lạng Sơn");
  });

  it("brings line ends, BOM, odd spaces and invisible characters to the plain form", () => {
    expect(normalizeText("\uFEFFa\r\nb\rc\u00A0d\u200Be\u2028f\u00ADg\fh")).toBe(
      "a\nb\nc de\nfg\nh",
    );
  });

  it("reads Ð (eth) as Đ", () => {
    expect(normalizeText("Ðồng chí")).toBe("Đồng chí");
  });

  it("composes a letter and a mark that an invisible character parted", () => {
    expect(normalizeText("e\u200B\u0301")).toBe("é");
  });

  it("is stable, NFC and well-formed for any text", () => {
    fc.assert(
      fc.property(fc.oneof(vietnameseText, fc.string({ unit: "binary" })), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
        expect(once.normalize("NFC")).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[\r\u00A0\u200B\uFEFF\u0000]/u);
      }),
    );
  });
});

it("sees at a glance no less than by looking closely", () => {
  // The invisible character is taken out first, and makes it look closely.
  for (let code = 0; code <= 0xffff; code++) {
    const text = `a${String.fromCharCode(code)}1`;
    if (normalizeText(text) !== normalizeText(`\u2060${text}`)) expect.fail(code.toString(16));
  }
});

describe("normalizeLine", () => {
  it("leaves single spaces only", () => {
    fc.assert(
      fc.property(vietnameseText, (text) => {
        const line = normalizeLine(text);
        expect(line).not.toMatch(/^\s|\s$|\s\s|[^\S ]/u);
        expect(collapseSpaces(line)).toBe(line);
      }),
    );
  });
});

describe("characters that look like others", () => {
  it.each([
    ["Нuyện Вảо Lạс tiếр đоàn", "Huyện Bảo Lạc tiếp đoàn"],
    [
      "Ông Сао Тhế Vinh, Phó Chủ tịсh UВND, chào xã giao",
      "Ông Cao Thế Vinh, Phó Chủ tịch UBND, chào xã giao",
    ],
    ["Vο Vαn Κiệt đến Lạng Sơn", "Vo Van Kiệt đến Lạng Sơn"],
    ["Ngày ２５／４／２０２４", "Ngày 25/4/2024"],
    ["Ngày 26–4–2024, 26‐4‐2024 và 26‑4‑2024", "Ngày 26-4-2024, 26-4-2024 và 26-4-2024"],
    ["từ 1/3–5/3/2024", "từ 1/3–5/3/2024"],
    ["Lạ\u200Bng S\u2060ơn\uFEFF", "Lạng Sơn"],
    ["𝗧𝗶𝗲̂́𝗽 đ𝗼𝗮̀𝗻", "Tiếp đoàn"],
    ["ðoàn", "đoàn"],
    ["Đoàn báo Правда đến thăm", "Đoàn báo Правда đến thăm"],
    ["他说：“２０２４年”。", "他说：“2024年”。"],
  ])("%s", (typed, meant) => expect(normalizeText(typed)).toBe(meant));
});

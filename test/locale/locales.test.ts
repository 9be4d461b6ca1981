import { describe, expect, test } from "vitest";
import { LANGUAGES, languageOfTag, localeFor } from "../../src/locale/index.ts";

/** Every string a locale can produce, functions called with sample values. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(texts);
  return [];
}

describe.each(LANGUAGES)("locale %s", (language) => {
  const locale = localeFor(language);

  test("knows its own language", () => {
    expect(locale.language).toBe(language);
  });

  test("has no empty or untrimmed text", () => {
    const all = texts({ ...locale, terminal: { ...locale.terminal, prompt: "x" } });
    expect(all.length).toBeGreaterThan(30);
    for (const text of all) {
      expect(text).not.toBe("");
      expect(text).toBe(text.trim().normalize("NFC"));
    }
  });

  test("keeps Telegram's limits for command descriptions and example buttons", () => {
    for (const text of Object.values(locale.telegram.commands)) {
      expect(text.length).toBeLessThanOrEqual(256);
    }
    for (const text of locale.telegram.examples) expect(text.length).toBeLessThanOrEqual(45);
  });

  test("keeps callback answers within 200 characters", () => {
    const t = locale.telegram;
    for (const text of [t.feedbackUp, t.feedbackDown, t.buttonExpired, t.noMore]) {
      expect(text.length).toBeLessThanOrEqual(200);
    }
  });

  test("says that an empty collection is empty instead of counting to zero", () => {
    expect(locale.telegram.start(0)).not.toMatch(/0/);
    expect(locale.telegram.start(28)).toContain("28");
  });
});

describe("dates", () => {
  test.each([
    ["vi", "21/01/2025", "chưa rõ ngày đăng"],
    ["en", "21 Jan 2025", "publication date unknown"],
    ["zh", "2025年1月21日", "发布日期不详"],
  ] as const)("are written the way %s readers do", (language, known, unknown) => {
    const locale = localeFor(language);
    expect(locale.date("2025-01-21")).toBe(known);
    expect(locale.date(null)).toBe(unknown);
  });

  test("are shown as they are where they are no full date", () => {
    for (const language of LANGUAGES) expect(localeFor(language).date("2025")).toBe("2025");
  });

  test.each([
    ["vi", "00:30 ngày 22/01/2025"],
    ["en", "22 Jan 2025, 00:30"],
    ["zh", "2025年1月22日 00:30"],
  ] as const)("with a time are on the Vietnamese clock in %s", (language, expected) => {
    expect(localeFor(language).dateTime(new Date("2025-01-21T17:30:00Z"))).toBe(expected);
  });
});

describe("numbers", () => {
  test("have the right plural in English", () => {
    const en = localeFor("en");
    expect(en.telegram.sourcesHeading(1)).toMatch(/^1 article in/);
    expect(en.telegram.sourcesHeading(2)).toMatch(/^2 articles in/);
    expect(en.indexing.failuresLabel(1)).toMatch(/^1 file could/);
    expect(en.indexing.moreFailures(12)).toContain("12 files");
  });

  test("are grouped as the language groups them", () => {
    expect(localeFor("vi").telegram.sourcesHeading(1234)).toContain("1.234");
    expect(localeFor("en").telegram.sourcesHeading(1234)).toContain("1,234");
  });
});

describe("language of a tag", () => {
  test.each([
    ["zh-hans", "zh"],
    ["zh-TW", "zh"],
    ["en", "en"],
    ["en-GB", "en"],
    ["vi", "vi"],
    ["ru", null],
    ["", null],
    [undefined, null],
  ] as const)("%s is %s", (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });
});

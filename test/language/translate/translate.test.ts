import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/language/translate/detect-language.ts";
import { translateQuestion } from "../../../src/language/translate/translate.ts";
import { CHINESE_QUESTIONS } from "./chinese-questions.ts";
import { ENGLISH_QUESTIONS } from "./english-questions.ts";

describe("translating questions into Vietnamese search text", () => {
  it.each(ENGLISH_QUESTIONS.map(([question, ...terms]) => ({ question, terms })))(
    "renders $question",
    ({ question, terms }) => {
      expect(detectLanguage(question)).toBe("en");
      const { text } = translateQuestion(question, "en");
      for (const term of terms) expect(text).toContain(term);
    },
  );

  it.each(CHINESE_QUESTIONS.map(([question, ...terms]) => ({ question, terms })))(
    "renders $question",
    ({ question, terms }) => {
      expect(detectLanguage(question)).toBe("zh");
      const { text } = translateQuestion(question, "zh");
      for (const term of terms) expect(text).toContain(term);
      expect(text).not.toMatch(/\p{Script=Han}/u);
    },
  );
});

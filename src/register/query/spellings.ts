import { detectLanguage } from "../../crosslingual/detect-language.ts";
import { type Exists, fitToCorpus } from "../../crosslingual/match-forms.ts";
import { translateQuestion } from "../../crosslingual/translate.ts";
import { hasMarks } from "../../text/fold.ts";
import { normalizeLine } from "../../text/normalize.ts";
import { searchKey } from "./search-key.ts";

const HAN = /\p{Script=Han}/u;

/**
 * The keys by which a typed text may stand in the register: its own, and that of its Vietnamese form
 * where it may be Chinese, English or pinyin ("广西", "Guangxi" → quang tay).
 *
 * @param exists Tells whether folded syllables stand side by side in the articles; chooses among names that sound alike.
 * @returns Empty where the text has no letter or digit.
 */
export function spellings(text: string, exists: Exists): string[] {
  const line = normalizeLine(text);
  const own = searchKey(line);
  if (own === "") return [];
  const isChinese = HAN.test(line);
  if (!isChinese && hasMarks(line)) return [own];
  const language = isChinese ? "zh" : "en";
  // Vietnamese typed without marks has English words in it by chance: names alone are tried.
  const english = isChinese || detectLanguage(line) === "en" || /^\p{Lu}/u.test(line);
  if (!english || exists(own.split(" "))) return [own];
  const rendered = searchKey(fitToCorpus(translateQuestion(line, language), exists));
  return rendered === "" || rendered === own ? [own] : [rendered, own];
}

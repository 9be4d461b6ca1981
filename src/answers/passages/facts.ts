import type { TextTest } from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import { GIVEN } from "./attribute.ts";

/** True where a sentence, in its own words or in its Vietnamese rendering, holds all kinds of facts that are asked for. */
export function tellsFacts(facts: readonly TextTest[], sentence: string): boolean {
  if (facts.every((words) => words.test(sentence))) return true;
  const shown = asVietnamese(sentence);
  return shown !== sentence && facts.every((words) => words.test(sentence) || words.test(shown));
}

/** A gift in a rendering, where "hỗ trợ" and "ủng hộ" are no more than support. */
const GIFT = /(?<!\p{L})(?:tặng|quà|biếu|lưu niệm)(?!\p{L})/iu;

/** The same where no doubt is left: of renderings only gifts are sure enough. */
export function surelyTellsFacts(facts: readonly TextTest[], sentence: string): boolean {
  if (facts.length === 0) return false;
  if (facts.every((words) => words.test(sentence))) return true;
  return facts.every((words) => words === GIVEN) && GIFT.test(asVietnamese(sentence));
}

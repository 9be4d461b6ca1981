import { placeNameIn } from "../../language/translate/index.ts";
import type { Language } from "../../model/index.ts";

const RANK = /^(?:tỉnh|thành phố|TP\.?|thủ đô|nước) (?=\p{Lu})/u;

/** A place's name in the language of the asker where it has a sure one ("tỉnh Quảng Tây" → Guangxi); other names as they are. */
export function placeInLanguage(name: string, language: Language): string {
  if (language === "vi") return name;
  return placeNameIn(name.replace(RANK, ""), language) ?? name;
}

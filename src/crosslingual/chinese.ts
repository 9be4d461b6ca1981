import { prepareChinese } from "./chinese-text.ts";
import { chineseUnits } from "./chinese-units.ts";
import { askWord } from "./question-words.ts";
import type { Translation } from "./translate.ts";
import {
  dropPronouns,
  isNominal,
  joinUnits,
  mergeRepeatedNames,
  orderNounPhrases,
  type Unit,
} from "./unit.ts";

/**
 * Renders a Chinese question in Vietnamese. Both languages leave question words where the answer would
 * stand, so only noun phrases are turned round.
 */
export function translateChinese(question: string): Translation {
  const prepared = prepareChinese(question);
  const read = chineseUnits(prepared);
  const units = dropPronouns(mergeRepeatedNames(read.units));
  const alternatives = units.flatMap((unit) => (unit.forms === undefined ? [] : [[...unit.forms]]));
  const ordered = askedNouns(orderNounPhrases(units));
  if (/吗[?？]?\s*$/u.test(prepared))
    ordered.push({ class: "c", vi: "không", gap: false, source: "吗" });
  const text = joinUnits(/呢[?？]?\s*$/u.test(prepared) ? followUp(ordered) : ordered);
  return { text, alternatives, untranslated: read.untranslated };
}

/** [nào][đoàn] → đoàn nào, [gì][chức vụ] → chức vụ gì; 哪位 before a noun asks for that noun. */
function askedNouns(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const noun = units[i + 1];
    const asks =
      unit.vi === "nào" || unit.vi === "gì" || (unit.vi === "ai" && unit.source.startsWith("哪"));
    if (unit.class === "q" && asks && isNominal(noun) && !noun!.gap) {
      const asked = unit.vi === "ai" ? "nào" : unit.vi;
      out.push({ ...noun!, vi: `${noun!.vi} ${askWord(noun!.vi, asked, noun!.class === "t")}` });
      i++;
    } else out.push(unit);
  }
  return out;
}

/** "那广西呢?" asks the last question again of something else. */
function followUp(units: readonly Unit[]): Unit[] {
  if (units.some((unit) => unit.class === "q" || unit.class === "v")) return [...units];
  const frame = (vi: string): Unit => ({ class: "c", vi, gap: false, source: "" });
  return [frame("còn"), ...units, frame("thì sao")];
}

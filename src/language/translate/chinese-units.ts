import { questionWords } from "./chinese-words.ts";
import { englishTokens, vietnameseDate } from "./english-tokens.ts";
import { englishUnits } from "./english-units.ts";
import { COMPOUND_SURNAMES_HAN, hanNameForms, readingsOf, SURNAMES } from "./han-viet.ts";
import { chineseLexicon, type Entry } from "./lexicon.ts";
import { isNominal, type Unit } from "./unit.ts";

/** Single characters that, right behind a surname and one character, start the next word of a question. */
const NEXT_WORD = new Set([
  ..."是在的和与会到率访何谁于为将曾来赴对向想希要请把同跟及担任说有被由从到抵了吗呢等给去见也已未不先女女哪什多几提签带同出",
]);

/**
 * Length in characters of a person's name at a place in simplified Chinese text, 0 where there is none.
 *
 * A name is a surname and one or two characters that start no longer word. Without spaces this stays a
 * guess: `wordAt` gives the length of the longest known word at a place, and a title before the name
 * (大使, 书记) makes single-character words inside it possible.
 */
function nameLength(
  text: string,
  at: number,
  afterTitle: boolean,
  wordAt: (index: number) => number,
): number {
  const isHan = (index: number) => /\p{Script=Han}/u.test(text[index] ?? "");
  const compound = COMPOUND_SURNAMES_HAN.has(text.slice(at, at + 2));
  const surname = compound ? 2 : SURNAMES.includes(text[at] ?? " ") ? 1 : 0;
  // "访问时": a time, and next to never a surname.
  if (surname === 0 || text[at] === "时" || (!compound && wordAt(at) > 1)) return 0;
  const first = at + surname;
  if (!isHan(first) || wordAt(first) > 1) return 0;
  // 阮氏秋河: Vietnamese women's names have 氏 and one or two more characters.
  if (text[first] === "氏" && isHan(first + 1)) {
    const last = first + 2;
    const isOfName = isHan(last) && wordAt(last) <= 1 && !NEXT_WORD.has(text[last]!);
    return (isOfName ? last + 1 : last) - at;
  }
  if (!afterTitle && NEXT_WORD.has(text[first]!)) return 0;
  const second = first + 1;
  // "韦国峰会见": the name, not the summit, where a word begins behind it.
  const isFree = wordAt(second) <= 1 || (wordAt(second) === 2 && wordAt(second + 1) > 1);
  const three = isHan(second) && isFree && !NEXT_WORD.has(text[second]!);
  const length = three ? first + 2 - at : first + 1 - at;
  // Without a title, a surname that is also a word of its own (高, 和, 方) needs more evidence.
  if (!afterTitle && length === 2 && wordAt(at) === 1 && wordAt(first) === 1) return 0;
  return length;
}

const DATE =
  /^(?:(\d{4})年)?(?:(\d{1,2})月份?)?(?:(\d{1,2})(?:日|号(?![界桩碑门楼线馆船仓库文令])))?/u;
/** Parts of a year or month behind it. */
const PART_OF =
  /^年?(初|底|末|中旬|上旬|下旬|中期|上半年|下半年|春天?季?|夏天?季?|秋天?季?|冬天?季?)(?![中级步])/u;
const PARTS: Readonly<Record<string, string>> = {
  初: "đầu",
  上旬: "đầu",
  底: "cuối",
  末: "cuối",
  下旬: "cuối",
  中旬: "giữa",
  中期: "giữa",
  上半年: "6 tháng đầu",
  下半年: "6 tháng cuối",
  春: "mùa xuân",
  夏: "mùa hè",
  秋: "mùa thu",
  冬: "mùa đông",
};
/** "前10个月": so many months from the beginning of the year on. */
const FIRST_MONTHS = /^前(\d{1,2}|[两三六九])个?(?:月|季度)/u;
/** Vietnamese reports write small numbers of months out. */
const MONTHS_WRITTEN: Readonly<Record<string, string>> = {
  两: "hai",
  三: "ba",
  六: "6",
  九: "9",
  2: "hai",
  3: "ba",
  4: "bốn",
};
/** " quý 3 năm 2024 ", as `prepareChinese` puts quarters. */
const QUARTER = /^quý \d(?: năm \d{4})?/u;
const LATIN = /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\p{N} .'’-]*/u;
const HAN = /\p{Script=Han}/u;

/** Renders prepared Chinese text (see `prepareChinese`) piece by piece, still in Chinese order. */
export function chineseUnits(text: string): { units: Unit[]; untranslated: string[] } {
  const units: Unit[] = [];
  const untranslated: string[] = [];
  let gap = false;
  let dash = false;
  const push = (unit: Omit<Unit, "gap">) => {
    const last = units.at(-1);
    if (dash && unit.class === "g" && last?.class === "g") {
      units[units.length - 1] = { ...last, vi: `${last.vi} - ${unit.vi}` };
    } else units.push({ ...unit, gap });
    dash = false;
    gap = false;
  };
  let i = 0;
  while (i < text.length) {
    const rest = text.slice(i);
    const date = DATE.exec(rest);
    if (date !== null && date[0] !== "") {
      const behind = rest.slice(date[0].length);
      const part = date[3] === undefined ? partOf(behind) : null;
      const vi = renderDate(date);
      push({ class: "c", vi: part === null ? vi : `${part.vi} ${vi}`, source: "" });
      i += date[0].length + (part?.length ?? 0);
      continue;
    }
    const quarter = QUARTER.exec(rest);
    if (quarter !== null) {
      push({ class: "c", vi: quarter[0], source: "" });
      i += quarter[0].length;
      continue;
    }
    const ordinal = /^第(\d+)[次届轮期]/u.exec(rest);
    if (ordinal !== null) {
      push({ class: "l", vi: `lần thứ ${ordinal[1]}`, source: ordinal[0] });
      i += ordinal[0].length;
      continue;
    }
    const number = /^\d+(?:[.,/:-]\d+)*%?/u.exec(rest);
    if (number !== null) {
      push({ class: "m", vi: number[0], source: number[0] });
      i += number[0].length;
      continue;
    }
    const latin = LATIN.exec(rest);
    if (latin !== null) {
      const inner = englishUnits(englishTokens(latin[0]));
      units.push(...inner.units);
      untranslated.push(...inner.untranslated);
      i += latin[0].length;
      continue;
    }
    if (!HAN.test(rest[0]!)) {
      dash = /[-–—－~]/u.test(rest[0]!);
      gap = true;
      i++;
      continue;
    }
    const name = nameLength(text, i, units.at(-1)?.class === "t", (at) => wordLength(text, at));
    if (name > 0) {
      const source = text.slice(i, i + name);
      const forms = hanNameForms(source);
      push({ class: "p", vi: forms[0]!, source, ...(forms.length > 1 && { forms }) });
      i += name;
      continue;
    }
    const length = wordLength(text, i);
    if (length > 0) {
      const source = text.slice(i, i + length);
      const entry = entryOf(source)!;
      if (entry.class === "d") {
        gap ||= source === "的" ? closesClause(units) : !isMeasure(source);
      } else {
        const verb = source === "合作" && !startsNominal(text, i + length);
        // "妇女交流": what people do together, and nothing that is talked over.
        if (source === "交流" && /^[natl]$/u.test(units.at(-1)?.class ?? "") && !gap)
          push({ class: "n", vi: "giao lưu", source });
        else push({ class: verb ? "v" : entry.class, vi: entry.vi, source });
      }
      i += length;
      continue;
    }
    const posted = postedPlace(text, i);
    if (posted !== undefined) {
      push({ class: "l", vi: `tại ${posted.vi}`, source: "驻" });
      i += posted.length;
      continue;
    }
    const end = unknownEnd(text, i);
    const source = text.slice(i, end);
    if ([...source].some((char) => readingsOf(char).length === 0)) {
      untranslated.push(source);
      gap = true;
    } else {
      // Before 市, 县 … it is a place; elsewhere as likely a word that the lexicon lacks.
      const place = /^[省市县州镇乡村区岛]/u.test(text.slice(end));
      const forms = hanNameForms(source).map((form) => (place ? form : form.toLowerCase()));
      push({
        class: place ? "g" : "n",
        vi: forms[0]!,
        source,
        ...(forms.length > 1 && { forms }),
      });
    }
    i = end;
  }
  return { units, untranslated };
}

/** The part of a year or month that stands behind it: "2024年底", "3月初", "2025年前9个月". */
function partOf(behind: string): { readonly vi: string; readonly length: number } | null {
  const months = FIRST_MONTHS.exec(behind);
  if (months !== null) {
    const unit = months[0].endsWith("季度") ? "quý" : "tháng";
    const count = MONTHS_WRITTEN[months[1]!] ?? months[1]!;
    return { vi: `${count} ${unit} đầu`, length: months[0].length };
  }
  const part = PART_OF.exec(behind);
  if (part === null) return null;
  const vi = PARTS[part[1]!] ?? PARTS[part[1]![0]!];
  return vi === undefined ? null : { vi, length: part[0].length };
}

/** True where 的 ends a clause with a verb (访问越南的目的), so that its noun stands apart. */
function closesClause(units: readonly Unit[]): boolean {
  let i = units.length - 1;
  while (isNominal(units[i])) i--;
  return i < units.length - 1 && units[i]?.class === "v";
}

function isMeasure(source: string): boolean {
  return /^[个份名位家项场座件届条支艘架次]$/u.test(source);
}

function renderDate(match: RegExpExecArray): string {
  const [, year, month, day] = match;
  if (month === undefined) return year === undefined ? `ngày ${Number(day)}` : `năm ${year}`;
  return vietnameseDate(day, Number(month), year);
}

function entryOf(source: string): Entry | undefined {
  return questionWords().get(source) ?? chineseLexicon().phrases.get(source)?.[0];
}

/** Length of the longest known word at a place, 0 where none starts. */
function wordLength(text: string, at: number): number {
  const { longest } = chineseLexicon();
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    if (entryOf(text.slice(at, at + length)) !== undefined) return length;
  }
  return 0;
}

/** True where some two neighbouring characters are, or begin, a word of the tables. */
export function isKnownWord(han: string): boolean {
  return Array.from(han).some((_, at) => wordLength(han, at) > 1);
}

/** True where a thing, person or place is named next, as in 合作协议 but not in 开展合作. */
function startsNominal(text: string, at: number): boolean {
  const entry = entryOf(text.slice(at, at + wordLength(text, at)));
  return entry !== undefined && /^[nt]$/u.test(entry.class);
}

/** 驻越南 in 中国驻越南大使: the place where an envoy is posted. */
function postedPlace(text: string, at: number): { vi: string; length: number } | undefined {
  if (text[at] !== "驻") return undefined;
  const length = wordLength(text, at + 1);
  const entry = length === 0 ? undefined : entryOf(text.slice(at + 1, at + 1 + length));
  return entry?.class === "g" ? { vi: entry.vi, length: length + 1 } : undefined;
}

function unknownEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && HAN.test(text[end]!) && wordLength(text, end) === 0) end++;
  return end;
}

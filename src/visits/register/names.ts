import { FOLDED_TITLES, POSITION_HEADS } from "../../language/names/index.ts";
import { fold, hasMarks, normalizeLine, phraseSet } from "../../language/text/index.ts";
import {
  detectLanguage,
  type Exists,
  expandedTerms,
  fitToCorpus,
  translateQuestion,
} from "../../language/translate/index.ts";
import type { VisitSide } from "../../model/index.ts";

/** Keys of names met lately: registers repeat their places, bodies and offices. */
const KEYS = new Map<string, string>();
const MAX_CACHED = 10_000;
const MAX_CACHED_CHARS = 80;

/**
 * The form in which texts of the register are compared: folded words parted by single spaces,
 * abbreviations written out ("UBND tỉnh" and "Ủy ban nhân dân tỉnh" are one).
 */
export function searchKey(text: string): string {
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = expandedTerms(text)
    .map(({ folded }) => folded)
    .join(" ");
  if (text.length > MAX_CACHED_CHARS) return key;
  if (KEYS.size >= MAX_CACHED) KEYS.clear();
  KEYS.set(text, key);
  return key;
}

/** As `searchKey`, tone marks kept: what tells Hưng from Hùng. */
export function markedKey(text: string): string {
  return expandedTerms(text)
    .map(({ marked }) => marked)
    .join(" ");
}

/**
 * A side in its shortest telling words, as a line begins with them: its body, else where it comes from, else
 * who led it; null where unknown.
 */
export function sideName({ organisation, province, country, head }: VisitSide): string | null {
  const name = organisation ?? province ?? country ?? head;
  return name && name.charAt(0).toUpperCase() + name.slice(1);
}

/** Where a side comes from, as far as its body's name does not tell it: "Quảng Tây, Trung Quốc"; empty where it does. */
export function sideOrigin({ organisation, province, country }: VisitSide): string {
  const told = fold(organisation ?? province ?? "");
  return [organisation === null ? null : province, country]
    .filter((part) => part !== null && !told.includes(fold(part)))
    .join(", ");
}

const HEADS = POSITION_HEADS.map(fold).filter((title) => !/^(?:pho|thu) /u.test(title));
/** "phó chủ tịch" is no "chủ tịch", and a former one is none either. */
const OTHER_RANK = new RegExp(`(?<= )(pho|nguyen|cuu) (?=(?:${HEADS.join("|")}) )`, "gu");

/** Words at the start of a key that are titles: "ong chu tich hung ba" → 3. */
export function titleWords(words: readonly string[]): number {
  let titles = 0;
  for (let length = FOLDED_TITLES.longestAt(words, 0); length > 0; ) {
    titles += length;
    length = FOLDED_TITLES.longestAt(words, titles);
  }
  return titles;
}

/**
 * The form in which offices are compared: "Phó Chủ tịch Thường trực UBND tỉnh" → pho_chu tich uy ban nhan
 * dan tinh, "Ngoại trưởng" → bo truong ngoai giao.
 */
export function officeKey(text: string): string {
  return ` ${searchKey(text)} `
    .replace(/(?<= )(?:thuong truc|dac menh toan quyen) /gu, "")
    .replace(/ ngoai truong /gu, " bo truong ngoai giao ")
    .replace(/ (bo truong|thu truong) bo /gu, " $1 ")
    .replace(OTHER_RANK, "$1_")
    .trim();
}

/** What an office is of, in folded words: "Bí thư Tỉnh ủy", "Bộ trưởng Quốc phòng". */
export const OFFICE_BODIES = phraseSet(
  (
    "tinh uy|thanh uy|huyen uy|khu uy|thi uy|chau uy|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|quoc hoi|tinh|thanh pho|huyen|nuoc|" +
    "uy ban nhan dan tinh|uy ban nhan dan thanh pho|uy ban nhan dan huyen|hoi dong nhan dan tinh|ubnd tinh|" +
    "chinh phu|ngoai giao|thuong truc|dac menh toan quyen|bo quoc phong|quoc phong|bo ngoai giao|bo cong an|cong an|tai chinh|cong thuong|thuong mai|" +
    "giao duc|giao duc va dao tao|y te|tu phap|noi vu|xay dung|giao thong van tai|nong nghiep va moi truong|tai nguyen va moi truong|" +
    "khoa hoc va cong nghe|van hoa|ke hoach va dau tu"
  ).split("|"),
);

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

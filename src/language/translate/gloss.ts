/**
 * Vietnamese renderings of sentences in English and Chinese, so that articles in these languages are found by the same
 * words, and read by the same readers, as Vietnamese ones. What is shown stays the article's own.
 */
import { LRUCache } from "lru-cache";
import { hasMarks, latinWords, sentences } from "../text/index.ts";
import { chineseUnits } from "./chinese-units.ts";
import { prepareChinese } from "./chinese-words.ts";
import { detectLanguage } from "./detect-language.ts";
import { englishTokens } from "./english-tokens.ts";
import { englishUnits } from "./english-units.ts";
import { hanNameForms, isPinyinSurname, pinyinNameForms } from "./han-viet.ts";
import { type Exists, fitToCorpus } from "./place-names.ts";
import { translateStatement } from "./translate.ts";
import type { Unit } from "./unit.ts";

/** A language other than Vietnamese that articles are read in. */
type ForeignLanguage = "en" | "zh";

/** A sentence with its rendering. */
interface Gloss {
  /** UTF-16 range of the sentence in its text. */
  readonly start: number;
  readonly end: number;
  readonly vi: string;
}

/** A name of a person with its Vietnamese forms, likeliest first. */
interface ForeignName {
  /** UTF-16 range in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
  /** An office or title stands right before it, or, in English, behind the comma after it. */
  readonly titled: boolean;
}

/** As much of a text tells its language. */
const SAMPLE_CHARS = 1_500;
/** Shorter texts are names or headings, which tell no language. */
const LEAST_CHARS = 12;
/** Fewer Latin words are names or file names. */
const LEAST_WORDS = 6;
/** A Vietnamese text has marks on three words of four; an English one only on the names in it. */
const MOST_MARKED = 0.3;
/** Texts kept; a sentence takes about a kilobyte, articles are those that are read lately. */
const KEPT = 2_000;

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{M}]+/gu;

/** Verdicts by text: a question asks for the language of each article and sentence that it looks at. */
const languages = new LRUCache<string, ForeignLanguage | "none">({ max: KEPT });

/** The language of a text that is not Vietnamese; null for Vietnamese and for what tells none. */
export function foreignLanguage(text: string): ForeignLanguage | null {
  let language = languages.get(text);
  if (language === undefined) {
    language = languageIn(text) ?? "none";
    languages.set(text, language);
  }
  return language === "none" ? null : language;
}

function languageIn(text: string): ForeignLanguage | null {
  const sample = text.slice(0, SAMPLE_CHARS);
  if (sample.length < LEAST_CHARS && !/\p{Script=Han}{4}/u.test(sample)) return null;
  // Nearly all texts are Vietnamese: they are told without cutting them into words.
  const latin = latinWords(sample);
  if (latin !== null && (latin.count < LEAST_WORDS || latin.marked > latin.count * MOST_MARKED))
    return null;
  const words = sample.match(LATIN_WORD) ?? [];
  const han = sample.match(HAN)?.length ?? 0;
  if (han > 0 && han > words.length) return "zh";
  if (words.length < LEAST_WORDS) return null;
  let marked = 0;
  for (const word of words)
    if (hasMarks(word) && ++marked > words.length * MOST_MARKED) return null;
  return detectLanguage(sample) === "en" ? "en" : null;
}

const renderings = new LRUCache<string, string>({ max: KEPT });

/** Vietnamese rendering of one sentence, word order roughly Vietnamese. */
export function render(sentence: string, language: ForeignLanguage): string {
  const key = `${language}${sentence}`;
  const known = renderings.get(key);
  if (known !== undefined) return known;
  const vi = likeReports(
    language === "zh" ? renderChinese(sentence) : translateStatement(sentence, language).text,
  );
  renderings.set(key, vi);
  return vi;
}

/** "应…邀请，": by whose invitation. */
const INVITED = /^应(.{2,40}?)的?邀请$/u;

/** A Chinese sentence clause by clause: what stands in one belongs together. */
function renderChinese(sentence: string): string {
  const plain = sentence
    // "5月12日至14日": both days with their month.
    .replace(/(\d{1,2}月)(\d{1,2}日)[至到—-](?=\d{1,2}日)/gu, "$1$2至$1")
    // "我州": ours is said without a name.
    .replace(/我(?=[省市县州区乡局院校])/gu, "")
    .replace(/我国/gu, "中国")
    // "韦国峰一行12人": they and twelve others are whom the name stands for.
    .replace(/一行(?:共?\d{1,3}[人名])?/gu, "");
  return plain
    .split(/[,，;；:：]/u)
    .map((clause) => {
      const inviter = INVITED.exec(clause.trim())?.[1];
      return inviter === undefined
        ? translateStatement(clause, "zh").text
        : `nhận lời mời của ${translateStatement(inviter, "zh").text}`;
    })
    .filter((clause) => clause !== "")
    .join(", ");
}

/** A rendering with its names in the forms of some texts, and the words that no table knows. */
interface Rendering {
  readonly vi: string;
  readonly unknown: readonly string[];
}

/**
 * Vietnamese rendering of one sentence beside texts that it may tell of: of the forms of a name, the one that stands
 * there is taken (吴 is Ngô or Ngũ).
 *
 * @param exists Tells whether folded syllables stand side by side in those texts.
 */
export function renderBeside(
  sentence: string,
  language: ForeignLanguage,
  exists: Exists,
): Rendering {
  const translation = translateStatement(sentence, language);
  return { vi: likeReports(fitToCorpus(translation, exists)), unknown: translation.untranslated };
}

/** What a leader's name and office end before: the sentence goes on with what the delegation did, when or where. */
const GOES_ON =
  "(?= (?:thăm|tiếp|đón|trả|đến|tới|sang|gặp|hội đàm|hội kiến|làm việc|khảo sát|tham dự|bắt đầu|kết thúc|đã|ngày \\d|tháng \\d|tại|vào|trong|để|và)(?!\\p{L})|$)";
const DAY = "(?:(?:(?:sáng|chiều|tối) )?(?:ngày|tháng) [\\d/]{1,10})";
const PLACE = "(?:tại \\p{Lu}\\p{L}{0,8}(?: \\p{Lu}\\p{L}{0,8}){0,3})";
const OFFICE = "(?:Phó |Chủ |Thị |Bí |Tổng |Đại |Châu |Huyện |Giám |Ủy |Thứ |Bộ |Trưởng )";
const turn = (pattern: string, put: string) => [new RegExp(pattern, "gu"), put] as const;

/** Turns of the rendering, and how Vietnamese reports put them. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  // "received a delegation", "received Vice Mayor …": nobody is taken in as a thing is.
  turn("(?<!\\p{L})nhận(?= (?:tại |ngày |đoàn|\\p{Lu}))", "tiếp"),
  turn("trả chuyến (?:công tác|thăm(?: chính thức)?|làm việc)", "thăm và làm việc tại"),
  turn("(?:diễn ra|tổ chức|tiến hành) (?=cuộc gặp|cuộc hội đàm|buổi làm việc)", "có "),
  turn("(?:diễn ra|tổ chức|tiến hành) hội đàm", "hội đàm"),
  // "X với Y hội đàm".
  turn("với ((?:(?! với ).){2,120}?) hội đàm(?! với)", "hội đàm với $1"),
  // Who leads a delegation stands behind it.
  turn(
    "do ((?:(?! dẫn đầu ).){1,200}?) dẫn đầu (đoàn(?: đại biểu| công tác)?)",
    "$2 do $1 dẫn đầu",
  ),
  turn(
    "(hội kiến|tiếp|gặp|đón) ((?:(?!do |đoàn ).){3,120}?) dẫn đầu (đoàn(?: đại biểu| công tác)?)",
    "$1 $3 do $2 dẫn đầu",
  ),
  turn(
    "(?<=^|, )(?!do |đoàn )([^,]{3,120}?) dẫn đầu (đoàn(?: đại biểu| công tác)?(?: (?:tỉnh|thành phố|châu|huyện|khu tự trị)(?: \\p{Lu}\\p{L}*){1,4})?) (?=thăm|đến|sang|tới)",
    "$2 do $1 dẫn đầu ",
  ),
  turn(`(?:do )?làm trưởng đoàn (\\p{Lu}.{1,160}?)${GOES_ON}`, "do $1 dẫn đầu"),
  // The day and the place stand before the verb or at the end, not between it and the guest.
  turn(`(tiếp|hội kiến|gặp|đón) (${DAY}) (?=đoàn|\\p{Lu})`, "$2 $1 "),
  turn(`(tiếp|hội kiến|gặp|đón) (${PLACE}(?: ${DAY})?) (?=đoàn|${OFFICE})`, "$2 $1 "),
  // Where a delegation comes from: "đoàn đại biểu châu Văn Sơn, tỉnh Vân Nam, Trung Quốc".
  turn("(đoàn(?: đại biểu| công tác)?) từ (?=\\p{L})", "$1 "),
  turn(
    "(?<=\\p{Lu}\\p{Ll}{0,8}) (?=(?:tỉnh|khu tự trị) \\p{Lu}|Trung Quốc(?! \\p{Lu})|Việt Nam(?! \\p{Lu}))",
    ", ",
  ),
  turn(
    "(?<=(?:thành phố|thị xã|châu|huyện|quận) \\p{Lu}[\\p{L} ]{1,30}) (?=Quảng Tây|Vân Nam|Quảng Đông|Hải Nam)",
    ", ",
  ),
  turn("tỉnh (?=tỉnh )", ""),
  // Before "where", "who" and "which".
  turn("(?: ?,)+", ","),
];

function likeReports(vi: string): string {
  return TURNS.reduce((text, [pattern, put]) => text.replace(pattern, put), vi);
}

/** The sentences of a foreign text with their renderings; none for a Vietnamese one. */
export function glosses(text: string): Gloss[] {
  const language = foreignLanguage(text);
  if (language === null) return [];
  return sentences(text).map(({ start, end }) => ({
    start,
    end,
    vi: render(text.slice(start, end), language),
  }));
}

/** Names of persons in a foreign sentence, in order; null for a Vietnamese one. */
export function foreignNames(sentence: string): ForeignName[] | null {
  const language = foreignLanguage(sentence);
  if (language === null) return null;
  const { units } =
    language === "zh"
      ? chineseUnits(prepareChinese(sentence))
      : englishUnits(englishTokens(sentence), true);
  const lower = sentence.toLowerCase();
  const found: ForeignName[] = [];
  let from = 0;
  for (const [i, unit] of units.entries()) {
    if (!isPerson(unit)) continue;
    const start = lower.indexOf(unit.source.toLowerCase(), from);
    if (start < 0 || unit.source === "") continue;
    const end = start + unit.source.length;
    from = end;
    if (isNobody(sentence.slice(start, end), sentence.slice(end))) continue;
    const behind = language === "en" && units[i + 1]?.class === "t" && units[i + 1]!.gap;
    const titled = (units[i - 1]?.class === "t" && !unit.gap) || behind;
    found.push({ start, end, forms: unit.forms ?? [unit.vi], titled });
  }
  return found;
}

/** Words with a capital that no table knows and that name nobody: peoples, parties, months. */
const NO_NAMES = new Set(
  "communist league hani yi zhuang dai miao union youth party committee may asean congress front association federation golden".split(
    " ",
  ),
);

/** True for a single word that is no name of a person: "VNA", "Communist", the first of "Golden Week". */
function isNobody(word: string, behind: string): boolean {
  if (/[^\p{Script=Latin}\p{M}'’.-]/u.test(word)) return false;
  const isShort = word.length > 1 && word === word.toUpperCase();
  return isShort || NO_NAMES.has(word.toLowerCase()) || /^ \p{Lu}\p{Ll}/u.test(behind);
}

const isPerson = (unit: Unit): boolean => unit.class === "p";

/** Forms of a name under which it is also looked for. */
const MOST_FORMS = 6;

/** A sentence as Vietnamese readers take it: its rendering where it is in another language, else itself. */
export function asVietnamese(sentence: string): string {
  const language = foreignLanguage(sentence);
  return language === null ? sentence : render(sentence, language);
}

/** Vietnamese forms of a name that is written in Chinese characters or in pinyin, likeliest first; none of another one. */
export function vietnameseForms(name: string): readonly string[] {
  if (/^\p{Script=Han}{2,5}$/u.test(name)) return hanNameForms(name, MOST_FORMS);
  const words = name.split(" ");
  const isPinyin =
    !hasMarks(name) && words.length >= 2 && words.length <= 3 && isPinyinSurname(words[0]!);
  return isPinyin ? pinyinNameForms(words).slice(0, MOST_FORMS) : [];
}

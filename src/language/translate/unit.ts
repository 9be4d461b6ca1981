import { fold } from "../text/index.ts";
import { addPhrases, emptyTrie, type PhraseTrie, type WordClass } from "./lexicon.ts";

const EN: readonly (readonly [string, string])[] = [
  ["who|whom", "ai"],
  ["whose", "của ai"],
  ["when|at what point", "khi nào"],
  ["since when", "từ khi nào"],
  ["what time|at what time", "mấy giờ"],
  ["where and when|when and where", "ở đâu, khi nào"],
  [
    "from which day to which day|from what day to what day|from which date to which date|from what date to what date",
    "từ ngày nào đến ngày nào",
  ],
  ["what number|which number", "lần thứ mấy"],
  ["where", "ở đâu"],
  ["from where", "từ đâu"],
  ["why|for what reason|for what purpose|how come", "vì sao"],
  ["how long|for how long|how many hours and minutes", "bao lâu"],
  ["how often", "bao lâu một lần"],
  ["how old", "bao nhiêu tuổi"],
  ["how far", "bao xa"],
  ["how tall", "cao bao nhiêu"],
  ["how much trade", "kim ngạch bao nhiêu"],
  ["how many|how much|how large|how big|how high", "bao nhiêu"],
  ["how", "như thế nào"],
  ["what about|how about|and what about|and how about", "còn"],
  ["which|which of|in which|on which|at which|from which|to which|for which|by which", "nào"],
  [
    "what|in what|on what|at what|from what|for what|what kind of|what sort of|what type of|what kinds of",
    "gì",
  ],
];

let trie: PhraseTrie | undefined;

/** English question words and their Vietnamese renderings. */
export function englishQuestionWords(): PhraseTrie {
  if (trie === undefined) {
    trie = emptyTrie();
    for (const [forms, vi] of EN) addPhrases(trie, forms, { vi, class: "q" });
  }
  return trie;
}

/** Nouns that are asked for with "nào" rather than "gì" (ngày nào, nước nào). */
const ASKED_WITH_NAO =
  /^(?:ngày|năm|tháng|tuần|giờ|thứ|nước|tỉnh|thành phố|thị|huyện|châu|xã|phường|khu vực|vùng|lĩnh vực|cửa khẩu|khách sạn|địa phương|nơi|địa điểm|tổ chức|cơ quan|công ty|doanh nghiệp|báo|tờ báo|trường|bệnh viện|sân bay|cảng|nhà hàng|hội nghị|thời|dịp|phía|đoàn|cầu|cây cầu|đảo|sông|cơn bão|bão|mốc|chuyến)/u;
/** Quantities: "what was the trade turnover" asks for a number. */
const QUANTITY =
  /^(?:kim ngạch|thương mại|sản lượng|khối lượng|chi phí|mức|quy mô|dân số|giá|diện tích|số|tổng số|tuổi|trị giá|phần trăm)/u;

/** The word for "which" or "what" behind a noun phrase. */
export function askWord(nounPhrase: string, asked: string, isPerson: boolean): string {
  if (asked === "nào" || isPerson || ASKED_WITH_NAO.test(nounPhrase)) return "nào";
  return "gì";
}

/** What "what is X" asks for, behind X. */
export function predicateWord(nounPhrase: string): string {
  if (QUANTITY.test(nounPhrase)) return "là bao nhiêu";
  return /^ngày/u.test(nounPhrase) ? "là ngày nào" : "là gì";
}

/** A rendered piece of a question: a word, phrase, name, number or question word. */
export interface Unit {
  readonly class: WordClass;
  readonly vi: string;
  /** Something that ends a noun phrase (comma, article, preposition) stood before it. */
  readonly gap: boolean;
  /** Words as typed, in lower case; what the word order looks at. */
  readonly source: string;
  /** A name with several possible forms, the first being `vi`. */
  readonly forms?: readonly string[];
}

const PRONOUN = /^(?:của )?(?:ông ấy|bà ấy|họ)$/u;
const MODIFIERS = new Set(["g", "p", "a", "n", "t", "m", "l"]);

/** True for units that can be part of a noun phrase. */
export function isNominal(unit: Unit | undefined): boolean {
  return unit !== undefined && MODIFIERS.has(unit.class);
}

/**
 * Brings runs of nominal units from English or Chinese order (modifier first) to Vietnamese order
 * (head first): [Pháp][cựu binh] → cựu binh Pháp; [Trung Quốc][đại sứ][Hùng Ba] → đại sứ Trung Quốc
 * Hùng Ba. Every run becomes one unit of its head's class, so that it can be moved as a whole.
 */
export function orderNounPhrases(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  let i = 0;
  while (i < units.length) {
    if (!isNominal(units[i])) {
      out.push(units[i]!);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < units.length && isNominal(units[end]) && !units[end]!.gap) end++;
    out.push(nounPhrase(units.slice(i, end).map(numbered)));
    i = end;
  }
  return out;
}

/** Meetings that are counted: their number is that of a series, not a day of the week. */
const COUNTED_EVENT =
  /(?:^|[ ])(?:hội đàm|giao lưu|gặp|gặp gỡ|cuộc gặp|họp|phiên|kỳ họp|hội nghị|lễ hội|liên hoan|ngày hội|tọa đàm|giao ban|hội chợ|ủy ban công tác liên hợp|diễn đàn|khảo sát)/iu;

/** "the third meeting" → lần thứ ba, behind all else of the meeting. */
function numbered(unit: Unit, _: number, run: readonly Unit[]): Unit {
  const ordinal = unit.class === "a" && /^(?:lần )?thứ /u.test(unit.vi);
  if (!ordinal || !run.some(({ vi }) => COUNTED_EVENT.test(vi))) return unit;
  return { ...unit, class: "l", vi: unit.vi.startsWith("lần") ? unit.vi : `lần ${unit.vi}` };
}

function nounPhrase(run: readonly Unit[]): Unit {
  const first = run[0]!;
  if (run.length === 1) return first;
  const before = run.filter((unit) => unit.class === "m");
  const late = run.filter((unit) => unit.class === "l");
  const rest = run.filter((unit) => unit.class !== "m" && unit.class !== "l");
  let head = rest.length - 1;
  while (head > 0 && rest[head]!.class !== "n" && rest[head]!.class !== "t") head--;
  const isHead = rest[head]?.class === "n" || rest[head]?.class === "t";
  const title = isHead ? settleTitle(rest[head]!, rest) : undefined;
  const ordered =
    title !== undefined
      ? [...before, title, ...rest.slice(0, head).reverse(), ...late, ...rest.slice(head + 1)]
      : [...before, ...rest, ...late];
  return {
    class: isHead ? rest[head]!.class : (rest.at(-1)?.class ?? "n"),
    vi: joinUnits(ordered),
    gap: first.gap,
    source: isHead ? rest[head]!.source : first.source,
  };
}

/** The units' words, joined by single spaces. */
export function joinUnits(units: readonly Unit[]): string {
  return units
    .flatMap((unit) => unit.vi.split(" "))
    .filter((word, i, all) => word !== "" && !(RANKS.has(word) && all[i + 1] === word))
    .join(" ");
}

/** "Chủ tịch tỉnh" before "tỉnh U Đôm Xay": the rank stands once. */
const RANKS: ReadonlySet<string> = new Set(["tỉnh", "huyện", "châu", "xã"]);

const CHAIRED = new Set(["Trung Quốc", "Triều Tiên", "Cuba", "Tập Cận Bình", "Kim Jong-un"]);
const VIETNAMESE_NAME =
  /^(?:nguyen|tran|le|pham|dang|truong|to|vo|vu|luong|ho|bui|do|ngo|dinh) \p{L}+/u;

/** Presidents of Vietnam and Laos are "Chủ tịch nước", those of China, North Korea and Cuba "Chủ tịch". */
function settleTitle(head: Unit, run: readonly Unit[]): Unit {
  if (head.vi !== "Tổng thống" && head.vi !== "Phó Tổng thống") return head;
  const own = run.some(
    (unit) =>
      unit.vi === "Việt Nam" ||
      unit.vi === "Lào" ||
      (unit.class === "p" && VIETNAMESE_NAME.test(fold(unit.vi))),
  );
  const chaired = run.some((unit) => CHAIRED.has(unit.vi));
  if (!own && !chaired) return head;
  const title = own ? "Chủ tịch nước" : "Chủ tịch";
  return { ...head, vi: head.vi.startsWith("Phó") ? `Phó ${title}` : title };
}

/** Leaves pronouns out of a question that names somebody; alone they refer to an earlier question. */
export function dropPronouns(units: readonly Unit[]): Unit[] {
  if (!units.some((unit) => unit.class === "p" || unit.class === "t")) return [...units];
  const out: Unit[] = [];
  let gap = false;
  for (const unit of units) {
    if (PRONOUN.test(unit.vi)) gap = true;
    else {
      out.push(gap ? { ...unit, gap } : unit);
      gap = false;
    }
  }
  return out;
}

/**
 * Makes one of a name given twice, "Wu Xiaohui (Vu Hieu Huy)": the second settles which of the first
 * one's forms is meant.
 */
export function mergeRepeatedNames(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of units) {
    const last = out.at(-1);
    const same =
      unit.class === "p" && last?.class === "p"
        ? (last.forms ?? [last.vi]).find((form) => fold(form) === fold(unit.vi))
        : undefined;
    if (same === undefined) out.push(unit);
    else out[out.length - 1] = { class: "p", vi: same, gap: last!.gap, source: last!.source };
  }
  return out;
}

/** A question as Vietnamese search material. */
export interface Translation {
  /** Vietnamese rendering with marks, word order roughly Vietnamese; names unknown to the tables as typed. */
  readonly text: string;
  /** For each name with several possible Vietnamese forms: the forms, likeliest first; the first stands in `text`. */
  readonly alternatives: string[][];
  /** Words that no table knows and that don't look like names; they are not in `text`. */
  readonly untranslated: string[];
}

import { fold, type Term, twoWayPhrases } from "../../language/text/index.ts";
import type { AnswerType } from "./question.ts";
import { QUESTION_PHRASES, STOP_WORDS } from "./vocabulary.ts";

/** Question words that are everyday words when typed without marks (đầu, chị, máy bay …): they need their marks. */
const NEEDS_MARKS = new Set(["đâu", "chi", "sao lại"]);
const PHRASES = twoWayPhrases(QUESTION_PHRASES.keys(), NEEDS_MARKS);
/** Words that make "ai" the beginning of a name: Ai Cập, Ai Len. */
const NOT_WHO = new Set(["cập", "cap", "len"]);
/** What makes an unmarked "nam" the end of a place: Việt Nam, Vân Nam, Hải Nam. */
const PLACE_BEFORE_NAM = new Set("viet van hai quang ha mien phia dong tay ho".split(" "));
/** Words that make an unmarked "may" máy or mây instead of mấy. */
const NOT_HOW_MANY = new Set(["bay", "tinh", "moc", "anh", "chu"]);
const FOLDED_TYPES = new Map(
  [...QUESTION_PHRASES].reverse().map(([phrase, type]) => [fold(phrase), type]),
);
/** Question words at `[from, to)` of the words. */
export interface Found {
  readonly type: AnswerType;
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
}

const REASON_NOUN = /^(?:ly do|li do|nguyen nhan)$/u;
const YEAR_OR_NUMBER = /^(?:năm|nam) (?:bao nhiêu|bao nhieu)$/u;
const EACH = new Set(["mỗi", "moi", "hằng", "hang", "hàng", "bình", "mot", "một"]);

/** The question words of a question, in order; ranges count words. */
export function findQuestionWords(list: readonly Term[], unmarked: boolean): Found[] {
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const phrases = unmarked ? PHRASES.folded : PHRASES.marked;
  const found: Found[] = [];
  for (let i = 0; i < words.length; ) {
    const length = phrases.longestAt(words, i);
    const phrase = words.slice(i, i + length).join(" ");
    const type = unmarked ? FOLDED_TYPES.get(phrase) : QUESTION_PHRASES.get(phrase);
    if (length === 0 || type === undefined) {
      // "Sao nữ bộ trưởng lại bỏ chuyến đi?": a bare "sao" asks why only at the start.
      if (i === 0 && words[0] === "sao")
        found.push({ type: "reason", from: 0, to: 1, phrase: "sao" });
      // "Lý do đoàn hoãn chuyến đi": with no word that asks.
      if (i === 0 && REASON_NOUN.test(`${list[0]?.folded} ${list[1]?.folded}`))
        found.push({ type: "reason", from: 0, to: 2, phrase: "ly do" });
      i++;
      continue;
    }
    // "pho tinh truong van nam nao": Vân Nam, no year.
    if (unmarked && words[i] === "nam" && PLACE_BEFORE_NAM.has(words[i - 1] ?? "")) {
      i++;
      continue;
    }
    // "mỗi ngày mấy xe": how many, no day.
    if (/^(?:ngày|ngay) (?:mấy|may)$/u.test(phrase) && EACH.has(words[i - 1] ?? "")) {
      i++;
      continue;
    }
    // "6 tháng đầu năm bao nhiêu khách", "năm bao nhiêu": only what ends a question asks for the year.
    if (
      YEAR_OR_NUMBER.test(phrase) &&
      !/^(?:|vậy|vay|thì|thi|thế|the|nhỉ|nhi)$/u.test(words[i + length] ?? "")
    ) {
      i++;
      continue;
    }
    const isName = words[i] === "ai" && NOT_WHO.has(words[i + length] ?? "");
    if (!isName && !(unmarked && phrase === "may" && NOT_HOW_MANY.has(words[i + 1] ?? ""))) {
      found.push({ type, from: i, to: i + length, phrase });
    }
    i += length;
  }
  return found;
}

/** Stop words that stay so without their marks; the others are telling words as well (đoàn bằng, chị). */
const FOLDED_STOPS = new Set(
  "la cua va voi cac nhung da se co duoc thi ma khi nhe nhi vay nhu cung roi vao o boi rang".split(
    " ",
  ),
);

/** True for a word that carries no meaning for finding a passage. */
export function isStopWord(term: Term, unmarked: boolean): boolean {
  return unmarked ? FOLDED_STOPS.has(term.folded) : STOP_WORDS.has(term.marked);
}

import { fold, foldedTerms, readOnce, terms } from "../../language/text/index.ts";
import { translateQuestion } from "../../language/translate/index.ts";
import type { Question } from "../question/index.ts";
import type { RankedSentence, ReadCache } from "../search/index.ts";

/** "nói gì về …", "đề xuất gì về …": up to where the question says at which meeting. */
const VIETNAMESE =
  /(?<!\p{L})(?:gì|nào|sao|gi|nao)(?: (?:với|voi|cho) [^?,]{2,40}?)? (?:về|ve) (?:(?:việc|chuyện|vấn đề|tình hình|công tác|viec|chuyen|van de|tinh hinh|cong tac) )?(.+?)(?= (?:khi|lúc|hồi|trong|tại|ở|với|tới|đến|năm|tháng|ngày|luc|hoi|tai|voi|nam|thang|ngay|o(?= (?:cua|khu|hoi|buoi|cuoc|phien|lan|tren|duoi|[a-z]+ [a-z]+))) |[?]|$)/iu;
/** "say about …". */
const ENGLISH =
  /\b(?:about|regarding|concerning) (?:(?:the|a|an|its|their|his|her) )?([^?,.]+?)(?= (?:in|at|on|during|when|while|with|to|from|after|before|between) |[?,.]|$)/iu;
/** "就…说了什么", "关于…", "谈到…时". */
const CHINESE =
  /(?:就|关于|谈到|谈及|提到)([^,，?？]{2,16}?)(?:(?:的?问题|一事|方面|的?情况|的?话题|时|向|对|说|提出|提了|发表|表示|谈)|[,，?？]|$)/u;
const PLAIN = new Set("cua va voi cac nhung cho tren o tai trong giua duoc ba con".split(" "));

/** What somebody is asked to have spoken about. */
interface Matter {
  /** As typed, or its rendering. */
  readonly words: string;
  /** Pairs of folded words that stand together in it; its words where no two of a rendering do. */
  readonly pairs: readonly string[];
}

const matterOf = readOnce(({ searchText, text, language }: Question): Matter => {
  const words = VIETNAMESE.exec(searchText)?.[1] ?? "";
  if (language === "vi") return { words, pairs: pairsOf(words) };
  const about = (language === "en" ? ENGLISH : CHINESE).exec(text)?.[1] ?? "";
  const { text: rendered, untranslated } = translateQuestion(about, language);
  const pairs = pairsOf(rendered);
  const isOpen = /\p{Lu}/u.test(rendered) || untranslated.length > 0;
  if (pairs.length > 0 || isOpen) return { words: rendered, pairs };
  return { words: rendered, pairs: foldedTerms(rendered).filter((word) => !PLAIN.has(word)) };
});

/**
 * The folded words by which a question says about what somebody spoke: an article that holds none of them tells nothing of
 * it. Empty where it says no matter, or names somebody or some place by it.
 */
export const aboutAsked = (question: Question): readonly string[] => matterOf(question).pairs;

/** "Ký thỏa thuận tàu liên vận …": up to the sides, the time or what is asked of it. */
const DOCUMENT =
  /(?<!\p{L})k[ýy](?: kết| ket)? (?:thỏa thuận|thoả thuận|bản ghi nhớ|biên bản ghi nhớ|hiệp định|thoa thuan|ban ghi nho|hiep dinh)(?: (?:hợp tác|hop tac))?(?: (?:về|ve))? (.+?)(?= (?:với|giữa|của|do|được|ký|vào|tại|ở|năm|tháng|ngày|cuối|đầu|hồi|gồm|có|cho|là|hôm|khi|lần|voi|giua|cua|duoc|ky|vao|tai|o|nam|thang|ngay|cuoi|dau|hoi|gom|co|la|hom|lan|gi|gì|nào|nao|mà|ma|để|de|trong|bao|mấy|may|thì|thi|đã|da) |[?,]|$)/iu;
/** What any document may be called. */
const ANY_DOCUMENT = /(?<![a-z])(?:gi|nao|hop tac|huu nghi|ket nghia|khung|song phuong)(?![a-z])/u;

/** Pairs of folded words that say on what a document is whose signing is asked about; empty where none is or it says nothing. */
export const documentAsked = readOnce(({ searchText, language }: Question): readonly string[] => {
  const about = language === "vi" ? (DOCUMENT.exec(searchText)?.[1] ?? "") : "";
  return ANY_DOCUMENT.test(fold(about)) ? [] : pairsOf(about);
});

/** The rendering of what a question in another language says that somebody spoke about; empty where it says none. */
export function matterWords(question: Question): string {
  const { words, pairs } = matterOf(question);
  return question.language === "vi" || pairs.length === 0 ? "" : words;
}

function pairsOf(about: string): string[] {
  const list = terms(about);
  return list.flatMap((term, i) => {
    const next = list[i + 1];
    if (next === undefined || next.start !== term.end + 1) return [];
    const isName = [term, next].some(({ start }) => /^\p{Lu}/u.test(about.slice(start)));
    const isPlain = [term, next].some(({ folded }) => PLAIN.has(folded));
    return isName || isPlain ? [] : [`${term.folded} ${next.folded}`];
  });
}

/**
 * True where the article that is meant, if it is a Vietnamese one, holds nothing of the matter that a question names.
 *
 * @param near Sentences that tell of it in other words.
 */
export function lacksMatter(
  question: Question,
  articleId: string | undefined,
  cache: ReadCache,
  near: readonly RankedSentence[] | null,
): boolean {
  const about = aboutAsked(question);
  if (articleId === undefined || about.length === 0 || cache.isForeign(articleId)) return false;
  if (near?.some(({ found }) => found.chunk.articleId === articleId)) return false;
  const words = cache.words(articleId);
  return !about.some((pair) => words.has(pair));
}

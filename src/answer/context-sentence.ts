import type { Article } from "../ingest/article.ts";
import { fold } from "../text/fold.ts";
import { reportSentences } from "./article-sentences.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** Openings that refer to the event of the report, with the word by which its first sentence tells of it. */
const REFERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) (?:tiếp|đón)/u, /tiep|don/u],
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) làm việc/u, /lam viec/u],
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) gặp/u, /gap|tiep|lam viec/u],
  [/^(?:Tại |Trong |Sau |Kết thúc )?(?:[Bb]uổi|[Cc]uộc) hội (?:đàm|kiến)/u, /hoi (?:dam|kien)/u],
  [
    /^(?:Trong |Nhân )?[Cc]huyến (?:thăm|công tác|đi|làm việc)(?! (?:\p{Ll}+ ){0,3}(?:của|tới|đến|ở)\s+\p{Lu})/u,
    /tham|cong tac|lam viec|sang|den/u,
  ],
  [/^Đoàn (?!đại biểu|công tác|kết|viên|thể|\p{Lu})/u, /doan/u],
  [/^Hai bên(?!\p{L})/u, /tiep|gap|lam viec|hoi dam|tham|chu tri/u],
];
/** A lead that is longer than this would push the answer off a phone's screen. */
const MAX_CHARS = 200;
/** The first sentences of a report, of which one tells the event. */
const OPENING = 2;

/**
 * The sentence that tells of the event to which an answer's opening refers ("Tại buổi tiếp", "Hai bên",
 * "Đoàn"): the first of the report, where it is short and tells of such an event.
 *
 * @returns Its range in `Article.text`, or null where nothing is referred to or it is not sure to what.
 */
export function contextOf(
  { text, start }: Pick<RankedSentence, "text" | "start">,
  article: Article,
): { readonly start: number; readonly end: number } | null {
  const told = REFERS.find(([opening]) => opening.test(text))?.[1];
  if (told === undefined) return null;
  const all = reportSentences(article);
  const first = all[0];
  const own = all.findIndex((sentence) => sentence.start === start);
  if (first === undefined || own < OPENING - 1 || own === 0) return null;
  const isEvent = told.test(fold(first.text)) && /\p{Lu}\p{Ll}+ \p{Lu}/u.test(first.text);
  return isEvent && first.text.length <= MAX_CHARS ? { start: first.start, end: first.end } : null;
}

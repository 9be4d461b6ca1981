import { namesIn } from "../../language/names/index.ts";
import { namesOf, placeRows } from "../../language/places/index.ts";
import { fold, foldedTerms, foldedWords, terms } from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import type { Question } from "../question/index.ts";
import { candidatesIn, countsKnown, type RankedSentence, TYPE_ONLY } from "../search/index.ts";

/** Names of the same place, folded. */
const SAME_PLACE: readonly (readonly string[])[] = [
  ["my", "hoa ky", "washington"],
  ["uc", "australia", "canberra"],
  ["nhat", "nhat ban", "tokyo"],
  ["nga", "lien bang nga", "moskva", "moscow"],
  ["anh", "vuong quoc anh", "london"],
  ["y", "italy", "rome", "roma"],
  ["phap", "paris"],
  ["duc", "berlin"],
  ["trung quoc", "bac kinh", "viet trung", "trung hoa"],
  ["trieu tien", "bac trieu tien", "binh nhuong"],
  ["han quoc", "seoul", "han viet"],
  ["lao", "vien chan", "vieng chan", "vientiane"],
  ["viet nam", "ha noi", "viet"],
  ["sec", "cong hoa sec", "praha"],
  ["lien hop quoc", "lien hiep quoc"],
  ["tp hcm", "thanh pho ho chi minh", "ho chi minh", "sai gon"],
  ["ma cao", "macau"],
];

/** Capitals that stand for their country in reports; one that is asked for itself must be named itself. */
const CAPITALS = new Set(
  "washington|canberra|tokyo|moskva|moscow|london|rome|roma|paris|berlin|bac kinh|binh nhuong|seoul|vien chan|vieng chan|vientiane|praha".split(
    "|",
  ),
);

/** Spellings of one place in the table, folded: Salavan, Xa Ra Van. */
const SPELLINGS = new Map<string, readonly string[]>();
for (const row of placeRows()) {
  const names = namesOf(row).map(foldedWords);
  if (names.length > 1 && !row.needsCue)
    for (const name of names) if (!SPELLINGS.has(name)) SPELLINGS.set(name, names);
}

/** The folded names under which an article may tell of a place: a country also by its capital, not the other way round. */
export function namesFor(place: string): readonly string[] {
  const names = SAME_PLACE.find((group) => group.includes(place)) ??
    SPELLINGS.get(place) ?? [place];
  return CAPITALS.has(place) ? names.filter((name) => CAPITALS.has(name)) : names;
}

/** True where two folded names are of one place, or of a country and its capital. */
export function samePlace(one: string, other: string): boolean {
  return one === other || SAME_PLACE.some((group) => group.includes(one) && group.includes(other));
}

/** Best sentences of which one must hold what is asked; about those that make an answer. */
const LOOKED_AT = 3;

/**
 * False where a question names exactly what it wants (a day, a year, a clock time, a length of time, an
 * amount of money, a number of persons or firms) and none of the best sentences has it: a passage without it can't be the answer.
 */
export function hasAsked(question: Question, ranked: readonly RankedSentence[]): boolean {
  const { answerType, detail } = question;
  if (countsKnown(question) && detail.units === null)
    return (
      ranked
        .slice(0, LOOKED_AT)
        // The same number of another meeting's report is no answer.
        .filter((one) => one.found.chunk.row.articleId === ranked[0]!.found.chunk.row.articleId)
        .some(({ text }) => candidatesIn(text, question).some(({ fit }) => fit === 1))
    );
  const exact = answerType === "time" || detail.datePart !== null || detail.units !== null;
  if (!exact) return true;
  return ranked.slice(0, LOOKED_AT).some((s) => (s.evidence.candidate?.fit ?? 0) > TYPE_ONLY);
}

/** Kinds of places that are called so wherever they are named: "cửa khẩu", "mốc", "sân bay", "cầu", "trường". */
const NAMED_KIND = /^(?:khau|moc|bay|san|cau|truong|ga|vien)$/u;

/** What any reason is told by; loose, for reports give them in many ways, but that something was so is none. */
const GIVES_REASON =
  /(?<!\p{L})(?:vì|do|bởi|tại vì|nên|nhằm|để|nhờ|lý do|lí do|nguyên nhân|khiến|dẫn (?:đến|tới)|xuất phát|trước (?:tình|việc|thực)|lời mời|mời|nhân (?:dịp|kỷ)|dịp|chúc|mừng|tránh|giúp|phục vụ|đáp lễ|vướng|chờ|thiếu|chưa (?:có|xong|đủ|thể|được cấp)|cần|muốn|mong|hướng tới|trên cơ sở|góp phần|thúc đẩy|tăng cường|nâng cao|tạo (?:điều kiện|thuận lợi)|thực hiện|kỷ niệm|ảnh hưởng|quá tải|hợp nhất|sáp nhập|thay đổi|cảm ơn|theo (?:đề nghị|kế hoạch|thỏa thuận|thoả thuận|yêu cầu|chương trình|quy định|lời)|được sự|mỗi|từng|tượng trưng)(?!\p{L})|["“]/iu;

/** The same in the other languages, whose renderings have other words. */
const GIVES_REASON_ABROAD =
  /\b(?:because|due to|owing to|thanks to|blam(?:e|ed|ing)|as a result|so that|in order to|caused by|reasons?|to mark|occasion|marking|one for (?:each|every))\b|因|由于|原因|为了|旨在/iu;
const givesReason = (text: string): boolean =>
  GIVES_REASON.test(asVietnamese(text)) || GIVES_REASON_ABROAD.test(text);
/** What names a reason and nothing else. */
const NAMES_REASON =
  /(?<!\p{L})(?:lý do|lí do|nguyên nhân|bởi(?! (?:vậy|thế))|vì(?! (?:vậy|thế))|do (?:ảnh hưởng|thiếu|mưa|lũ|bão|dịch|chưa|thay đổi|vướng|quá|số|lượng|nhu cầu|không|thời tiết|sạt|hết|tắc|phải|yêu cầu))(?!\p{L})|\b(?:because|due to|owing to|blam(?:e|ed|ing)|as a result of|caused by|reason)\b|因为|由于|原因/iu;
/** What is asked besides the cause: what for, on what occasion. */
const OCCASION = /(?<![a-z])(?:dip|muc dich|de lam|nham)(?![a-z])/u;
/** Characters from a sentence within which its reason is looked for. */
const REASON_WITHIN = 900;

/**
 * The sentences that can answer, where a reason is asked and the best one gives none: first the one near it in its
 * article that names one ("Lý do đổi giờ là …").
 */
export function reasonFirst(
  { answerType, searchText }: Question,
  able: readonly RankedSentence[],
): readonly RankedSentence[] {
  const [best] = able;
  if (answerType !== "reason" || best === undefined || OCCASION.test(fold(searchText))) return able;
  if (NAMES_REASON.test(best.text)) return able;
  const reason = able.find(
    ({ text, start, found }) =>
      found.chunk.articleId === best.found.chunk.articleId &&
      Math.abs(start - best.start) < REASON_WITHIN &&
      NAMES_REASON.test(text),
  );
  return reason === undefined ? able : [reason, ...able.filter((one) => one !== reason)];
}

/** Who led or presided, folded. */
const WHO_LED =
  /(?<![a-z])(?:truong doan|nguoi dan dau|chu tri|dan doan)(?: [a-z0-9/]+){0,16} la (?:ai|nguoi nao|vi nao)(?![a-z])/u;

const ACTORS: ReadonlySet<string> = new Set(["person", "position", "organisation"]);

/** False where a day, a name or a place of one kind is asked and no sentence of the answer has any. */
export function tellsAsked(
  { answerType, focus, searchText }: Question,
  used: readonly RankedSentence[],
): boolean {
  const holds = (type: string) => used.some(({ evidence }) => evidence.candidate?.type === type);
  if (answerType === "date") return holds("date");
  if (answerType === "place" && NAMED_KIND.test(focus.at(-1) ?? ""))
    return used.some(({ terms: words }) =>
      focus.every((word) => words.some(({ folded }) => folded === word)),
    );
  if (answerType === "reason") return used.some(({ text }) => givesReason(text));
  if (holds("person")) return true;
  // "Trưởng đoàn … là ai": only somebody's name answers.
  if (WHO_LED.test(fold(searchText)))
    return used.some(({ text }) =>
      namesIn(asVietnamese(text)).some(({ type }) => type === "person"),
    );
  if (answerType !== "person") return true;
  // Somebody, an office or a body, but for those that the question names itself: whoever did it.
  const asked = new Set(foldedTerms(searchText));
  return used.some(({ text }) => {
    const shown = asVietnamese(text);
    return namesIn(shown).some(
      ({ type, start, end }) =>
        ACTORS.has(type) && terms(shown.slice(start, end)).some(({ folded }) => !asked.has(folded)),
    );
  });
}

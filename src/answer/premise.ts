import { KNOWN_PLACES } from "../entities/vocabulary.ts";
import type { Article } from "../ingest/article.ts";
import type { Question } from "../question/question.ts";
import type { ArticleWords } from "../retrieval/article-words.ts";
import type { ReadCache } from "../retrieval/read-cache.ts";
import type { RetrievedChunk } from "../retrieval/retrieve.ts";
import { datesIn } from "../text/dates.ts";
import { isoDate, type PartialDate } from "../text/partial-date.ts";
import { settleRelative } from "../text/settle-date.ts";
import type { Term } from "../text/terms.ts";
import { twoWayPhrases } from "../text/two-way-phrases.ts";

const YEAR = /^(?:19|20)\d\d$/u;

/** The years that a question names. */
export function yearsAsked(question: Question): string[] {
  return question.terms.map((term) => term.folded).filter((word) => YEAR.test(word));
}

/**
 * True where a question names a year that an article does not, and the article's own year is known and
 * another one: it can't tell of the visit that is meant. An article without any year contradicts nothing.
 */
export function contradictsYear(
  years: readonly string[],
  article: Pick<Article, "text" | "title" | "published" | "event">,
): boolean {
  if (years.length === 0) return false;
  const told = new Set(
    `${article.title} ${article.text}`.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [],
  );
  const own = [article.published?.slice(0, 4), article.event?.date.year?.toString()].filter(
    (year) => year !== undefined,
  );
  if (own.length === 0) return false;
  return !years.some((year) => told.has(year) || own.includes(year));
}

const PLACES = twoWayPhrases(KNOWN_PLACES);
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
  ["trung quoc", "bac kinh", "viet trung"],
  ["trieu tien", "bac trieu tien", "binh nhuong"],
  ["han quoc", "seoul", "han viet"],
  ["lao", "vien chan", "vientiane"],
  ["viet nam", "ha noi", "viet"],
  ["sec", "cong hoa sec", "praha"],
  ["lien hop quoc", "lien hiep quoc"],
  ["tp hcm", "thanh pho ho chi minh", "ho chi minh", "sai gon"],
  ["ma cao", "macau"],
];

/** The well-known places that a question names, folded. Short names count only with their capital. */
export function placesAsked(question: Question): string[] {
  const { terms, unmarked } = question;
  const words = terms.map((term) => (unmarked ? term.folded : term.marked));
  const found: string[] = [];
  for (let i = 0; i < terms.length; ) {
    let length = (unmarked ? PLACES.folded : PLACES.marked).longestAt(words, i);
    const run = terms.slice(i, i + length);
    const joined = run.every((term, at) => at === 0 || term.follows);
    if (!joined || (unmarked ? length < 2 : !run.every((term) => term.name))) length = 0;
    if (length > 0) found.push(run.map((term) => term.folded).join(" "));
    i += Math.max(1, length);
  }
  return found;
}

/** True where an article names a place, by this or another of its names. */
export function namesPlace(words: ArticleWords, place: string): boolean {
  const names = SAME_PLACE.find((group) => group.includes(place)) ?? [place];
  return names.some((name) => {
    const parts = name.split(" ");
    if (parts.length === 1) return words.has(name);
    return parts.slice(1).every((part, i) => words.has(`${parts[i]} ${part}`));
  });
}

/** True where a sentence itself names the years that a question names, as a goal or an anniversary: no other article is needed to tell of them. */
export function tellsYears(question: Question, sentence: readonly Term[]): boolean {
  const years = yearsAsked(question);
  return years.length > 0 && years.every((year) => sentence.some((term) => term.folded === year));
}

/** The day that a question names as its asker's own ("hôm nay", "ngày mai"), `YYYY-MM-DD`; null where it names none. */
export function dayAsked({ searchText }: Question, today: PartialDate): string | null {
  for (const { kind, start, end } of datesIn(searchText)) {
    const date = kind === "relative" ? settleRelative(searchText.slice(start, end), today) : null;
    if (date?.day != null) return isoDate(date);
  }
  return null;
}

/** True where an article is of another day, or of none that is known: only a report of that day can tell of it. */
function contradictsDay(day: string, { published, event }: Article): boolean {
  return published !== day && (event === null || isoDate(event.date) !== day);
}

/**
 * Leaves out the chunks of articles that tell of another year, day or place than the question names.
 *
 * @param today The asker's day.
 */
export function withoutFalsePremise(
  question: Question,
  chunks: readonly RetrievedChunk[],
  cache: ReadCache,
  today: PartialDate,
): readonly RetrievedChunk[] {
  const years = yearsAsked(question);
  const places = placesAsked(question);
  const day = dayAsked(question, today);
  if (years.length === 0 && places.length === 0 && day === null) return chunks;
  const contradicts = new Map<string, boolean>();
  return chunks.filter(({ chunk: { row } }) => {
    let known = contradicts.get(row.articleId);
    if (known === undefined) {
      const words = cache.words(row.articleId);
      const article = years.length > 0 || day !== null ? cache.article(row.articleId) : null;
      known =
        places.some((place) => !namesPlace(words, place)) ||
        (article !== null && contradictsYear(years, article)) ||
        (article !== null && day !== null && contradictsDay(day, article));
      contradicts.set(row.articleId, known);
    }
    return !known;
  });
}

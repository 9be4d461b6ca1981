import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import {
  comparePartialDates,
  foldedWords,
  isToCome,
  parseFullDate,
  sentences,
  spacedWords,
} from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Article, IndexReader } from "../../../model/index.ts";
import { placeName } from "../../../visits/register/index.ts";
import { dateOf } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { type AskedTime, type Demands, subjectAsked, timesIn } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";

/** "Đón bao nhiêu đoàn", "mấy đoàn ra": how many delegations there were in all, folded. */
const ASKED =
  /(?:^| )(?:bao nhieu|may|so)(?: luot)? (?:doan|phai doan)(?! (?:vien|the|ket|tau))(?: |$)/u;
/** Which of them, or when each was, no total tells. */
const EACH = /(?:^| )(?:nao|nhung|cac|tung)(?: |$)/u;
const GOING = /(?:^| )(?:cu|doan ra|di|xuat)(?: |$)/u;
const COMING = /(?:^| )(?:don|tiep|doan vao|sang|den|vao)(?: |$)/u;
/** "Đón 47 đoàn khách quốc tế", "31 lượt đoàn ra": digits with the delegations that they count. */
const TOTAL =
  /(?<![\d.,/])\d[\d.]{0,6} (?:lượt )?(?:phái )?đoàn(?! (?:viên|thể|kết|tàu|xe))(?!\p{L})/iu;
/** What is counted as a whole, and not those of one meeting. */
const OF_PERIOD =
  /(?<!\p{L})(?:đón|tiếp|cử|thẩm định|tổ chức|đoàn (?:ra|vào)|quốc tế|nước ngoài|lượt đoàn|tính chung|tổng)(?!\p{L})/iu;
/** A rule or a request, or what was put off, is no total. */
const OTHER =
  /(?<!\p{L})(?:tối đa|không quá|mỗi|đề nghị|đề xuất|hoãn|hủy|huỷ|chỉ tiêu|giảm|tăng)(?!\p{L})[^,.;]{0,20}$/iu;
/** A part of a year that a sentence tells of without its year. */
const PART =
  /(?<!\p{L})(?:trong (?:tháng|quý|tuần)|(?:\d{1,2}|ba|sáu|chín|mười|mười một) tháng|nửa (?:đầu|cuối)|quý)(?!\p{L})/iu;
const MOST_CHUNKS = 60;
/** Words of such sentences, by which their articles are found. */
const TOTAL_WORDS = ["doan vao", "doan ra", "don doan khach quoc te", "nuoc ngoai"];
/** Words of a question that any total tells of. */
const GENERAL = new Set(
  "quoc te nuoc ngoai khach vao ra luot ca tong cong toan cap doi".split(" "),
);

/**
 * How many delegations somebody received or sent in a time, as a report counts them itself; newest first.
 *
 * @returns Null where a question asks for something else, or where no sentence counts just these.
 */
export function totalsTold(
  question: Question,
  demands: Demands,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): HoldingArticle[] | null {
  const folded = foldedWords(question.searchText);
  const { names, except, times } = demands;
  if (!ASKED.test(folded) || EACH.test(folded) || except.length > 0) return null;
  if (names.length === 0 || names.some(({ kind }) => kind !== "place")) return null;
  const home = names.filter(({ name }) => isHome(name));
  const abroad = phrasesOf(
    names.filter(({ name }) => !isHome(name)),
    question.searchText,
  );
  if (home.length === 0) return null;
  const own = phrasesOf(home, question.searchText);
  const subject = subjectAsked(question)
    .flatMap((phrase) => phrase.split(" "))
    .filter((word) => !GENERAL.has(word));
  const ids = articlesWith([...own.flat(), ...TOTAL_WORDS], MOST_CHUNKS, reader, cache);
  const found = [...ids].flatMap((id): HoldingArticle[] => {
    const article = cache.article(id);
    if (article === null) return [];
    return sentences(article.text).flatMap(({ start, end }): HoldingArticle[] => {
      const text = article.text.slice(start, end);
      const shown = asVietnamese(text);
      const match = TOTAL.exec(shown);
      if (match === null || !OF_PERIOD.test(shown) || isToCome(shown)) return [];
      if (OTHER.test(shown.slice(0, match.index))) return [];
      const words = spacedWords(shown);
      const around = `${words}${leadOf(article)}`;
      const has = (where: string) => (group: readonly string[]) =>
        group.some((phrase) => where.includes(` ${phrase} `));
      if (!own.every(has(around)) || !abroad.every(has(words))) return [];
      if (!subject.every((word) => words.includes(` ${word} `))) return [];
      if (GOING.test(folded) && !GOING.test(words)) return [];
      if (COMING.test(folded) && !GOING.test(folded) && !COMING.test(words)) return [];
      if (!times.every((asked) => toldTimes(shown, article).some((told) => isSame(asked, told))))
        return [];
      return [{ articleId: id, date: dateOf(article), start, end, text }];
    });
  });
  if (found.length === 0) return null;
  return found.sort((a, b) => comparePartialDates(b.date, a.date)).slice(0, MOST_TOLD);
}

const MOST_TOLD = 3;

const isHome = (name: string): boolean => knownPlace(placeName(name))?.country === HOME_COUNTRY;

/** The times that a sentence counts in: its own, else that of the title, else the year in which it was written. */
function toldTimes(sentence: string, { title, published }: Article): AskedTime[] {
  const written = published === null ? null : parseFullDate(published);
  const year = written?.year ?? null;
  const named = timesIn(sentence);
  if (named.length > 0 || PART.test(sentence))
    return named.map(({ first, last }) => ({
      first: { ...first, year: first.year ?? year },
      last: { ...last, year: last.year ?? year },
    }));
  const ofTitle = timesIn(title).filter(({ first }) => first.year !== null);
  if (ofTitle.length > 0) return ofTitle;
  const whole = { year, month: null, day: null };
  return year === null ? [] : [{ first: whole, last: whole }];
}

/** True where two times begin and end in the same months. */
function isSame(a: AskedTime, b: AskedTime): boolean {
  const ends = ({ first, last }: AskedTime) => [
    first.year,
    first.month ?? 1,
    last.year,
    last.month ?? 12,
  ];
  return ends(a).join() === ends(b).join();
}

import { FOLDED_SURNAMES, namesIn } from "../../language/names/index.ts";
import {
  datesIn,
  fold,
  foldAligned,
  isoDate,
  isSyllableShaped,
  matchesIn,
  readOnce,
  settleRelative,
  type Term,
  terms,
} from "../../language/text/index.ts";
import type { Article, PartialDate } from "../../model/index.ts";
import type { AnswerType, Question } from "../question/index.ts";
import { asksSigning, bodiesOf } from "./premise-bodies.ts";
import { type NamedTime, timesAsked } from "./premise-dates.ts";
import { type EnvoyAsked, envoysAsked } from "./premise-envoys.ts";
import { isPlaceName, placesAsked } from "./premise-places.ts";
import { numbersAsked } from "./premise-series.ts";

const YEAR = /^(?:19|20)\d\d$/u;

/** "Từ 2019", "sau năm 2020", "giai đoạn 2021-2023", "đến năm 2026": the year of no single visit. */
const OPEN_YEARS =
  /(?<![a-z])(?:tu|sau|truoc|giai doan|since|after|before|until|(?:den|toi)(?: het| cuoi)?(?= nam))(?: nam| thang \d{1,2}[/-]?)? ?((?:19|20)\d\d)(?:(?: ?[-–] ?| den | den nam | toi )((?:19|20)\d\d))?/gu;

/** The years that a question names as those of what it asks for. */
export function yearsAsked({
  terms,
  searchText,
}: Pick<Question, "terms" | "searchText">): string[] {
  const years = terms.map((term) => term.folded).filter((word) => YEAR.test(word));
  if (years.length === 0) return years;
  const open = new Set(matchesIn(fold(searchText), OPEN_YEARS).flatMap((match) => match.slice(1)));
  return years.filter((year) => !open.has(year));
}

const yearsTold = readOnce(
  ({ title, text }: Pick<Article, "text" | "title">): ReadonlySet<string> =>
    new Set(`${title} ${text}`.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []),
);

/**
 * True where a question names a year that an article does not, and the article's own year is known and
 * another one: it can't tell of the visit that is meant. An article without any year contradicts nothing.
 */
export function contradictsYear(
  years: readonly string[],
  article: Pick<Article, "text" | "title" | "published" | "event">,
): boolean {
  if (years.length === 0) return false;
  const told = yearsTold(article);
  // What an old report tells is not of the year in which it was put on a page again.
  const own = article.event?.date.year?.toString() ?? article.published?.slice(0, 4);
  // What tells of a later year was written after all that happened in the asked one.
  if (own === undefined)
    return !years.some((year) => told.has(year) || Number(year) >= latestYear(article));
  return !years.some((year) => told.has(year) || own === year);
}

/** Terms of office and plans are of no single year. */
const SPANS = /(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d/gu;
/** What is to come: "đến năm 2030", "tầm nhìn 2045", "vào năm 2026". */
const PLANNED =
  /(?:đến|tới|tầm nhìn(?: đến)?|mục tiêu|vào|nhiệm kỳ|giai đoạn)(?: năm)? (?:19|20)\d\d/giu;

/** The latest year that an article tells of, its plans left out; 0 where it tells of none. */
const latestYear = readOnce(({ title, text }: Pick<Article, "text" | "title">): number =>
  Math.max(
    0,
    ...matchesIn(
      `${title} ${text}`.replace(SPANS, "").replace(PLANNED, ""),
      /(?<!\d)(?:19|20)\d\d(?!\d)/gu,
    ).map(([year]) => Number(year)),
  ),
);

/** True where a sentence of an article whose own year is another one names none of the asked years itself. */
export function isOfAnotherYear(
  years: readonly string[],
  sentence: string,
  article: Article | null,
): boolean {
  if (years.length === 0 || article === null) return false;
  const own = [article.event?.date.year?.toString(), article.published?.slice(0, 4)].filter(
    (year) => year !== undefined,
  );
  // "Nhìn lại năm 2021", printed in the January behind it.
  const ofTitle = article.title.replace(SPANS, "");
  if (own.length === 0) return contradictsYear(years, article);
  const text = sentence.replace(SPANS, "");
  return ![...own, ofTitle, text].some((told) => years.some((year) => told.includes(year)));
}

/** True where a sentence itself names the years that a question names, as a goal or an anniversary: no other article is needed to tell of them. */
export function tellsYears(question: Question, sentence: readonly Term[]): boolean {
  const years = question.terms.map((term) => term.folded).filter((word) => YEAR.test(word));
  return years.length > 0 && years.every((year) => sentence.some((term) => term.folded === year));
}

/** The day that a question names as its asker's own ("hôm nay", "ngày mai"), `YYYY-MM-DD`; null where it names none. */
function dayAsked({ searchText }: Question, today: PartialDate): string | null {
  for (const { kind, start, end } of datesIn(searchText)) {
    const date = kind === "relative" ? settleRelative(searchText.slice(start, end), today) : null;
    if (date?.day != null) return isoDate(date);
  }
  return null;
}

/** Numbers that mark one thing, such as a border marker; years and amounts do not. */
const MARKER = /(?<=(?:mốc|moc|số hiệu|so hieu)(?: giới| gioi)?(?: số| so)? )\d{2,4}/gu;

/** What a question takes for granted; an article that tells otherwise, or nothing of it, can't answer. */
export interface Premises {
  readonly years: readonly string[];
  readonly places: readonly string[];
  /** The asker's own day, `YYYY-MM-DD`. */
  readonly day: string | null;
  readonly times: readonly NamedTime[];
  /** Names of persons and of lesser known places as typed. */
  readonly names: readonly string[];
  readonly envoys: readonly EnvoyAsked[];
  readonly markers: readonly string[];
  /** Bodies by their names: "Chính hiệp", "công an". */
  readonly bodies: readonly (readonly string[])[];
  readonly signing: boolean;
  /** Numbers within series of events: "hội nghị lần thứ 5". */
  readonly series: readonly number[];
  /** Those of them that it takes for held: what was agreed, signed or said there. */
  readonly held: readonly number[];
  /** When it takes something for done, `YYYY-MM-DD`, the first day: what was written before tells at most of plans. */
  readonly ahead: readonly string[];
}

/** What was done at a meeting, and what is still to come, folded. */
const DONE =
  /(?<![a-z])(?:ky|thong nhat|nhat tri|ban|trao doi|de nghi|de xuat|kien nghi|ban giao|noi|phat bieu|tang|ket qua|chot|da)(?![a-z])/u;
const TO_COME =
  /(?<![a-z])(?:se|du kien|sap|toi day|theo ke hoach|dinh(?= (?:to chuc|hop|sang|ky|den|gap|di))|hen|(?<!du )lich|tiep theo|ke tiep|lan toi|lan sau|moi(?= (?:ai|ben|doan|ban|lanh|tinh|du|sang))|dang cai|chuan bi|thong bao)(?![a-z])/u;

/** A kind of premise. */
export type PremiseKind = keyof Premises;

/** Types that what is only agreed on for later answers as well: when and where the next one is to be. */
const OF_PLANS: ReadonlySet<AnswerType> = new Set(["date", "place", "time"]);

function isOfHeld({ searchText, answerType }: Question): boolean {
  const folded = fold(searchText);
  return !TO_COME.test(folded) && (DONE.test(folded) || !OF_PLANS.has(answerType));
}

/**
 * Reads what a question takes for granted.
 *
 * @param today The asker's day.
 */
export function premisesOf(question: Question, today: PartialDate): Premises {
  const series = numbersAsked(question);
  return {
    years: yearsAsked(question),
    places: placesAsked(question),
    day: dayAsked(question, today),
    times: timesAsked(question.searchText),
    names: personsAsked(question),
    envoys: envoysAsked(question),
    markers: question.searchText.match(MARKER) ?? [],
    bodies: bodiesOf(question),
    signing: asksSigning(question),
    series,
    held: isOfHeld(question) ? series : [],
    ahead: daysDone(question),
  };
}

/** What people do at a meeting or on a journey, folded. */
const MET =
  /(?<![a-z])(?:hoi dam|hoi kien|gap|tiep|don|lam viec|sang|tham|dan|toa dam|giao luu|ky|phat bieu|noi|khao sat|xem|chu tri|hop)(?![a-z])/u;
/** What is agreed on or wished, folded: a time told with it is the one for which it is, "thống nhất tháng 10 mở …". */
export const WISHES =
  "thong nhat|nhat tri|cam ket|hua|dong y|de xuat|de nghi|kien nghi|muon|xin|mong|moi|ke hoach";
const WISHED = new RegExp(`(?<![a-z])(?:${WISHES}|ban giao|giai doan)(?![a-z])`, "u");

/** The first days of the times at which a question takes a meeting for held; none where it asks of plans, when or where. */
function daysDone(question: Question): string[] {
  const { searchText, answerType } = question;
  const folded = foldAligned(searchText);
  // How many of something a year is to bring is told before it.
  const isOfPlans = OF_PLANS.has(answerType) || answerType === "number";
  if (isOfPlans || TO_COME.test(folded) || !MET.test(folded)) return [];
  const spans = searchText.match(SPANS)?.join() ?? "";
  const years = yearsAsked(question).filter((year) => !spans.includes(year));
  const times = [
    ...timesAsked(searchText),
    ...years.map((words) => ({
      first: { year: Number(words), month: null, day: null },
      words,
    })),
  ];
  return times.flatMap(({ first: { year, month, day }, words }) =>
    year === null || WISHED.test(folded.slice(0, searchText.indexOf(words)))
      ? []
      : [isoDate({ year, month: month ?? 1, day: day ?? 1 })!],
  );
}

/** A family name and one or two more behind an honorific or title, and before a verb: without marks no other name is sure. */
const HONORED_NAME = new RegExp(
  `(?<![a-z])(?:ong|ba|dong chi|bi thu|chu tich|dai su|bo truong|thi truong(?! doan)|giam doc) ((?:${[...FOLDED_SURNAMES].join("|")})(?! uy )(?: [a-z]+){1,2}?)(?= (?:da |se )?(?:tiep|don|gap|tham|dan|sang|den|ky|du|chu tri|hoi|lam|noi|phat|tang|la|giu|de nghi|co) )`,
  "gu",
);

/** Full names of persons in a question; a translated one may be spelt otherwise in the articles. */
function personsAsked({ searchText, unmarked, language }: Question): string[] {
  if (language !== "vi") return [];
  if (unmarked)
    return matchesIn(fold(searchText), HONORED_NAME)
      .map((match) => match[1]!)
      .filter((name) => !isPlaceName(name));
  return namesIn(searchText).flatMap(({ type, start, end }) => {
    const name = searchText.slice(start, end);
    if (type === "person") return isSurelyAName(name) ? [name] : foreignPart(name);
    // A town or body abroad that no table knows is called so everywhere.
    return type === "place" && !isPlaceName(fold(name)) ? foreignPart(name) : [];
  });
}

/** Shorter words are abbreviations as well. */
const LEAST_FOREIGN = 5;

/** The longest word of a name that no syllable of the language is: nobody else is called so. */
function foreignPart(name: string): string[] {
  const words = name.match(/\p{L}+/gu) ?? [];
  const foreign = words.filter(
    (word) =>
      word.length >= LEAST_FOREIGN && /^[a-z]+$/u.test(fold(word)) && !isSyllableShaped(fold(word)),
  );
  const [longest] = foreign.sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : [longest];
}

/** A family name and more syllables; of other runs of capitals it is not sure where the name begins. */
function isSurelyAName(name: string): boolean {
  const words = fold(name).split(" ");
  return words.length > 1 && FOLDED_SURNAMES.has(words[0]!) && words.every(isSyllableShaped);
}

/** Kinds that name a time. */
export const isTime = (kind: PremiseKind) =>
  kind === "times" || kind === "years" || kind === "ahead";

/** A question that stands on something which no article tells. */
export interface Denied {
  /** What no article tells, as typed. */
  readonly words: string;
  readonly isTime: boolean;
  /** The question without it. */
  readonly question: string;
}

const TIME_LEAD =
  /(?:\s{0,4},)?\s{0,4}(?:(?:vào|hồi|trong|hôm|ngày|tháng|năm|dịp|vao|hoi|hom|ngay|thang|nam)\s{0,4}){0,4}$/iu;
const PERSON_LEAD = /(?:(?:ông|bà|đồng chí|ngài|anh|chị)\s*)$/iu;

/** The question without what the articles deny; null where nothing is left to ask, or nothing is denied. */
export function denied(
  { searchText }: Question,
  premises: Premises,
  kind: PremiseKind | null,
): Denied | null {
  if (kind === null) return null;
  const isTimeKind = isTime(kind);
  const words =
    kind === "names" ? premises.names[0] : (premises.times[0]?.words ?? premises.years[0]);
  const at = words === undefined ? -1 : searchText.indexOf(words);
  if (words === undefined || at < 0) return null;
  const before = searchText.slice(0, at).replace(isTimeKind ? TIME_LEAD : PERSON_LEAD, "");
  const question = `${before} ${searchText.slice(at + words.length)}`.replace(/\s+/gu, " ").trim();
  return terms(question).length < 3 ? null : { words, isTime: isTimeKind, question };
}

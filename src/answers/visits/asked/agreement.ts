import { LONG_FOLDED_PLACES } from "../../../language/names/index.ts";
import { datesIn, FOLDED_SURNAMES, hasMarks, readOnce } from "../../../language/text/index.ts";
import { foreignLanguage } from "../../../language/translate/index.ts";
import type { Article, PartialDate, Visit } from "../../../model/index.ts";
import { ENVOY_RANKS, publishedOn, toldDates } from "../../passages/index.ts";
import type { ArticleWords, ReadCache, RetrievedChunk } from "../../search/index.ts";
import type { Demands } from "./demands.ts";
import type { AskedTime } from "./period.ts";

/** How an article stands to what a question binds its answer to. */
interface Agreement {
  /** Share of the names that the article holds, 0 to 1; 1 where none is asked. */
  readonly names: number;
  /** 1: it tells of that time; above 0: but for a part that it leaves open; 0: no time asked or known; −1: of another. */
  readonly time: number;
  /** False where the article contradicts what binds: an exact month or day, the envoy of another country. */
  readonly binds: boolean;
  /** True where it holds the full names of all persons that are named. */
  readonly persons: boolean;
}

/** Credit for a day or month whose year the article leaves open. */
const WITHOUT_YEAR = 0.6;

/** The days and spans that an article names, the year filled in from its event or publication where that is near. */
const datesOf = readOnce((article: Article): readonly AskedTime[] => {
  const published = publishedOn(article);
  const whole = `${article.title}\n${article.text}`;
  const told = toldDates(whole, article, { year: "own", relative: true });
  const event = article.event;
  const own = event === null ? [] : [{ first: event.date, last: event.endDate ?? event.date }];
  const printed =
    published === null
      ? []
      : [{ first: { ...published, day: null }, last: { ...published, day: null } }];
  return [...own, ...told, ...printed];
});

const number = ({ year, month, day }: PartialDate, isLast: boolean): number =>
  (year ?? 0) * 10_000 + (month ?? (isLast ? 12 : 1)) * 100 + (day ?? (isLast ? 31 : 1));

/** How well a told time meets an asked one, 0 to 1. */
function meets(asked: AskedTime, told: AskedTime): number {
  const isFiner =
    (asked.first.day !== null && told.first.day === null) ||
    (asked.first.month !== null && told.first.month === null);
  if (isFiner) return 0;
  const open = asked.first.year === null || told.first.year === null;
  const bare = (date: PartialDate) => (open ? { ...date, year: null } : date);
  if (open && asked.first.month === null) return 0;
  const overlaps =
    number(bare(told.first), false) <= number(bare(asked.last), true) &&
    number(bare(asked.first), false) <= number(bare(told.last), true);
  if (!overlaps) return 0;
  return told.first.year === null && asked.first.year !== null ? WITHOUT_YEAR : 1;
}

/** True where a date, or a span of dates, meets one of the times that a question names. */
export function meetsTimes(times: readonly AskedTime[], told: AskedTime): boolean {
  return times.some((asked) => meets(asked, told) > 0);
}

/** True where a text names a year, month or day that a question names. */
export function namesTime({ times }: Pick<Demands, "times">, text: string): boolean {
  const years = times.flatMap(({ first }) => (first.month === null ? [`${first.year}`] : []));
  if (years.some((year) => text.includes(year))) return true;
  return datesIn(text).some(
    ({ date, endDate }) =>
      date !== null &&
      date.month !== null &&
      meetsTimes(times, { first: date, last: endDate ?? date }),
  );
}

/** What is planned for some day is told of a meeting on another one. */
const AHEAD = /^(?:du|dinh|ke|hen|sap|toi)$/u;

/** True where all meetings of an article have their time and none is of the year, month or day that a question names. */
export function isOfAnotherTime(
  { times, points }: Pick<Demands, "times" | "points">,
  all: readonly Visit[],
): boolean {
  // Talks on a quarter are held behind it.
  const asked = times.filter(
    ({ first, last }) =>
      (first.month !== null && (first.day !== null || first.month === last.month)) ||
      (first.month === null && first.year !== null && first.year === last.year),
  );
  const visits = all.filter(({ planned }) => !planned);
  if (asked.length === 0 || visits.length === 0) return false;
  if (points?.list.some(({ folded }) => AHEAD.test(folded)) || points?.acts.has("planned"))
    return false;
  return visits.every(
    ({ date, endDate }) =>
      asked.every(({ first }) => (first.month === null ? date.year : date.month) !== null) &&
      !meetsTimes(asked, { first: date, last: endDate ?? date }),
  );
}

/** Whether an article tells of the times that a question names, as `Agreement.time`. */
export function timeAgreement(times: readonly AskedTime[], article: Article): number {
  if (times.length === 0) return 0;
  const dates = datesOf(article);
  const met = times.map((asked) => Math.max(0, ...dates.map((told) => meets(asked, told))));
  const most = Math.max(...met);
  if (most > 0) return most;
  // An article that tells no year of its own contradicts none.
  const tellsYear = dates.some(({ first }) => first.year !== null);
  const askedYearOnly = times.every(({ first }) => first.month === null);
  return tellsYear || (!askedYearOnly && article.event !== null) ? -1 : 0;
}

/** An office with the body that it is of, folded. */
const OFFICE =
  /^((?:pho |quyen )?(?:bi thu|chu tich|thi truong|tinh truong|chau truong|huyen truong|thu tuong|tong thong|bo truong|thu truong|giam doc|chanh an|vien truong))(?: thuong truc)?(?: (uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|tinh uy|thanh uy|huyen uy|thi uy|chau uy|khu uy))?(?= )/u;
/** Heads of governments whom other languages call by several titles. */
const HEADS_ABROAD = /^(?:pho |quyen )?(?:tinh|chau|huyen) truong(?= )/u;
/** Envoys: whose they are stands right behind, and "tại" turns the direction round. */
const ENVOY = new RegExp(`^(?:${ENVOY_RANKS})(?= )`, "u");
/** "Đại sứ Trung Quốc tại Việt Nam", "Đại sứ quán". */
const TURNS: ReadonlySet<string> = new Set(["tai", "quan"]);
/** Words that the full name of a post or body parts from its place. */
const POST = /^(?:don|tram|so|ban|phong|cuc|truong|hoi|chi)$/u;
/** Words that may stand between an office and its place. */
const MOST_BETWEEN = 8;

const SHORT: Readonly<Record<string, string>> = {
  "uy ban nhan dan": "ubnd",
  "hoi dong nhan dan": "hdnd",
};
/** Words between a title and the body that it is held in. */
const MOST_TO_BODY = 4;
const OTHER_RANK = / (?:pho|nguyen|cuu)$/u;
const heldOffices = readOnce((words: ArticleWords): string =>
  words.words.replace(
    / (?:uy ban nhan dan|hoi dong nhan dan) /gu,
    (long) => ` ${SHORT[long.trim()]} `,
  ),
);

const LEVEL = /^(tinh|thanh pho|thi xa|huyen|chau)(?= )/u;
const levelOf = (place: string): string | null => LEVEL.exec(`${place} `)?.[1] ?? null;

/** False where nobody in an article holds the title that is named: a deputy chairman is no chairman. */
function holdsTitle(words: ArticleWords, name: readonly string[], translated: boolean): boolean {
  const office = OFFICE.exec(`${name.join(" ")} `);
  if (office === null) return true;
  const [, title, own] = office;
  const body = translated ? undefined : own;
  const of = body === undefined ? null : (SHORT[body] ?? body);
  const text = heldOffices(words);
  const wanted = ` ${title} `;
  // "Phó Tỉnh trưởng U Đôm Xay" beside the governors of other provinces.
  const place = name.slice(office[0].split(" ").length).join(" ");
  const level = levelOf(place);
  const isOfDeputy = text.includes(` pho ${title} ${place} `);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const behind = text
      .slice(at + wanted.length)
      .split(" ", MOST_TO_BODY + 2)
      .join(" ");
    const isOther =
      OTHER_RANK.test(text.slice(0, at)) || (isOfDeputy && isOfAnotherPlace(behind, place));
    if (isOther) continue;
    if (of === null) return true;
    const body = ` ${behind} `.indexOf(` ${of} `);
    // "Chủ tịch UBND huyện" is no chairman of a province.
    const told = body < 0 ? null : levelOf(behind.slice(body + of.length + 1));
    if (body >= 0 && (level === null || told === null || told === level)) return true;
  }
  return false;
}

/** True where a known place stands first in some folded words, and it is another one. */
function isOfAnotherPlace(behind: string, place: string): boolean {
  const words = behind.split(" ");
  const length = LONG_FOLDED_PLACES.longestAt(words, 0);
  return length > 1 && words.slice(0, length).join(" ") !== place;
}

/** Whether the words of a name stand together in an article; of an office, whether its place belongs to it. */
function holds(words: ArticleWords, { kind, words: name }: Demands["names"][number]): boolean {
  if (name.length < 2) return name.every((word) => words.has(word));
  if (words.has(name.join(" "))) return true;
  // "Đồn Nghĩa Thuận" is written "Đồn Biên phòng Nghĩa Thuận".
  if (name.length > 2 && POST.test(name[0]!) && words.has(name.slice(1).join(" "))) return true;
  if (kind !== "office") return name.slice(1).every((word, i) => words.has(`${name[i]} ${word}`));
  const envoy = ENVOY.exec(name.join(" "))?.[0];
  if (envoy === undefined) return name.every((word) => words.has(word));
  const place = name.slice(envoy.split(" ").length).join(" ");
  return words.near(envoy, place, MOST_BETWEEN, TURNS);
}

/** Holds an article against the names and times of a question. */
export function agreementOf(
  { names, times, translated }: Pick<Demands, "names" | "times" | "translated">,
  article: Article,
  words: ArticleWords,
): Agreement {
  const held = names.filter((name) => holds(words, name));
  const time = timeAgreement(times, article);
  const offices = names.filter(({ kind }) => kind === "office");
  const envoys = offices.filter((name) => ENVOY.test(name.words.join(" ")));
  const exact = times.some(({ first }) => first.month !== null);
  const isForeign = foreignLanguage(article.text) !== null;
  return {
    names: names.length === 0 ? 1 : held.length / names.length,
    time,
    binds:
      !(exact && time < 0) &&
      envoys.every((name) => held.includes(name)) &&
      offices.every(
        (name) =>
          (isForeign && HEADS_ABROAD.test(name.words.join(" "))) ||
          holdsTitle(words, name.words, translated),
      ),
    persons: names.every((name) => !isFullName(name) || held.includes(name)),
  };
}

/** An article with how well it meets what a question demands. */
export interface MeantArticle {
  readonly articleId: string;
  /** Log odds of its best passage, with what its names and times add. */
  readonly score: number;
  readonly agreement: Agreement;
}

/** Log odds that names and times add; by hand. */
const NAMES_ADD = 3;
const TIME_ADDS = 1.5;
/** Log odds of an article without a person whom another article names. */
const OTHER_PERSON_LOSES = 4;

/** True for a person's name in full: "chỉ huy đợt tuần" is nobody, nor is "Rời Philippines" at the head of a question. */
const isFullName = ({ kind, words, name, start }: Demands["names"][number]): boolean =>
  kind === "person" &&
  words.length > 1 &&
  (start > 0 || FOLDED_SURNAMES.has(words[0]!)) &&
  (!hasMarks(name) || name.split(" ").every((word) => /^\p{Lu}/u.test(word)));

/** The articles of ranked passages, the one that is most likely meant first. */
export function meantArticles(
  passages: readonly { readonly found: RetrievedChunk; readonly score: number }[],
  demands: Demands,
  cache: ReadCache,
  isAgainst: (articleId: string) => boolean = () => false,
): MeantArticle[] {
  const best = new Map<string, number>();
  for (const { found, score } of passages) {
    const id = found.chunk.articleId;
    best.set(id, Math.max(best.get(id) ?? score, score));
  }
  const articles = [...best].flatMap(([articleId, score]): MeantArticle[] => {
    const article = cache.article(articleId);
    if (article === null) return [];
    const told = agreementOf(demands, article, cache.words(articleId));
    const agreement = { ...told, binds: told.binds && !isAgainst(articleId) };
    return [
      {
        articleId,
        score: score + NAMES_ADD * (agreement.names - 1) + TIME_ADDS * agreement.time,
        agreement,
      },
    ];
  });
  // Of articles in another language a name may be spelt otherwise: only where one holds it, the others are not meant.
  const isKnown = articles.some(({ agreement }) => agreement.persons);
  // What no article tells of those who are named, or of them together, articles of others do not tell either.
  const isUntold = !isKnown && !demands.translated && demands.names.some(isFullName);
  return articles
    .map((one): MeantArticle => {
      if (isKnown && !one.agreement.persons)
        return { ...one, score: one.score - OTHER_PERSON_LOSES };
      const binds = one.agreement.binds && !(isUntold && !cache.isForeign(one.articleId));
      return { ...one, agreement: { ...one.agreement, binds } };
    })
    .sort((a, b) => b.score - a.score);
}

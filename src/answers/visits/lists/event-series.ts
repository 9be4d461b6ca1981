import { comparePartialDates, fold, foldAligned } from "../../../language/text/index.ts";
import type { IndexReader } from "../../../model/index.ts";
import { bodiesOf, numbersAsked } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import {
  asksNumber,
  type Demands,
  isAnyMeeting,
  type MeetingsWanted,
  meetsTimes,
  seriesOf,
  subjectAsked,
} from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { isOneDay } from "./dated-items.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";
import { earlierMentions } from "./mentioned-meetings.ts";
import {
  datedMembers,
  heldAt,
  isOfOtherLevel,
  membersIn,
  namesAll,
  onceEach,
  type SeriesMember,
} from "./series-members.ts";

/** Where or when all of them were. */
const ALL =
  /(?<![a-z])(?:nhung (?:dau|noi|nam|dia phuong|ky|lan|dip|tinh)|cac (?:nam|noi|dia phuong|ky|lan|tinh)|tung nam)(?![a-z])/u;
const HOW_MANY = /(?<![a-z])(?:may|bao nhieu) (?:ky|phien|khoa|dot|lan)(?![a-z])/u;
const FIRST =
  /(?<![a-z])(?:tu bao gio|tu nam nao|tu khi nao|(?:ky|lan|phien) dau|bat dau tu)(?![a-z])/u;
const MOST_CHUNKS = 60;
/** "từ lần 10 tới giờ". */
const SINCE = /(?<![a-z])(?:tu|ke tu) (?:lan|ky|phien)(?: thu)? (\d{1,2})(?!\d)/u;
/** "mấy lần tổ chức ở Phong Thổ", "phải sang Kim Bình để hội đàm": before where they were, folded. */
const HELD =
  /(?:^| )(?:to chuc|hop|dien ra|lam|mo) (?:o|tai)(?: (?:huyen|tinh|thanh pho|thi xa|thi|chau)){0,2} $|(?:^| )phai (?:sang|den|qua)(?: (?:huyen|tinh|thanh pho|thi xa|thi|chau)){0,2} $/u;

/** The one of two places at which the events are asked for, folded; null where none is. */
function placeAsked(searchText: string, { names }: Demands): string | null {
  const aligned = foldAligned(searchText);
  const at = names.filter(
    ({ kind, fullStart }) => kind === "place" && HELD.test(aligned.slice(0, fullStart)),
  );
  return at.length === 1 && names.length > 1 ? at[0]!.words.join(" ") : null;
}

/** "tính đến hết 2025" begins with it. */
const FIRST_YEAR = 1900;
/** Words that say nothing of which series is meant. */
const OPEN = new Set(
  "lan thu ky phien khoa dot cuoc buoi lien to nhom uy ban thuong nien dinh hang nam quy".split(
    " ",
  ),
);
/** An article that dates more of a series than these is a list of events, whose sentences stand for themselves. */
const FEW_DAYS = 2;

/** A question over a series of events, and the members that articles tell of, newest first. */
export interface SeriesAsked {
  readonly wanted: MeetingsWanted;
  readonly members: readonly SeriesMember[];
  /** True where no time, place or number narrows them down: the number of the newest is how many there were. */
  readonly isWhole: boolean;
  /** Other sentences of reports on the series that look back at earlier ones. */
  readonly mentions: readonly HoldingArticle[];
}

/**
 * Reads a question over a series of events ("Gặp gỡ đầu Xuân", "giao lưu phụ nữ lần thứ …") and finds its members, each
 * by the sentence that names it.
 *
 * @returns Null where no series is named, or no article tells of one.
 */
export function seriesAsked(
  question: Question,
  demands: Demands,
  wanted: MeetingsWanted | null,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): SeriesAsked | null {
  const series = seriesOf(question);
  // Most questions name none.
  if (series.length === 0 || demands.except.length > 0) return null;
  const { searchText } = question;
  const folded = fold(searchText);
  const isOver = wanted !== null || asksNumber(question) || ALL.test(folded) || FIRST.test(folded);
  if (!isOver) return null;
  const groups = phrasesOf(
    demands.names.filter(({ kind }) => kind !== "office"),
    searchText,
  );
  const places = phrasesOf(
    demands.names.filter(({ kind }) => kind === "place"),
    searchText,
  );
  // One word may be the asker's own; a pair names something.
  const own = [
    ...subjectAsked(question)
      .filter(
        (phrase) =>
          phrase.includes(" ") &&
          !phrase.split(" ").some((word) => OPEN.has(word)) &&
          !series.some((name) => name.includes(phrase) || phrase.includes(name)),
      )
      .map((phrase) => [phrase]),
    ...bodiesOf(question),
  ];
  if (groups.length + own.length === 0 && isAnyMeeting(series[0]!)) return null;
  const phrases = [...groups.flat(), ...series, ...own.flat()];
  const ids = articlesWith(phrases, MOST_CHUNKS, reader, cache);
  const mentions: HoldingArticle[] = [];
  const found = [...ids].flatMap((id): SeriesMember[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const held = cache.words(id);
    if (!groups.every((group) => group.some((phrase) => held.has(phrase)))) return [];
    const lead = leadOf(article);
    if ([series, ...own].every((any) => any.some((phrase) => lead.includes(` ${phrase} `))))
      mentions.push(...earlierMentions(article, demands.times));
    const named = membersIn(article, series, own);
    const told = [...named, ...datedMembers(article, series, own, groups)];
    // A page of several events tells in the sentence, or in its title, whose each is.
    const days = new Set(named.map(({ date }) => JSON.stringify(date))).size;
    return days > FEW_DAYS
      ? told.filter((one) => !named.includes(one) || namesAll(article, one, places))
      : told;
  });
  const numbers = numbersAsked(question);
  const since = Number(SINCE.exec(folded)?.[1] ?? 0);
  // "Lần thứ mấy": one without a number is none that is meant, where others have theirs.
  const isNumbered = asksNumber(question) && found.some(({ number }) => number !== null);
  const all = onceEach(
    found
      .filter((one) => !isOfOtherLevel(searchText, one))
      .filter(
        ({ date, number }) =>
          (!isNumbered || number !== null) &&
          (demands.times.length === 0 || meetsTimes(demands.times, { first: date, last: date })) &&
          (since > 0
            ? number === null || number >= since
            : numbers.length < 2 || (number !== null && numbers.includes(number))),
      )
      .sort((a, b) => comparePartialDates(b.date, a.date)),
  );
  const place = placeAsked(searchText, demands);
  const members = place === null ? all : heldAt(all, place);
  const isUnnumbered = asksNumber(question) && members.every(({ number }) => number === null);
  if (members.length === 0 || isUnnumbered) return null;
  // The earliest that has a number is the first one only where that is 1.
  const isFirst = wanted === "first" || FIRST.test(folded);
  if (isFirst && isAnyMeeting(series[0]!) && members.at(-1)!.number !== 1) return null;
  const told = FIRST.test(folded)
    ? "first"
    : HOW_MANY.test(folded)
      ? "count"
      : ALL.test(folded)
        ? "list"
        : null;
  const isTold = ({ articleId, start, date }: HoldingArticle) =>
    members.some(
      (one) => (one.articleId === articleId && one.start === start) || isOneDay(one.date, date),
    );
  return {
    wanted: wanted ?? told ?? "last",
    members,
    isWhole:
      place === null &&
      since === 0 &&
      numbers.length < 2 &&
      demands.times.every(({ first }) => first.year !== null && first.year <= FIRST_YEAR),
    mentions: mentions
      .filter((one) => !isTold(one))
      .sort((a, b) => comparePartialDates(b.date, a.date)),
  };
}

import { comparePartialDates, fold, hasMarks } from "../../../language/text/index.ts";
import type { Asked, AskedName, AskedPeriod, Locale } from "../../../locale/index.ts";
import type {
  AnswerSpan,
  Citation,
  Language,
  PartialDate,
  Visit,
  VisitFilter,
  VisitPage,
  VisitSource,
} from "../../../model/index.ts";
import { placeKey, searchKey } from "../../../visits/register/index.ts";
import { type ArticleLookup, cite } from "../../passages/index.ts";
import type { RowFocus } from "../asked/index.ts";
import { placeInLanguage } from "./in-language.ts";
import type { Journey } from "./journeys.ts";
import { NO_FOCUS, shownVisit, tellsDate } from "./shown-visit.ts";

/** An article that is about what a question names, though no record of a visit tells it. */
export interface HoldingArticle {
  readonly articleId: string;
  /** When it happened, else when it was published, as far as it is known. */
  readonly date: PartialDate;
  /** The sentence of its lead that holds most of what is named: a range of `Article.text`, and its words. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The time between two days in the shortest words: a whole year or month, a day, an open end. */
function periodOf({ from, to }: VisitFilter): AskedPeriod | undefined {
  if (from === undefined) return to === undefined ? undefined : { kind: "until", date: to };
  if (to === undefined) return { kind: "since", date: from };
  if (from === to) return { kind: "day", date: from };
  const [year, month] = from.split("-").map(Number) as [number, number];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return { kind: "year", date: from };
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  if (from.endsWith("-01") && to === lastOfMonth) return { kind: "month", date: from };
  return { kind: "between", from, to };
}

/** What a filter looks for, to be told in the asker's language. */
export function askedOf(filter: VisitFilter, language: Language): Asked {
  const { host, guest, place, person, topic, words, counterpart, kinds } = filter;
  const named = (name: string): AskedName => ({
    name: placeInLanguage(name, language),
    isPlace: placeKey(searchKey(name)) !== null,
  });
  const sides = [...(filter.sides ?? []), ...(counterpart === undefined ? [] : [counterpart])];
  const period = periodOf(filter);
  return {
    ...(host !== undefined && { host: named(host) }),
    ...(guest !== undefined && { guest: named(guest) }),
    ...(sides.length > 0 && { sides: sides.map(named) }),
    ...(place !== undefined && { place: placeInLanguage(place, language) }),
    ...(person !== undefined && { person }),
    ...(topic !== undefined && { topic }),
    ...(words !== undefined && { words }),
    ...(kinds !== undefined && { kinds }),
    ...(period !== undefined && { period }),
  };
}

/** A filter with people's names that were typed without marks as the found visits write them. */
export function asWritten(filter: VisitFilter, visits: readonly Visit[]): VisitFilter {
  const people = visits.flatMap(({ host, guest }) => [...host.people, ...guest.people]);
  const heads = visits.flatMap(({ host, guest }) => [host.head, guest.head]);
  const names = [...heads, ...people.map(({ name }) => name)].filter((name) => name !== null);
  const written = (typed: string) =>
    (hasMarks(typed) ? undefined : names.find((name) => fold(name) === typed.toLowerCase())) ??
    typed;
  const { host, guest, person } = filter;
  return {
    ...filter,
    ...(host !== undefined && { host: written(host) }),
    ...(guest !== undefined && { guest: written(guest) }),
    ...(person !== undefined && { person: written(person) }),
  };
}

/** Characters of a sentence on a line, where few are quoted and where many are. */
const MOST_QUOTED = 200;
const LEAST_QUOTED = 80;
/** Days of one journey that a line names beside that of the meeting that it tells. */
const MOST_OTHER_DAYS = 4;
/** Characters of a line beside its sentence. */
const DATE_CHARS = 22;
/** Characters that all lines of a list may take, so that a chat shows it whole. */
const MOST_LINES = 800;
/** What only says once more when it was: "Ngày 8/7, tại cửa khẩu …". */
const DAY_AHEAD =
  /^(?:(?:(?:sáng|trưa|chiều|tối|cũng) )?(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?, )(?=\p{L})/iu;

/** Where something was: "tại phường …", "ở Bách Sắc", "trực tuyến". */
const WHERE =
  /(?<!\p{L})(?:tại |ở (?=\p{Lu})|sang (?=\p{Lu})|trực tuyến|(?:hosted|held|took place) (?:in|at)|in (?=\p{Lu})|在[^，。]{2,20}(?:举行|召开|举办))/u;

/** Its number in a series. */
const NUMBERED =
  /(?<!\p{L})(?:lần|kỳ|phiên|khóa) (?:thứ )?(?:\p{L}+|\d{1,2})|\d(?:st|nd|rd|th) |第\S{1,3}[次届]/u;

/** A sentence cut to a line; what is asked and stands behind the cut is kept, with what stands before it left out. */
function excerpt(text: string, most: number, { where, numbers }: RowFocus): string {
  if (text.length <= most) return text;
  const to = (at: number, from = 0) => {
    const space = text.lastIndexOf(" ", at);
    return text.slice(from, space > from ? space : at);
  };
  const whole = to(most);
  const half = to(Math.floor(most / 2));
  const kept = [...(numbers ? [NUMBERED] : []), ...(where ? [WHERE] : [])];
  const lost = kept
    .filter((words) => !words.test(whole))
    .map((words) => words.exec(text)?.index ?? -1);
  const at = lost.find((index) => index > half.length);
  if (at === undefined) return `${whole} …`;
  const end = at + most - half.length;
  return `${half} … ${end >= text.length ? text.slice(at) : `${to(end, at)} …`}`;
}

/** An answer's text while it is written, with the places of its marked words and its citations. */
export class RegisterText {
  readonly spans: AnswerSpan[] = [];
  readonly citations: Citation[] = [];
  readonly #locale: Locale;
  readonly #lookup: ArticleLookup;
  readonly #focus: RowFocus;
  #text = "";

  constructor(locale: Locale, lookup: ArticleLookup, focus = NO_FOCUS) {
    this.#locale = locale;
    this.#lookup = lookup;
    this.#focus = focus;
  }

  get text(): string {
    return this.#text;
  }

  line(text: string): void {
    this.#text += this.#text === "" ? text : `\n${text}`;
  }

  /** A line that tells how many, with the number marked. */
  counted(line: string, count: number): void {
    const { register } = this.#locale;
    const counts = [register.times(count), register.encounters(count)];
    const times = counts.find((words) => line.includes(words)) ?? counts[0]!;
    const start = line.indexOf(times) + (this.#text === "" ? 0 : this.#text.length + 1);
    const length = /^\S*\d/u.exec(times)?.[0].length ?? 0;
    this.line(line);
    this.spans.push({ start, end: start + length, type: "number" });
  }

  /** A list of visits, their guests marked. */
  visits(visits: readonly Visit[]): void {
    for (const visit of visits) this.visit(visit, "list");
  }

  /** A list of journeys, each by the meeting that is told best, with how many more it had, and on which other days. */
  journeys(journeys: readonly Journey[]): void {
    for (const { main, others } of journeys) {
      this.visit(main, "list");
      if (others.length === 0) continue;
      const days = this.#otherDays(main, others).join(", ");
      this.#text += ` ${this.#locale.register.sameTrip(others.length, days)}`;
    }
  }

  #otherDays(main: Visit, others: readonly Visit[]): string[] {
    const dated = others.filter(({ date }) => comparePartialDates(date, main.date) !== 0);
    const days = new Map(
      dated.flatMap((visit) => {
        const { line, sources } = shownVisit(visit, this.#locale, this.#focus);
        if (line.date === null || !/\d/u.test(line.date)) return [];
        const telling = sources.find(({ quote }) => tellsDate(quote, visit.date) !== null);
        return [[line.date, telling === undefined ? sources.slice(0, 1) : [telling]] as const];
      }),
    );
    const first = [...days].slice(0, MOST_OTHER_DAYS);
    return first.map(([date, sources]) => `${date}${this.#numbers(sources)}`);
  }

  /** What is told beside the answer, if there is any. */
  beside({ total, visits }: VisitPage, heading: (count: number) => string): void {
    if (total === 0) return;
    this.line(heading(total));
    this.visits(visits);
  }

  /**
   * Adds articles by their telling sentences, cut to a line, with when they are of.
   *
   * @param lines Lines of the list that they are part of.
   */
  articles(articles: readonly HoldingArticle[], lines = articles.length): void {
    const share = Math.floor(MOST_LINES / Math.max(1, lines)) - DATE_CHARS;
    const most = Math.min(MOST_QUOTED, Math.max(LEAST_QUOTED, share));
    for (const { articleId, date, start, end, text } of articles) {
      const when = this.#locale.register.visitDate({ first: date, last: null, settled: true });
      const own = date.day === null ? text : text.replace(DAY_AHEAD, "");
      const short = excerpt(own, most, this.#focus);
      const n = this.citations.length + 1;
      this.citations.push(cite(n, articleId, { start, end }, this.#lookup));
      this.line(`• ${date.year === null ? "" : `${when}: `}${short.replace(/\s+/gu, " ")} [${n}]`);
    }
  }

  /** A list of visits and of meetings that only sentences tell of, newest first, those of no known year last. */
  meetings(visits: readonly Journey[], mentions: readonly HoldingArticle[]): void {
    const rows = [
      ...visits.map((journey) => ({
        date: journey.main.date,
        tell: () => this.journeys([journey]),
      })),
      ...mentions.map((one) => ({
        date: one.date,
        tell: () => this.articles([one], visits.length + mentions.length),
      })),
    ];
    const isUnknown = ({ date }: (typeof rows)[number]) => Number(date.year === null);
    rows.sort((a, b) => isUnknown(a) - isUnknown(b) || comparePartialDates(b.date, a.date));
    for (const { tell } of rows) tell();
  }

  /** Adds the sentences that tell of earlier meetings, if there are any. */
  earlier(mentions: readonly HoldingArticle[]): void {
    if (mentions.length === 0) return;
    this.line(this.#locale.register.earlier(mentions.length));
    this.articles(mentions);
  }

  /**
   * Adds what is mentioned of the first meeting where that is before the first one that has a record or a report of its own.
   *
   * @param mentions Newest first.
   * @param date When that one was.
   * @param tell Adds that one.
   * @returns Whether it is.
   */
  first(mentions: readonly HoldingArticle[], date: PartialDate, tell: () => void): boolean {
    const mention = mentions.at(-1);
    const isFirst = mention !== undefined && comparePartialDates(mention.date, date) < 0;
    if (!isFirst) return false;
    const { register } = this.#locale;
    this.line(register.firstTold);
    this.articles([mention]);
    this.line(register.firstRecorded);
    tell();
    return true;
  }

  /**
   * Adds the meeting that a sentence tells of where it is later than the last one that has a record.
   *
   * @param mentions Newest first.
   * @param date When the last one that is recorded was; null where none is.
   * @param heading Stands above it.
   * @returns Whether it is.
   */
  last(mentions: readonly HoldingArticle[], date: PartialDate | null, heading: string): boolean {
    const [mention] = mentions;
    if (mention === undefined || (date !== null && comparePartialDates(mention.date, date) <= 0))
      return false;
    this.line(heading);
    this.articles([mention]);
    return true;
  }

  /** Adds a visit's line with its numbers; marks its date, or the guest. */
  visit(visit: Visit, mark: "date" | "list"): void {
    const { line, sources } = shownVisit(visit, this.#locale, this.#focus);
    const words = this.#locale.register.visit(line);
    const lead = mark === "date" ? "" : "• ";
    this.line(`${lead}${words}${this.#numbers(sources)}`);
    const start = this.#text.lastIndexOf("\n") + 1 + lead.length;
    const marked = mark === "date" ? line.date : line.guest;
    const at = marked === null ? -1 : words.indexOf(marked);
    if (at >= 0) {
      this.spans.push({ start: start + at, end: start + at + marked!.length, type: mark });
    }
  }

  #numbers(sources: readonly VisitSource[]): string {
    return sources
      .map((source) => {
        const { articleId, start, end } = source;
        const known = this.citations.find(
          (other) => other.articleId === articleId && other.start === start && other.end === end,
        );
        const n = known?.n ?? this.citations.length + 1;
        if (known === undefined) this.citations.push(cite(n, articleId, source, this.#lookup));
        return ` [${n}]`;
      })
      .join("");
  }
}

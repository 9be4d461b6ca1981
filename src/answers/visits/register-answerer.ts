import { comparePartialDates, fold } from "../../language/text/index.ts";
import { type Asked, type Locale, localeFor, vietnamDay } from "../../locale/index.ts";
import type {
  Answer,
  Citation,
  Register,
  RegisterBasis,
  RegisterQuestion,
  Visit,
  VisitFilter,
  VisitPage,
} from "../../model/index.ts";
import { type ArticleLookup, cite } from "../passages/index.ts";
import type { Question } from "../question/index.ts";
import type { SeriesAsked } from "./event-series.ts";
import type { HoldingArticle } from "./holding-articles.ts";
import { journeysOf } from "./journeys.ts";
import type { MeetingsAsked } from "./meetings-asked.ts";
import { readRegisterQuestion } from "./read.ts";
import { askedOf, asWritten, RegisterText } from "./register-text.ts";
import { shareDays, tellingSources } from "./shown-visit.ts";

/** Visits that an answer lists, and those whose passages stand behind "Xem thêm". */
const LISTED = 10;
const MORE = 5;
/** Visits that are told beside those that count: of no known year, or only announced. */
const BESIDE_LISTED = 3;
/** Earlier meetings that articles tell of in passing beside those that were found. */
const EARLIER_LISTED = 4;
type EarlierThan = (found: readonly Visit[]) => readonly HoldingArticle[];
/** Any visit of a known year is later. */
const EARLIEST = "1000-01-01";
/**
 * Share of questions that it answered rightly: 38 of 44 that nobody had tuned for, over world news and the
 * shipped articles, judged by hand. What it missed were mostly visits that the reader had not read whole.
 */
const CONFIDENCE = 0.86;

/** What an answer from the register says; the rest of `Answer` is the question's. */
export type RegisterReply = Pick<
  Answer,
  "answered" | "answer" | "spans" | "confidence" | "citations" | "nearest" | "more"
> & { readonly register: RegisterBasis };

export interface RegisterAnswererOptions {
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/** Answers questions that list, count or date visits, from the register of one generation. */
export class RegisterAnswerer {
  readonly #register: Register;
  readonly #lookup: ArticleLookup;
  readonly #now: () => number;

  constructor(
    register: Register,
    lookup: ArticleLookup,
    { now = Date.now }: RegisterAnswererOptions = {},
  ) {
    this.#register = register;
    this.#lookup = lookup;
    this.#now = now;
  }

  /**
   * The answer, or null for a question that passages answer better.
   *
   * @param isTold Whether an article is about what is asked, though no visit of it is recorded: nothing is refused then.
   */
  answer(
    question: Question,
    isTold: () => boolean = () => false,
    earlier: EarlierThan = () => [],
  ): RegisterReply | null {
    const today = vietnamDay(new Date(this.#now()));
    const asked = readRegisterQuestion(question, today);
    if (asked === null) return null;
    const locale = localeFor(question.language);
    if (asked.impossible !== null) return this.#impossible(asked, asked.impossible, locale);
    if (asked.intent === "next") return this.#next(asked, today, locale);
    return asked.intent === "count" || asked.intent === "list"
      ? this.#listed(asked, question, locale, isTold, earlier)
      : this.#single(asked, locale, earlier);
  }

  #listed(
    asked: RegisterQuestion,
    question: Question,
    locale: Locale,
    isTold: () => boolean,
    earlier: EarlierThan,
  ): RegisterReply | null {
    const { filter, intent, sure } = asked;
    const { register } = locale;
    // What is only announced may never have come.
    const done = { ...filter, planned: false };
    const page = this.#register.find(done, { offset: 0, limit: LISTED + MORE });
    const planned = this.#register.find(
      { ...filter, planned: true },
      { offset: 0, limit: BESIDE_LISTED },
    );
    const undated = this.#undated(done, BESIDE_LISTED);
    const words = askedOf(asWritten(filter, page.visits), locale.language);
    if (page.total === 0 && planned.total === 0) {
      if (!sure || (intent === "list" && isTold())) return null;
      return undated.total > 0
        ? this.#refusal(asked, register.noneDated(words, undated.total), undated.visits)
        : this.#refusal(asked, this.#none(words, locale), []);
    }
    // What a single report tells beside its visit stands in its passages.
    if (intent === "list" && page.articles === 1 && asksWithin(question)) return null;
    const text = new RegisterText(locale, this.#lookup);
    if (page.total === 0) {
      text.line(register.onlyPlanned(words, planned.total));
      text.visits(planned.visits);
      return this.#answer(asked, planned, text, []);
    }
    text.counted(register.heading[intent](words, page.total, page.articles), page.total);
    const listed = page.visits.slice(0, LISTED);
    tellListed(text, listed);
    if (page.total > listed.length) text.line(register.more(page.total - listed.length));
    const mayBeSame =
      page.total > 1
        ? this.#register.find({ ...done, undated: true }, { offset: 0, limit: 0 }).total
        : 0;
    if (intent === "count" && shareDays(page.visits)) text.line(register.sameJourney);
    if (intent === "count" && mayBeSame > 0) text.line(register.maySame(mayBeSame));
    text.earlier(earlier(page.visits).slice(0, EARLIER_LISTED));
    text.beside(planned, register.planned);
    text.beside(undated, register.undated);
    return this.#answer(asked, page, text, page.visits.slice(LISTED));
  }

  /**
   * The answer to a question over several meetings whose visits were found by all that it names; null where none was.
   *
   * @param found Visits that are meant, newest first, those of no known year last.
   * @param told Further articles that are about what is named, newest first.
   * @param earlier Meetings that articles tell of in passing, newest first.
   * @param wanted "one": a single meeting stands without how many there were.
   */
  meetings(
    question: Question,
    { wanted }: { readonly wanted: MeetingsAsked["wanted"] | "one" },
    found: readonly Visit[],
    told: readonly HoldingArticle[] = [],
    earlier: EarlierThan = () => [],
  ): RegisterReply | null {
    const { register } = localeFor(question.language);
    const dated = found.filter(({ date }) => date.year !== null);
    // No words of a filter find these, so that all of a long list are named.
    const filter = found.length > LISTED ? { ids: found.map(({ id }) => id) } : {};
    const asked = { intent: wanted === "one" ? ("list" as const) : wanted, filter };
    const articles = new Set(found.flatMap(({ articleIds }) => articleIds)).size;
    const page = { total: found.length, articles, visits: found };
    const text = new RegisterText(localeFor(question.language), this.#lookup);
    const known = new Set(found.flatMap(({ articleIds }) => articleIds));
    const further = told.filter(({ articleId }) => !known.has(articleId)).slice(0, BESIDE_LISTED);
    const tellFurther = () => {
      if (further.length > 0) text.line(register.further(further.length));
      text.articles(further);
    };
    if (wanted === "last" || wanted === "first") {
      const one = wanted === "last" ? dated[0] : dated.at(-1);
      const rest = found.filter(({ date }) => date.year === null);
      if (one === undefined) {
        if (rest.length === 0) return null;
        text.line(register.undatedMeetings(rest.length));
        text.visits(rest.slice(0, BESIDE_LISTED));
        return this.#answer(asked, page, text, rest.slice(BESIDE_LISTED));
      }
      if (wanted === "last" || !text.first(earlier(found), one)) {
        text.line(register.meetings[wanted](found.length, articles));
        text.visit(one, "date");
      }
      text.beside(
        { total: rest.length, articles, visits: rest.slice(0, BESIDE_LISTED) },
        register.undated,
      );
      tellFurther();
      return this.#answer(asked, { ...page, visits: [one] }, text, []);
    }
    if (found.length === 0) {
      const before = wanted === "one" ? [] : earlier([]);
      if (before.length > 0) {
        text.earlier(before.slice(0, EARLIER_LISTED));
        return this.#answer(asked, { total: 0, articles: before.length, visits: [] }, text, []);
      }
      if (wanted === "count" || further.length < 2) return null;
      text.line(register.onlyFurther(further.length));
      text.articles(further);
      return this.#answer(asked, { total: 0, articles: further.length, visits: [] }, text, []);
    }
    if (wanted === "list" && articles === 1 && (asksWithin(question) || asksWho(question)))
      return null;
    const listed = found.slice(0, LISTED);
    if (wanted === "one" && listed.length === 1) text.visit(listed[0]!, "date");
    else {
      text.counted(register.meetings[asked.intent](found.length, articles), found.length);
      tellListed(text, listed);
    }
    if (found.length > listed.length) text.line(register.more(found.length - listed.length));
    if (wanted !== "one") text.earlier(earlier(found).slice(0, EARLIER_LISTED));
    tellFurther();
    return this.#answer(asked, page, text, found.slice(LISTED, LISTED + MORE));
  }

  /** The answer to a question over a series of events: the newest or first one, or all with how many are told of. */
  series(question: Question, { wanted, members, mentions }: SeriesAsked): RegisterReply {
    const { register } = localeFor(question.language);
    const text = new RegisterText(localeFor(question.language), this.#lookup);
    const others = mentions.filter(
      ({ date }) => !members.some((one) => comparePartialDates(one.date, date) === 0),
    );
    const asked = { intent: wanted, filter: {} };
    const page = { total: 0, articles: members.length, visits: [] };
    if (wanted === "last" || wanted === "first") {
      const one = wanted === "last" ? members[0]! : members.at(-1)!;
      const before = wanted === "first" ? others.at(-1) : undefined;
      if (before !== undefined && comparePartialDates(before.date, one.date) < 0) {
        text.line(register.firstTold);
        text.articles([before]);
        text.line(register.firstRecorded);
      } else text.line(register.meetings[wanted](members.length, members.length));
      text.articles([one]);
      return this.#answer(asked, page, text, []);
    }
    const highest = Math.max(0, ...members.map(({ number }) => number ?? 0));
    text.line(register.seriesTold(members.length, highest));
    text.articles(members.slice(0, LISTED));
    if (members.length > LISTED) text.line(register.more(members.length - LISTED));
    text.earlier(others.slice(0, EARLIER_LISTED));
    return this.#answer(asked, page, text, []);
  }

  /** The last or the first one of those that took place and of which the year is known. */
  #single(asked: RegisterQuestion, locale: Locale, earlier: EarlierThan): RegisterReply | null {
    const { intent, filter } = asked;
    const { register } = locale;
    const done = { ...filter, planned: false, from: filter.from ?? EARLIEST };
    const order = intent === "last" ? "newest" : "oldest";
    const page = this.#register.find(done, { offset: 0, limit: 1, order });
    const undated = this.#undated(done, BESIDE_LISTED);
    const words = askedOf(asWritten(filter, [...page.visits, ...undated.visits]), locale.language);
    const text = new RegisterText(locale, this.#lookup);
    if (page.total === 0) {
      if (undated.total === 0) return null;
      text.line(register.noYear(words, undated.total));
      text.visits(undated.visits);
      if (undated.total > BESIDE_LISTED) text.line(register.more(undated.total - BESIDE_LISTED));
      return this.#answer(asked, undated, text, []);
    }
    if (intent !== "first" || !text.first(earlier(page.visits), page.visits[0]!)) {
      text.line(register.heading[intent](words, page.total + undated.total, page.articles));
      text.visit(page.visits[0]!, "date");
    }
    text.beside(undated, register.undated);
    return this.#answer(asked, page, text, []);
  }

  #next(asked: RegisterQuestion, today: string, locale: Locale): RegisterReply {
    const from = asked.filter.from ?? today;
    const page = this.#register.find(
      { ...asked.filter, from },
      { offset: 0, limit: LISTED + MORE, order: "oldest" },
    );
    const words = askedOf(asked.filter, locale.language);
    if (page.total > 0) {
      const text = new RegisterText(locale, this.#lookup);
      text.line(locale.register.heading.next(words, page.total, page.articles));
      text.visits(page.visits.slice(0, LISTED));
      if (page.total > LISTED) text.line(locale.register.more(page.total - LISTED));
      return this.#answer(asked, page, text, page.visits.slice(LISTED));
    }
    const latest = this.#register.find(asked.filter, { offset: 0, limit: 1 });
    return this.#refusal(asked, locale.register.noneNext(words, today), latest.visits);
  }

  /** Visits that match but for the time, and of which no year is known. */
  #undated({ from, to, ...rest }: VisitFilter, limit: number): VisitPage {
    const isAhead = from !== undefined && from > vietnamDay(new Date(this.#now()));
    if ((from === undefined && to === undefined) || isAhead)
      return { total: 0, articles: 0, visits: [] };
    return this.#register.find({ ...rest, undated: true }, { offset: 0, limit });
  }

  #years() {
    const years = this.#register.facets({}).years.map(({ value }) => Number(value));
    return years.length === 0 ? null : { first: years.at(-1)!, last: years[0]! };
  }

  #none(words: Asked, locale: Locale): string {
    const { total } = this.#register.find({}, { offset: 0, limit: 0 });
    return locale.register.none(words, total, this.#years());
  }

  #impossible(asked: RegisterQuestion, words: string, locale: Locale): RegisterReply {
    const { total } = this.#register.find({}, { offset: 0, limit: 0 });
    return this.#refusal(asked, locale.register.impossible(words, total, this.#years()), []);
  }

  /** @param more Visits whose passages stand behind "Xem thêm". */
  #answer(
    asked: Pick<RegisterQuestion, "intent" | "filter">,
    page: VisitPage,
    { text, spans, citations }: RegisterText,
    more: readonly Visit[],
  ): RegisterReply {
    const listed = page.visits.filter((visit) => !more.includes(visit));
    return {
      answered: true,
      answer: text,
      spans,
      confidence: CONFIDENCE,
      citations,
      nearest: [],
      more: this.#cite(more, citations.length + 1),
      register: basis(asked, page, listed),
    };
  }

  #refusal(asked: RegisterQuestion, sentence: string, nearest: readonly Visit[]): RegisterReply {
    return {
      answered: false,
      answer: sentence,
      spans: [],
      confidence: CONFIDENCE,
      citations: [],
      nearest: this.#cite(nearest, 1),
      more: [],
      register: basis(asked, { total: 0, articles: 0 }, []),
    };
  }

  #cite(visits: readonly Visit[], from: number): Citation[] {
    return visits.map((visit, i) => {
      const source = tellingSources(visit)[0]!;
      return cite(from + i, source.articleId, source, this.#lookup);
    });
  }
}

/** Fewer visits are told one by one. */
const MANY = 5;

function tellListed(text: RegisterText, visits: readonly Visit[]): void {
  if (visits.length < MANY) text.visits(visits);
  else text.journeys(journeysOf(visits));
}

/** Nouns of what reports tell of visits, folded; other lists ask for the visits themselves. */
const WITHIN =
  /(?:^| )(?:tinh|thanh pho|don vi|co quan|hoi nghi|hoi cho|van ban|van kien|noi|diem|cho|linh vuc|noi dung|viec|hoat dong|doanh nghiep|du an|san pham|mon|huyen|xa)(?: [a-z]+){0,3}? nao(?: |$)/u;

function asksWithin({ searchText }: Question): boolean {
  return WITHIN.test(fold(searchText));
}

/** "Những ai đón đoàn?": who did it at one meeting is told by its sentences. */
const asksWho = ({ searchText }: Question): boolean =>
  /(?:^| )nhung ai (?:da )?(?:don|tiep|tien|du|tham du|di|cung|thuoc)(?: |$)/u.test(
    fold(searchText),
  );

function basis(
  { intent, filter }: Pick<RegisterQuestion, "intent" | "filter">,
  { total, articles }: Pick<VisitPage, "total" | "articles">,
  listed: readonly Visit[],
): RegisterBasis {
  return { intent, filter, total, articles, visits: listed.map(({ id }) => id) };
}

import { type Asked, type Locale, localeFor, vietnamDay } from "../../../locale/index.ts";
import type { Register, RegisterQuestion, VisitFilter, VisitPage } from "../../../model/index.ts";
import type { ArticleLookup } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import { asksWithin, focusOf } from "../asked/index.ts";
import {
  articlesOf,
  askedOf,
  asWritten,
  BESIDE_LISTED,
  type EarlierThan,
  LISTED,
  MORE,
  partMentions,
  type RegisterReply,
  RegisterText,
  registerRefusal,
  registerReply,
  shareDays,
  tellListed,
} from "../shown/index.ts";
import { firstOfKind } from "./of-kind.ts";
import { readRegisterQuestion } from "./read.ts";

/** Visits among which those of one journey are. */
const OF_ONE_JOURNEY = 6;
/** Any visit of a known year is later. */
const EARLIEST = "1000-01-01";
interface RegisterAnswererOptions {
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
      : this.#single(asked, question, locale, earlier);
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
        ? registerRefusal(
            asked,
            register.noneDated(words, undated.total),
            undated.visits,
            this.#lookup,
          )
        : registerRefusal(asked, this.#none(words, locale), [], this.#lookup);
    }
    // What a single report tells beside its visit stands in its passages.
    if (intent === "list" && page.articles === 1 && asksWithin(question)) return null;
    const text = new RegisterText(locale, this.#lookup, focusOf(question));
    const told = partMentions(page.visits, earlier);
    if (page.total === 0 && told.sure.length === 0) {
      text.line(register.onlyPlanned(words, planned.total));
      text.visits(planned.visits);
      return registerReply(asked, planned, text, [], this.#lookup);
    }
    const total = page.total + told.total;
    const articles = Math.max(page.articles, articlesOf(page.visits, told.sure));
    text.counted(register.heading[intent](words, total, articles), total);
    const listed = page.visits.slice(0, LISTED);
    tellListed(text, listed, told.sure);
    const left = total - listed.length - told.sure.length;
    if (left > 0) text.line(register.more(left));
    const mayBeSame =
      page.total > 1
        ? this.#register.find({ ...done, undated: true }, { offset: 0, limit: 0 }).total
        : 0;
    if (intent === "count" && shareDays(page.visits)) text.line(register.sameJourney);
    if (intent === "count" && mayBeSame > 0) text.line(register.maySame(mayBeSame));
    text.earlier(told.others);
    text.beside(planned, register.planned);
    text.beside(undated, register.undated);
    return registerReply(asked, page, text, page.visits.slice(LISTED), this.#lookup);
  }

  /** The last or the first one of those that took place and of which the year is known. */
  #single(
    asked: RegisterQuestion,
    question: Question,
    locale: Locale,
    earlier: EarlierThan,
  ): RegisterReply | null {
    const { intent, filter } = asked;
    const { register } = locale;
    const done = { ...filter, planned: false, from: filter.from ?? EARLIEST };
    const order = intent === "last" ? "newest" : "oldest";
    const found = this.#register.find(done, { offset: 0, limit: OF_ONE_JOURNEY, order });
    const one = firstOfKind(found.visits, question);
    const page = { ...found, visits: one === undefined ? [] : [one] };
    const undated = this.#undated(done, BESIDE_LISTED);
    const words = askedOf(asWritten(filter, [...page.visits, ...undated.visits]), locale.language);
    const text = new RegisterText(locale, this.#lookup);
    if (page.total === 0) {
      if (undated.total === 0) return null;
      text.line(register.noYear(words, undated.total));
      text.visits(undated.visits);
      if (undated.total > BESIDE_LISTED) text.line(register.more(undated.total - BESIDE_LISTED));
      return registerReply(asked, undated, text, [], this.#lookup);
    }
    const tell = () => text.visit(one!, "date");
    const heading = register.heading[intent](words, page.total + undated.total, page.articles);
    const sure = intent === "last" ? partMentions(found.visits, earlier).sure : [];
    if (text.last(sure, one!.date, heading)) tell();
    else if (intent !== "first" || !text.first(earlier(page.visits), one!.date, tell)) {
      text.line(heading);
      tell();
    }
    text.beside(undated, register.undated);
    return registerReply(asked, page, text, [], this.#lookup);
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
      return registerReply(asked, page, text, page.visits.slice(LISTED), this.#lookup);
    }
    const latest = this.#register.find(asked.filter, { offset: 0, limit: 1 });
    return registerRefusal(
      asked,
      locale.register.noneNext(words, today),
      latest.visits,
      this.#lookup,
    );
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
    const sentence = locale.register.impossible(words, total, this.#years());
    return registerRefusal(asked, sentence, [], this.#lookup);
  }
}

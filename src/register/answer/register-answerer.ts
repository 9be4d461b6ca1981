import type { Answer, AnswerSpan, Citation, RegisterBasis } from "../../answer/answer.ts";
import { type ArticleLookup, cite } from "../../answer/compose.ts";
import type { Locale } from "../../locale/locale.ts";
import { localeFor } from "../../locale/locales.ts";
import type { Question } from "../../question/question.ts";
import type { VisitFilter } from "../filter.ts";
import { readRegisterQuestion } from "../question/read.ts";
import type { RegisterQuestion } from "../question/register-question.ts";
import type { Register, VisitPage } from "../register.ts";
import type { Visit } from "../visit.ts";
import { askedParts, asWritten } from "./asked-parts.ts";
import { tellingSources, visitLine } from "./shown-visit.ts";

/** Visits that an answer lists, and those whose passages stand behind "Xem thêm". */
const LISTED = 10;
const MORE = 5;
/** Visits of no known year that are told beside a count. */
const UNDATED_LISTED = 3;
/** Share of register questions that it answers rightly; measured on test/register/answer. */
const CONFIDENCE = 0.9;

/** What an answer from the register says; the rest of `Answer` is the question's. */
export type RegisterReply = Pick<
  Answer,
  "answered" | "answer" | "spans" | "confidence" | "citations" | "nearest" | "more"
> & { readonly register: RegisterBasis };

export interface RegisterAnswererOptions {
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/** `YYYY-MM-DD` in Vietnam, seven hours ahead of UTC all year. */
function vietnamDay(now: number): string {
  return new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
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

  /** The answer, or null for a question that passages answer better. */
  answer(question: Question): RegisterReply | null {
    const today = vietnamDay(this.#now());
    const asked = readRegisterQuestion(question, today);
    if (asked === null) return null;
    const locale = localeFor(question.language);
    if (asked.impossible !== null) return this.#impossible(asked, asked.impossible, locale);
    const { intent, filter } = asked;
    if (intent === "next") return this.#next(asked, today, locale);
    if (intent === "count" || intent === "list") return this.#listed(asked, locale);
    // What is only announced was not the last one; what has no day is neither last nor first.
    const done = { ...filter, planned: false, from: filter.from ?? "1000-01-01" };
    const order = intent === "last" ? "newest" : "oldest";
    const page = this.#register.find(done, { offset: 0, limit: 1, order });
    // The first one of one is whatever the articles happen to tell.
    if (page.total < (intent === "first" ? 2 : 1)) return null;
    return this.#reply(asked, page, locale);
  }

  #listed(asked: RegisterQuestion, locale: Locale): RegisterReply | null {
    const page = this.#register.find(asked.filter, { offset: 0, limit: LISTED + MORE });
    if (page.total > 0) return this.#reply(asked, page, locale);
    if (asked.intent !== "count" || !asked.sure) return null;
    const undated = this.#undated(asked.filter, UNDATED_LISTED);
    const words = locale.register.asked(askedParts(asked.filter));
    return undated.total > 0
      ? this.#refusal(asked, locale.register.noneDated(words, undated.total), undated.visits)
      : this.#refusal(asked, this.#none(words, locale), []);
  }

  #next(asked: RegisterQuestion, today: string, locale: Locale): RegisterReply {
    const from = asked.filter.from ?? today;
    const page = this.#register.find(
      { ...asked.filter, from },
      { offset: 0, limit: LISTED + MORE, order: "oldest" },
    );
    if (page.total > 0) return this.#reply(asked, page, locale);
    const words = locale.register.asked(askedParts(asked.filter));
    const latest = this.#register.find(asked.filter, { offset: 0, limit: 1 });
    return this.#refusal(asked, locale.register.noneNext(words, today), latest.visits);
  }

  /** Visits that match but for the time, and of which no year is known. */
  #undated({ from, to, ...rest }: VisitFilter, limit: number): VisitPage {
    const isAhead = from !== undefined && from > vietnamDay(this.#now());
    if ((from === undefined && to === undefined) || isAhead)
      return { total: 0, articles: 0, visits: [] };
    return this.#register.find({ ...rest, undated: true }, { offset: 0, limit });
  }

  #years() {
    const years = this.#register.facets({}).years.map(({ value }) => Number(value));
    return years.length === 0 ? null : { first: years.at(-1)!, last: years[0]! };
  }

  #none(words: string, locale: Locale): string {
    const { total } = this.#register.find({}, { offset: 0, limit: 0 });
    return locale.register.none(words, total, this.#years());
  }

  #impossible(asked: RegisterQuestion, words: string, locale: Locale): RegisterReply {
    const { total } = this.#register.find({}, { offset: 0, limit: 0 });
    return this.#refusal(asked, locale.register.impossible(words, total, this.#years()), []);
  }

  #reply(asked: RegisterQuestion, page: VisitPage, locale: Locale): RegisterReply {
    const { intent, filter } = asked;
    const single = intent === "last" || intent === "first";
    const listed = page.visits.slice(0, LISTED);
    const text = new AnswerText(locale, this.#lookup);
    const facts = {
      visits: page.total,
      articles: page.articles,
      asked: locale.register.asked(askedParts(asWritten(filter, page.visits))),
    };
    text.heading(locale.register.heading[intent](facts), intent === "count");
    for (const visit of listed) text.visit(visit, single ? "date" : "list", !single);
    if (!single && page.total > listed.length)
      text.line(locale.register.more(page.total - listed.length));
    if (intent === "count") {
      const undated = this.#undated(filter, UNDATED_LISTED);
      if (undated.total > 0) {
        text.line(locale.register.undated(undated.total));
        for (const visit of undated.visits) text.visit(visit, "list", true);
      }
    }
    const more = single ? [] : page.visits.slice(LISTED);
    return {
      answered: true,
      answer: text.text,
      spans: text.spans,
      confidence: CONFIDENCE,
      citations: text.citations,
      nearest: [],
      more: this.#cite(more, text.citations.length + 1),
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

function basis(
  { intent, filter }: RegisterQuestion,
  { total, articles }: Pick<VisitPage, "total" | "articles">,
  listed: readonly Visit[],
): RegisterBasis {
  return { intent, filter, total, articles, visits: listed.map(({ id }) => id) };
}

/** An answer's text while it is written, with the places of its marked words and its citations. */
class AnswerText {
  readonly spans: AnswerSpan[] = [];
  readonly citations: Citation[] = [];
  readonly #locale: Locale;
  readonly #lookup: ArticleLookup;
  #text = "";

  constructor(locale: Locale, lookup: ArticleLookup) {
    this.#locale = locale;
    this.#lookup = lookup;
  }

  get text(): string {
    return this.#text;
  }

  line(text: string): void {
    this.#text += this.#text === "" ? text : `\n${text}`;
  }

  /** @param marksNumber The number in it answers the question. */
  heading(text: string, marksNumber: boolean): void {
    this.line(text);
    const number = marksNumber ? /\d[\d.,]*/u.exec(text) : null;
    if (number !== null)
      this.spans.push({
        start: number.index,
        end: number.index + number[0].length,
        type: "number",
      });
  }

  /** Adds a visit's line with its numbers; marks its date, or the guest. */
  visit(visit: Visit, mark: "date" | "list", bullet: boolean): void {
    const line = visitLine(visit, this.#locale);
    const words = this.#locale.register.visit(line);
    const lead = bullet ? "• " : "";
    this.line(`${lead}${words}${this.#numbers(visit)}`);
    const start = this.#text.lastIndexOf("\n") + 1 + lead.length;
    const marked = mark === "date" ? line.date : line.guest;
    const at = marked === null ? -1 : words.indexOf(marked);
    if (at >= 0) {
      this.spans.push({ start: start + at, end: start + at + marked!.length, type: mark });
    }
  }

  #numbers(visit: Visit): string {
    return tellingSources(visit)
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

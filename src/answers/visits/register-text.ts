import type { Locale } from "../../locale/index.ts";
import type { AnswerSpan, Citation, Visit, VisitPage, VisitSource } from "../../model/index.ts";
import { type ArticleLookup, cite } from "../passages/index.ts";
import type { HoldingArticle } from "./holding-articles.ts";
import { shownVisit } from "./shown-visit.ts";

/** Characters of a sentence on a line. */
const MOST_QUOTED = 200;

/** An answer's text while it is written, with the places of its marked words and its citations. */
export class RegisterText {
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

  /** What is told beside the answer, if there is any. */
  beside({ total, visits }: VisitPage, heading: (count: number) => string): void {
    if (total === 0) return;
    this.line(heading(total));
    this.visits(visits);
  }

  /** Adds articles by their telling sentences, cut to a line, with when they are of. */
  articles(articles: readonly HoldingArticle[]): void {
    for (const { articleId, date, start, end, text } of articles) {
      const when = this.#locale.register.visitDate({ first: date, last: null, settled: true });
      const short =
        text.length > MOST_QUOTED ? `${text.slice(0, text.lastIndexOf(" ", MOST_QUOTED))} …` : text;
      const n = this.citations.length + 1;
      this.citations.push(cite(n, articleId, { start, end }, this.#lookup));
      this.line(`• ${date.year === null ? "" : `${when}: `}${short.replace(/\s+/gu, " ")} [${n}]`);
    }
  }

  /** Adds a visit's line with its numbers; marks its date, or the guest. */
  visit(visit: Visit, mark: "date" | "list"): void {
    const { line, sources } = shownVisit(visit, this.#locale);
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

import type { Answer, AnswerSpan, Citation } from "../../answer/answer.ts";
import { AnswerText } from "../../answer/answer-text.ts";
import { officesOf } from "../../answer/article-persons.ts";
import { type ArticleLookup, cite, insertionsFor } from "../../answer/compose.ts";
import { show } from "../../answer/shown.ts";
import type { QueryModel } from "../../retrieval/query-model.ts";
import type { Demands } from "../question/demands.ts";
import type { Register } from "../register.ts";
import type { PointAct, Visit } from "../visit.ts";
import {
  askedSpeaker,
  choosePoints,
  MOST_POINTS,
  type RatedUnit,
  rateUnits,
} from "./choose-points.ts";
import { contentUnits } from "./content-units.ts";
import type { MeantArticle } from "./meant-articles.ts";

/** What the points of an answer may take together; the meeting stands on a line above. */
const POINTS_CHARS = 720;
/** A gift or a document is named in fewer words. */
const FEW_CHARS = 380;
/** Acts that leave their own words in the text: without them nothing of the kind was done. */
const LITERAL: ReadonlySet<PointAct> = new Set(["given", "signed", "thanked"]);
/** Share of a speaker's words by which a unit is theirs. */
const SPOKEN = 0.5;

/** A sentence's place among those ranked for a question. */
export interface RankedRange {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly found: { readonly chunk: { readonly row: { readonly articleId: string } } };
}

/** The lines of an answer with what they cite. */
export type MinutesReply = Pick<Answer, "answer" | "spans" | "added" | "citations"> & {
  /** Whether what is asked was done by whom it is asked of. */
  readonly meets: boolean;
};

/** Answers what was discussed, asked for, agreed, given … at a meeting, from its points. */
export class MinutesAnswerer {
  readonly #register: Register;
  readonly #lookup: ArticleLookup;

  constructor(register: Register, lookup: ArticleLookup) {
    this.#register = register;
    this.#lookup = lookup;
  }

  /** The points of the meeting that an article tells of; null where it tells of no matter. */
  answer(
    demands: Demands,
    { articleId }: MeantArticle,
    query: QueryModel,
    sentences: readonly RankedRange[],
  ): MinutesReply | null {
    const article = this.#lookup(articleId);
    const { points: asked } = demands;
    if (asked === null || article === null) return null;
    const visits = this.visitsOf(articleId);
    const recorded = visits.flatMap(({ points }) =>
      points.filter((point) => point.articleId === articleId),
    );
    const units = contentUnits(article, recorded);
    if (units.length === 0) return null;
    const speaker = askedSpeaker({ ...demands, points: asked });
    const aliases = speaker.person ? officesOf(article, speaker.words) : [];
    const own = sentences.filter(({ found }) => found.chunk.row.articleId === articleId);
    const best = own[0]?.score ?? 0;
    const spread = best - (own.at(-1)?.score ?? best) || 1;
    const rated = rateUnits(units, { ...demands, points: asked }, aliases, query, (unit) => {
      const ranked = own.find(({ start, end }) => start < unit.end && unit.start < end);
      return ranked === undefined ? 1 : (best - ranked.score) / spread;
    });
    const literal = [...asked.acts].some((act) => LITERAL.has(act));
    const usable = rated.filter(({ act, unit }) =>
      literal ? act === 1 : unit.about !== "caption",
    );
    if (usable.length === 0) return null;
    const chosen = choosePoints(usable, literal ? FEW_CHARS : POINTS_CHARS);
    const meets =
      !speaker.person ||
      usable.some(({ unit, speaker: share }) => unit.about === "matter" && share >= SPOKEN);
    return { ...this.#compose(articleId, chosen), meets };
  }

  /** The visits that an article tells of. */
  visitsOf(articleId: string): Visit[] {
    return this.#register
      .find({}, { offset: 0, limit: 1000 })
      .visits.filter(({ articleIds }) => articleIds.includes(articleId));
  }

  #compose(articleId: string, chosen: readonly RatedUnit[]): Omit<MinutesReply, "meets"> {
    const article = this.#lookup(articleId);
    const text = new AnswerText();
    const spans: AnswerSpan[] = [];
    const citations: Citation[] = [];
    for (const { unit } of chosen.slice(0, MOST_POINTS)) {
      const n = citations.length + 1;
      citations.push(cite(n, articleId, unit, this.#lookup));
      const insertions = insertionsFor(unit, article).filter(
        ({ text: words }) => !text.holds(words),
      );
      const shown = show(unit.text, { start: 0, end: unit.text.length }, insertions);
      text.line(shown, "", "", n);
    }
    return { answer: text.text, spans, added: text.added, citations };
  }
}

import { LRUCache } from "lru-cache";
import { namesIn } from "../../../language/names/index.ts";
import { fold, foldedTerms, type TextTest, terms } from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Locale } from "../../../locale/index.ts";
import type {
  Answer,
  AnswerSpan,
  Article,
  Citation,
  PointAct,
  Register,
  Visit,
} from "../../../model/index.ts";
import {
  AnswerText,
  type ArticleLookup,
  cite,
  insertionsFor,
  MOST_DIRECT_CHARS,
  officesOf,
  show,
} from "../../passages/index.ts";
import type { QueryModel } from "../../search/index.ts";
import {
  actNearness,
  actsIn,
  type Demands,
  isOfAnotherTime,
  type MeantArticle,
  namesTime,
} from "../asked/index.ts";
import { shownVisit } from "../shown/index.ts";
import {
  type AskedSpeaker,
  askedSpeaker,
  choosePoints,
  MOST_POINTS,
  type RatedUnit,
  rateUnits,
} from "./choose-points.ts";
import { contentUnits } from "./content-units.ts";
import { isWithin, meantParts, withinMeant } from "./meeting-parts.ts";
import type { ContentUnit } from "./unit-kinds.ts";
import {
  clearFirst,
  exactOf,
  inArticle,
  isJoint,
  isOfSide,
  isTheirWord,
  meantVisit,
  ofMeant,
  type RankedRange,
  SPOKEN,
  sentenceOf,
  sideNamed,
} from "./whose-points.ts";

/** What the points of an answer may take together; the meeting stands on a line above. */
const POINTS_CHARS = 720;
/** A meeting that more passages have to tell of is not named in one line. */
const MOST_SOURCES = 2;
/** A gift or a document is named in fewer words. */
const FEW_CHARS = 520;
/** Acts that leave their own words in the text: without them nothing of the kind was done. */
const LITERAL: ReadonlySet<PointAct> = new Set(["given", "signed", "thanked"]);
/** Whoever is meant stands in the sentence before. */
const PRONOUN = /(?:^|[,;] )(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Nn]gài)\s+(?:đã |cũng )?(?=\p{Ll})/u;
/** Sentences of which one must tell what somebody is asked to have done. */
const ACTS_LOOKED_AT = 2;
/** The lines of an answer with what they cite. */
type MinutesReply = Pick<Answer, "answer" | "spans" | "added" | "citations" | "direct"> & {
  /** Whether what is asked was done by whom it is asked of. */
  readonly meets: boolean;
  /** True where the asked person's own words are among the points. */
  readonly spoken: boolean;
};

/** True where an answer, or a rendering of what it quotes, holds the words of a fact. */
export const holds = (
  { answer, citations }: Pick<Answer, "answer" | "citations">,
  words: TextTest,
): boolean => words.test(answer) || citations.some(({ quote }) => words.test(asVietnamese(quote)));

/** Whoever else is named in a sentence did what it tells. */
const isOfOthers = ({ person, name, words }: AskedSpeaker, text: string): boolean =>
  person &&
  name !== null &&
  !foldedTerms(text).includes(words.at(-1)!) &&
  namesIn(text).some(({ type }) => type === "person");

/** Articles whose units are kept, about 50 KB each: who asks about a meeting asks about it again. */
const KEPT_ARTICLES = 40;

/** Answers what was discussed, asked for, agreed, given … at a meeting, from its points. */
export class MinutesAnswerer {
  readonly #register: Register;
  readonly #lookup: ArticleLookup;
  readonly #units = new LRUCache<string, readonly ContentUnit[]>({ max: KEPT_ARTICLES });

  constructor(register: Register, lookup: ArticleLookup) {
    this.#register = register;
    this.#lookup = lookup;
  }

  /** The units of an article with the points of its record. */
  #unitsOf(article: Article, visits: readonly Visit[]): readonly ContentUnit[] {
    const { id } = article;
    const known = this.#units.get(id);
    if (known !== undefined) return known;
    const points = visits.flatMap((visit) => visit.points.filter((one) => one.articleId === id));
    const units = contentUnits(article, points);
    this.#units.set(id, units);
    return units;
  }

  /** The points of the meeting that an article tells of; null where it tells of no matter. */
  answer(
    demands: Demands,
    { articleId }: MeantArticle,
    query: QueryModel,
    sentences: readonly RankedRange[],
    locale: Locale,
  ): MinutesReply | null {
    const article = this.#lookup(articleId);
    const { points: asked } = demands;
    if (asked === null || article === null) return null;
    const visits = this.#register.ofArticle(articleId);
    const isElsewhen = isOfAnotherTime(demands, visits);
    const all = withinMeant(this.#unitsOf(article, visits), visits, demands, articleId);
    if (all.length === 0) return null;
    const named = askedSpeaker({ ...demands, points: asked });
    const own = sentences.filter(({ found }) => found.chunk.row.articleId === articleId);
    const best = own[0]?.score ?? 0;
    const spread = best - (own.at(-1)?.score ?? best) || 1;
    const literal = [...asked.acts].some((act) => LITERAL.has(act));
    const sideOf = ({ person, name }: AskedSpeaker) =>
      person || name === null ? null : sideNamed(visits, name);
    const ratedBy = (speaker: AskedSpeaker): RatedUnit[] => {
      const side = sideOf(speaker);
      return rateUnits(
        all,
        { ...demands, points: asked },
        speaker,
        speaker.person ? officesOf(article, speaker.words) : [],
        query,
        (unit) => {
          const ranked = own.find(({ start, end }) => start < unit.end && unit.start < end);
          return ranked === undefined ? 1 : (best - ranked.score) / spread;
        },
        (unit) => (side === null ? null : isOfSide(unit, side, visits)),
      );
    };
    const holder = inArticle(named, article, visits);
    const ofHolder = holder === named ? [] : ratedBy(holder);
    // Whoever holds the office may speak under no name.
    const isHeld = ofHolder.some(isTheirWord);
    const speaker = isHeld ? holder : named;
    const side = sideOf(speaker);
    const everything = isHeld ? ofHolder : ratedBy(speaker);
    const rated = ofMeant(everything, meantParts(article, demands, query), asked.acts, literal);
    const usable = rated.filter(
      ({ act, unit }) =>
        (literal ? act === 1 : unit.about !== "caption") &&
        // Of another day only what names that day itself is told.
        (!isElsewhen || (act === 1 && namesTime(demands, sentenceOf(unit, article.text)))),
    );
    if (usable.length === 0) return null;
    const theirs = usable.filter(
      ({ speaker: share, unit }) => share >= SPOKEN || isJoint(unit, asked.acts),
    );
    // Nobody else's words answer what a person or one of the sides said.
    const said = (speaker.person || side !== null) && theirs.some(isTheirWord) ? theirs : usable;
    const isWhole =
      asked.acts.size > 1 ||
      (speaker.person && !asked.list.some(({ folded }) => folded === "ve")) ||
      // Where nothing says about what, all of it is asked for.
      said.every(({ subject }) => subject === 0);
    const chosen = clearFirst(
      choosePoints(
        speaker.person ? exactOf(said) : said,
        literal ? FEW_CHARS : POINTS_CHARS,
        isWhole,
      ),
      own,
    );
    // That somebody met somebody is no matter of their talks.
    if (!literal && chosen.every(({ unit }) => unit.about !== "matter")) return null;
    const meets =
      !speaker.person ||
      usable.some(
        ({ act, unit, speaker: share }) => act > 0 && unit.about === "matter" && share >= SPOKEN,
      );
    const visit = meantVisit(visits, chosen, demands);
    const spoken = speaker.person && meets;
    return { ...this.#compose(articleId, chosen, visit, locale), meets, spoken };
  }

  /** True where nothing but the very act answers: who gave or signed nothing is not answered by other matters. */
  isLiteral({ points }: Demands): boolean {
    if (points === null || !points.open) return false;
    return [...points.acts].some((act) => act === "given" || act === "signed");
  }

  /**
   * False where a person is asked for what they gave or signed, and a sentence names neither them nor their office, or
   * tells of another meeting of its article than the one that is meant.
   */
  isTheirs(
    { demands, query }: { readonly demands: Demands; readonly query: QueryModel },
    sentence: Pick<RankedRange, "found" | "start"> & { readonly text: string },
  ): boolean {
    const { points, names } = demands;
    const { text, found } = sentence;
    const article = this.#lookup(found.chunk.row.articleId);
    const parts = article === null ? null : meantParts(article, demands, query);
    if (parts?.sure && !isWithin(parts.parts, sentence)) return false;
    const speaker = points === null ? null : askedSpeaker({ points, names });
    if (!speaker?.person) return true;
    const held = new Set(foldedTerms(text));
    const offices = article === null ? [] : officesOf(article, speaker.words);
    return (
      PRONOUN.test(text) ||
      [speaker.words.slice(-1), ...offices].some((words) => words.every((word) => held.has(word)))
    );
  }

  /** False where a person is asked for what they did or said, and the best sentences tell nothing of the kind. */
  tellsAct({ points, names }: Demands, able: readonly { readonly text: string }[]): boolean {
    const speaker = points === null ? null : askedSpeaker({ points, names });
    if (points === null || !speaker?.person) return true;
    // Of what the question asks in other words than for points, all that is shown is looked through.
    const isTheirs = (text: string) =>
      (points.open && !isOfOthers(speaker, text)) ||
      asVietnamese(text) !== text ||
      PRONOUN.test(text) ||
      fold(text).includes(speaker.words.join(" "));
    return able
      .slice(0, points.open ? ACTS_LOOKED_AT : MOST_POINTS)
      .filter(({ text }) => isTheirs(text))
      .flatMap(({ text }) => actsIn(terms(asVietnamese(text))))
      .some(({ act }) => actNearness(points.acts, act) > 0);
  }

  /** True where a person is asked for what they did or said, and a sentence names others alone. */
  isOthers({ points, names }: Demands, text: string): boolean {
    const speaker = points === null ? null : askedSpeaker({ points, names });
    return speaker !== null && isOfOthers(speaker, text);
  }

  #compose(
    articleId: string,
    chosen: readonly RatedUnit[],
    visit: Visit | null,
    locale: Locale,
  ): Omit<MinutesReply, "meets" | "spoken"> {
    const article = this.#lookup(articleId);
    const text = new AnswerText();
    const spans: AnswerSpan[] = [];
    const citations: Citation[] = [];
    const number = (range: { readonly start: number; readonly end: number }, id: string) => {
      const n = citations.length + 1;
      citations.push(cite(n, id, range, this.#lookup));
      return n;
    };
    // Named by the passages of the article that the points are of.
    const sources = visit?.sources.filter((source) => source.articleId === articleId) ?? [];
    const meeting =
      visit === null || sources.length === 0 ? null : shownVisit({ ...visit, sources }, locale);
    const named = meeting === null ? "" : locale.register.visit(meeting.line);
    const direct =
      meeting !== null &&
      named.length <= MOST_DIRECT_CHARS &&
      meeting.sources.length <= MOST_SOURCES
        ? named
        : null;
    if (direct !== null)
      text.direct(
        direct,
        meeting!.sources.map((source) => number(source, source.articleId)),
      );
    for (const { unit } of chosen) {
      const insertions = insertionsFor(unit, article).filter(
        ({ text: words }) => !text.holds(words),
      );
      const shown = show(unit.text, { start: 0, end: unit.text.length }, insertions);
      text.line(shown, "", "", number(unit, articleId));
    }
    return {
      answer: text.text,
      spans,
      added: text.added,
      citations,
      ...(direct !== null && { direct }),
    };
  }
}

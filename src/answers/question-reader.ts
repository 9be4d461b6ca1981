import { isoDate, normalizeLine, parseFullDate, remembered } from "../language/text/index.ts";
import { detectLanguage, fitToCorpus, translateQuestion } from "../language/translate/index.ts";
import { vietnamDay } from "../locale/index.ts";
import type { Article, Embedder, IndexReader, Language } from "../model/index.ts";
import { againstDirection } from "./against-direction.ts";
import { nearMatter } from "./near-matter.ts";
import {
  attributesAsked,
  denied,
  focused,
  isOfAnotherEvent,
  isOfAnotherYear,
  isOfOther,
  premisesOf,
  settle,
  tellsYears,
  topicOf,
  withoutFalsePremise,
} from "./passages/index.ts";
import {
  asMeant,
  type KnownWords,
  languageOfTalk,
  plainWords,
  type Question,
  readQuestion,
  spell,
  talkOf,
} from "./question/index.ts";
import type { Reading, Refine } from "./reading.ts";
import {
  type Calibration,
  LateInteraction,
  linearScore,
  PASSAGE_FEATURES,
  type QueryModel,
  type RankedSentence,
  ReadCache,
  rankPassages,
  rankSentences,
  retrieve,
  SENTENCE_FEATURES,
  SUPPORT_FEATURES,
  sentenceCosines,
  supportFeatures,
  weighQuestion,
  weightsOf,
} from "./search/index.ts";
import {
  type BetweenSides,
  byRecord,
  type Demands,
  type MeantArticle,
  meantArticles,
  personsIn,
  personsTyped,
  readDemands,
  tellingIt,
} from "./visits/index.ts";

/** Chunks whose sentences are read. The right sentence is among them for 0.99 of the development questions. */
const CHUNKS_READ = 24;
/** Confidence needed where the nearest article speaks against the question: rather right than not. */
export const DOUBTFUL_THRESHOLD = 0.5;
/** Confidence of what was looked up by its form: who holds an office, which position somebody holds. */
const SURE = 0.75;
/** Log odds by which a sentence tells of the asked matter far better than another; by hand. */
const FAR_AHEAD = 3;
/** Log odds within which another article may be meant as well. */
const RIVAL = 1;
/** Longer questions are cut: nobody asks that much, and every word costs time. */
const MAX_QUESTION_CHARS = 1000;

/** Words of questions of which it is remembered whether they are any. */
const KEPT_WORDS = 20_000;

/** Reads questions against one index generation with one model: what is asked, the passages, the sentences that can answer. */
export class QuestionReader {
  /** Chunks and articles as they were read last. */
  readonly cache: ReadCache;
  readonly #sentenceWeights: readonly number[];
  readonly #supportWeights: readonly number[];
  readonly #passageWeights: readonly number[];
  readonly #late: LateInteraction;
  readonly #known: KnownWords;

  constructor(
    private readonly reader: IndexReader,
    private readonly embedder: Embedder,
    private readonly calibration: Calibration,
  ) {
    this.#sentenceWeights = weightsOf(calibration.sentence, SENTENCE_FEATURES);
    this.#supportWeights = weightsOf(calibration.support, SUPPORT_FEATURES);
    this.#passageWeights = weightsOf(calibration.passage, PASSAGE_FEATURES);
    this.cache = new ReadCache(reader);
    this.#late = new LateInteraction(embedder);
    this.#known = {
      frequencies: (words) => reader.documentFrequency(words, true),
      together: (syllables) =>
        reader.searchLexical([syllables.join(" ")], { folded: true, k: 1 }).length > 0,
      chunksWith: (syllables) =>
        reader.searchLexical([syllables.join(" ")], { folded: true, k: CHUNKS_READ }).length,
      // A syllable of the language is one token of the model; the articles may write others.
      isWord: remembered(
        KEPT_WORDS,
        (marked) =>
          embedder.tokenIds(marked).length === 1 ||
          (reader.documentFrequency([marked], false).get(marked) ?? 0) > 0,
      ),
    };
  }

  /** Reads a question; an English or Chinese one through its Vietnamese rendering. */
  question(text: string, language?: Language): Question {
    const clean = normalizeLine(text).slice(0, MAX_QUESTION_CHARS);
    const plain = plainWords(clean);
    const talk = talkOf(clean);
    const asked =
      talk === null ? (language ?? detectLanguage(plain)) : languageOfTalk(talk, language, clean);
    if (asked === "vi") {
      const spelled = spell(asMeant(plain), this.#known);
      const read = readQuestion(clean, asked, spelled.text);
      // Without marks and capitals only who is known can be told from other words.
      const persons = read.unmarked
        ? personsTyped(spelled.text, this.reader.register(), this.#known.together)
        : [];
      return { ...read, guess: spelled.guess, ...(persons.length > 0 && { persons }) };
    }
    const { together, chunksWith } = this.#known;
    const rendered = fitToCorpus(translateQuestion(clean, asked), together, chunksWith);
    const read = readQuestion(clean, asked, rendered || clean);
    // A rendering tells no person from a place that no list has.
    const persons = personsIn(read.searchText, this.reader.register());
    return { ...read, ...(persons.length > 0 && { persons }) };
  }

  /** Finds the chunks for a question, best first. */
  async search(
    question: Question,
  ): Promise<Pick<Reading, "query" | "vector" | "chunks" | "embedMs" | "retrieveMs">> {
    const t0 = performance.now();
    const vector = await this.embedder.embedQuery(question.searchText);
    const t1 = performance.now();
    const query = weighQuestion(question, this.reader);
    const chunks = await retrieve(
      { reader: this.reader, cache: this.cache, late: this.#late },
      query,
      vector,
    );
    return { query, vector, chunks, embedMs: t1 - t0, retrieveMs: performance.now() - t1 };
  }

  /**
   * Reads the found chunks closely: the sentences ranked, and how sure the best one is.
   *
   * @param only The articles that can answer, and those on the other side than who is asked for; null where any may.
   */
  async read(
    question: Question,
    k = CHUNKS_READ,
    refine?: Refine,
    only: Pick<BetweenSides, "articleIds" | "others"> | null = null,
  ): Promise<Reading> {
    const about = topicOf(question) ?? question;
    const found = await this.search(about);
    const premises = premisesOf(about, parseFullDate(vietnamDay(new Date()))!);
    const { chunks, denying } = withoutFalsePremise(premises, found.chunks, this.cache, k);
    const demands = readDemands(about);
    const cosines = await Promise.all(
      chunks.map(({ chunk }) => sentenceCosines(found.vector, chunk.row, this.#late)),
    );
    const weighedSentences = rankSentences(found.query, chunks, cosines, this.#sentenceWeights);
    const meant = meantArticles(
      rankPassages(chunks, weighedSentences, this.#passageWeights),
      demands,
      this.cache,
      againstDirection(about, demands, this.reader.register(), this.cache),
    ).filter(({ articleId }) => only?.articleIds.has(articleId) !== false);
    const scores = new Map(meant.map(({ articleId, score }) => [articleId, score]));
    const ranked = focused(about, found.query, weighedSentences, scores);
    // Whoever is named in one article is not told of by another that does not name them.
    const isNamed =
      demands.names.some(({ kind }) => kind === "person") &&
      meant.some(({ agreement }) => agreement.persons);
    const contradicting = new Set(
      meant
        .filter(({ agreement }) => !agreement.binds || (isNamed && !agreement.persons))
        .map(({ articleId }) => articleId),
    );
    const isOtherYears = ({ text, found: { chunk } }: RankedSentence): boolean =>
      isOfAnotherYear(premises.years, text, this.cache.article(chunk.articleId));
    const isAgainst = (sentence: RankedSentence): boolean => {
      const { articleId } = sentence.found.chunk;
      return (
        contradicting.has(articleId) ||
        only?.articleIds.has(articleId) === false ||
        isOfOther(premises.series, about, sentence.text) ||
        isOtherYears(sentence) ||
        isOfAnotherEvent(about, sentence.text, this.cache.article(articleId))
      );
    };
    const open = ranked.filter((sentence) => !isAgainst(sentence));
    const settled = settle(about, open, (id) => dayOf(this.cache.article(id)));
    const facts = attributesAsked(about);
    const told = this.#recorded(about, demands, meant, settled.able[0], open).filter(({ text }) =>
      facts.every((words) => words.test(text)),
    );
    const sure = settled.sure || told.length > 0;
    const isOther = ({ text, evidence: { candidate } }: RankedSentence): boolean =>
      candidate?.type === "person" &&
      only?.others.has(text.slice(candidate.start, candidate.end)) === true;
    const fit = settled.able.filter((sentence) => !isOther(sentence));
    const listed = told.length > 0 ? told.slice(0, 1) : fit;
    const able = refine?.(listed) ?? listed;
    const unable = [
      ...fit.filter((one) => told.length > 0 && !told.some(({ start }) => start === one.start)),
      ...settled.able.filter(isOther),
      ...settled.unable,
      ...ranked.filter(isAgainst),
    ];
    const sentences = [...able, ...unable];
    const support = await this.support(found.query, sentences);
    const logOdds = linearScore(this.calibration.support.bias, this.#supportWeights, support);
    const weighed = able.length === 0 ? 0 : 1 / (1 + Math.exp(-logOdds));
    const isChosen = refine !== undefined && able.length > 0;
    const confidence = sure || isChosen ? Math.max(weighed, SURE) : weighed;
    // What tells of the asked matter by far the best is of another year.
    const isOutdone =
      ranked[0] !== undefined &&
      able[0] !== undefined &&
      isOtherYears(ranked[0]) &&
      ranked[0].score - able[0].score > FAR_AHEAD;
    const nearestContradicts =
      isOutdone ||
      (chunks[0] !== found.chunks[0] && !(able[0] && tellsYears(about, able[0].terms)));
    const threshold = Math.max(
      this.calibration.threshold,
      nearestContradicts ? DOUBTFUL_THRESHOLD : 0,
    );
    return {
      question,
      ...found,
      sentences,
      able,
      support,
      confidence,
      threshold,
      demands,
      meant,
      denied: denied(about, premises, denying),
      nearMatter: await nearMatter(about, sentences, this.#late),
    };
  }

  /** The sentences that tell what the record of the meeting that is meant holds; empty where another may be meant. */
  #recorded(
    question: Question,
    demands: Demands,
    meant: readonly MeantArticle[],
    best: RankedSentence | undefined,
    open: readonly RankedSentence[],
  ): RankedSentence[] {
    const [first] = meant;
    if (!first?.agreement.binds) return [];
    if (best !== undefined && best.found.chunk.articleId !== first.articleId) return [];
    const register = this.reader.register();
    const told = meant
      .filter(({ score }) => first.score - score <= RIVAL)
      .map(({ articleId }) => byRecord(question, demands, () => register.ofArticle(articleId)));
    const recorded = told[0] ?? null;
    if (recorded === null || told.some((one) => one !== null && one.words !== recorded.words))
      return [];
    return tellingIt(recorded, first.articleId, open);
  }

  /** What speaks for the first of some ranked sentences being an answer, as `SUPPORT_FEATURES`. */
  support(query: QueryModel, ranked: readonly RankedSentence[]): Promise<number[]> {
    return supportFeatures(query, ranked, this.#late);
  }

  /** The passages of a reading, best first. */
  ranked({ chunks, sentences }: Pick<Reading, "chunks" | "sentences">) {
    return rankPassages(chunks, sentences, this.#passageWeights);
  }
}

/** The day that an article tells of, else that it appeared on, `YYYY-MM-DD`; empty where neither is known whole. */
function dayOf(article: Article | null): string {
  const date = article?.event?.date;
  return (date && isoDate(date)) ?? article?.published ?? "";
}

import { detectLanguage } from "../crosslingual/detect-language.ts";
import { fitToCorpus } from "../crosslingual/match-forms.ts";
import { translateQuestion } from "../crosslingual/translate.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { ChunkRow, Hit, IndexReader } from "../index/types.ts";
import type { Article } from "../ingest/article.ts";
import { localeFor } from "../locale/locales.ts";
import { asMeant } from "../question/as-meant.ts";
import { plainWords } from "../question/chat-words.ts";
import type { Question } from "../question/question.ts";
import { readQuestion } from "../question/read.ts";
import { type Talk, talkOf } from "../question/small-talk.ts";
import { type KnownWords, spell } from "../question/spelling.ts";
import { findMeetings } from "../register/answer/find-meetings.ts";
import { type MeantArticle, meantArticles } from "../register/answer/meant-articles.ts";
import { MinutesAnswerer } from "../register/answer/minutes-answerer.ts";
import { RegisterAnswerer, type RegisterReply } from "../register/answer/register-answerer.ts";
import { type Demands, readDemands } from "../register/question/demands.ts";
import { meetingsAsked } from "../register/question/meetings-asked.ts";
import { LateInteraction } from "../retrieval/late-interaction.ts";
import { type QueryModel, weighQuestion } from "../retrieval/query-model.ts";
import { ReadCache } from "../retrieval/read-cache.ts";
import {
  type RetrievedChunk,
  retrieve,
  type SearchMode,
  searchLexical,
} from "../retrieval/retrieve.ts";
import { normalizeLine } from "../text/normalize.ts";
import { isoDate, type PartialDate } from "../text/partial-date.ts";
import type { Answer, Citation, Language } from "./answer.ts";
import { authorOf, topicOf } from "./author.ts";
import { type Calibration, linearScore, weightsOf } from "./calibration.ts";
import { tellSame } from "./choose.ts";
import { cite, compose } from "./compose.ts";
import { directLine, withDirect } from "./direct-line.ts";
import { type Explanation, explain } from "./explain.ts";
import { SENTENCE_FEATURES } from "./features.ts";
import { focused } from "./focus.ts";
import { hasAsked } from "./has-asked.ts";
import { answerMessage } from "./message.ts";
import { type Denied, denied, premisesOf, tellsYears, withoutFalsePremise } from "./premise.ts";
import { PASSAGE_FEATURES, rankPassages } from "./rank-passages.ts";
import { type RankedSentence, rankSentences } from "./rank-sentences.ts";
import { settle } from "./settle.ts";
import { SUPPORT_FEATURES, supportFeatures } from "./support.ts";

/** Articles offered with a refusal, and passages behind "Xem thêm". */
const NEAREST = 3;
const MORE = 5;
/** Chunks whose sentences are read. The right sentence is among them for 0.99 of the development questions. */
const CHUNKS_READ = 24;
/** Confidence needed where the nearest article speaks against the question: rather right than not. */
const DOUBTFUL_THRESHOLD = 0.5;
/** Confidence of what was looked up by its form: who holds an office, which position somebody holds. */
const SURE = 0.75;
/** Sentences from which further passages are taken. */
const RUNNERS_UP = 40;
/** What no point of the minutes answers. */
const NO_POINTS: ReadonlySet<Question["answerType"]> = new Set([
  "person",
  "number",
  "time",
  "date",
]);
/** Vietnam is seven hours ahead of UTC all the year. */
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;
/** Log odds within which another article may tell of the meeting that is meant. */
const SAME_MEETING = 2.5;
/** Longer questions are cut: nobody asks that much, and every word costs time. */
export const MAX_QUESTION_CHARS = 1000;

/** Everything between a question and its answer, for `ask`, for calibration and for `--explain`. */
export interface Reading {
  readonly question: Question;
  readonly query: QueryModel;
  readonly vector: Float32Array | null;
  readonly chunks: readonly RetrievedChunk[];
  /** All that were read, those first that can answer at all. */
  readonly sentences: readonly RankedSentence[];
  /** Those that can answer, best first. */
  readonly able: readonly RankedSentence[];
  readonly support: readonly number[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Confidence under which the question is refused; higher where the nearest article tells of another year or place. */
  readonly threshold: number;
  /** What the question binds its answer to, and the articles of the passages, the one most likely meant first. */
  readonly demands: Demands;
  readonly meant: readonly MeantArticle[];
  readonly embedMs: number;
  readonly retrieveMs: number;
}

export interface AnswerOptions {
  /** Chunks whose sentences are weighed, at least 1. */
  readonly k?: number;
  /** Language of the asker, where it is known; else it is read from the question. */
  readonly language?: Language;
  /** Of the sentences that can answer, those that surely do; by default all may. */
  readonly refine?: (able: readonly RankedSentence[]) => readonly RankedSentence[];
}

/** Answers questions from one index generation with one model. */
export class Answerer {
  readonly #reader: IndexReader;
  readonly #embedder: Embedder;
  readonly #calibration: Calibration;
  readonly #sentenceWeights: readonly number[];
  readonly #supportWeights: readonly number[];
  readonly #passageWeights: readonly number[];
  readonly #cache: ReadCache;
  readonly #late: LateInteraction;
  readonly #register: RegisterAnswerer;
  readonly #known: KnownWords;
  readonly #minutes: MinutesAnswerer;

  constructor(reader: IndexReader, embedder: Embedder, calibration: Calibration) {
    this.#reader = reader;
    this.#embedder = embedder;
    this.#calibration = calibration;
    this.#sentenceWeights = weightsOf(calibration.sentence, SENTENCE_FEATURES);
    this.#supportWeights = weightsOf(calibration.support, SUPPORT_FEATURES);
    this.#passageWeights = weightsOf(calibration.passage, PASSAGE_FEATURES);
    this.#cache = new ReadCache(reader);
    this.#late = new LateInteraction(embedder);
    this.#known = {
      frequencies: (words) => reader.documentFrequency(words, true),
      together: (syllables) =>
        reader.searchLexical([syllables.join(" ")], { folded: true, k: 1 }).length > 0,
      chunksWith: (syllables) =>
        reader.searchLexical([syllables.join(" ")], { folded: true, k: CHUNKS_READ }).length,
      // A syllable of the language is one token of the model; the articles may write others.
      isWord: (marked) =>
        embedder.tokenIds(marked).length === 1 ||
        (reader.documentFrequency([marked], false).get(marked) ?? 0) > 0,
    };
    const register = reader.register();
    const lookup = (id: string) => this.#cache.article(id);
    this.#register = new RegisterAnswerer(register, lookup);
    this.#minutes = new MinutesAnswerer(register, lookup);
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
      return { ...readQuestion(clean, asked, spelled.text), guess: spelled.guess };
    }
    const rendered = fitToCorpus(translateQuestion(clean, asked), this.#known.together);
    return readQuestion(clean, asked, rendered || clean);
  }

  /** Finds the chunks for a question, best first. */
  async search(
    question: Question,
  ): Promise<Pick<Reading, "query" | "vector" | "chunks" | "embedMs" | "retrieveMs">> {
    const t0 = performance.now();
    const vector = await this.#embedder.embedQuery(question.searchText);
    const t1 = performance.now();
    const query = weighQuestion(question, this.#reader);
    const chunks = await retrieve(
      { reader: this.#reader, cache: this.#cache, late: this.#late },
      query,
      vector,
    );
    return { query, vector, chunks, embedMs: t1 - t0, retrieveMs: performance.now() - t1 };
  }

  /** Reads the found chunks closely: the sentences ranked, and how sure the best one is. */
  async read(
    question: Question,
    k = CHUNKS_READ,
    refine?: AnswerOptions["refine"],
  ): Promise<Reading> {
    const about = topicOf(question) ?? question;
    const found = await this.search(about);
    const premises = premisesOf(about, todayInVietnam());
    const { chunks: fitting } = withoutFalsePremise(premises, found.chunks, this.#cache);
    const chunks = fitting.slice(0, k);
    const demands = readDemands(about);
    const weighedSentences = rankSentences(
      found.query,
      found.vector,
      chunks,
      this.#sentenceWeights,
    );
    const meant = meantArticles(
      rankPassages(chunks, weighedSentences, this.#passageWeights),
      demands,
      this.#cache,
    );
    const scores = new Map(meant.map(({ articleId, score }) => [articleId, score]));
    const ranked = focused(about, found.query, weighedSentences, scores);
    const contradicting = new Set(
      meant.filter(({ agreement }) => !agreement.binds).map(({ articleId }) => articleId),
    );
    const settled = settle(
      about,
      ranked.filter(({ found: { chunk } }) => !contradicting.has(chunk.row.articleId)),
      (id) => dayOf(this.#cache.article(id)),
    );
    const { sure } = settled;
    const able = refine?.(settled.able) ?? settled.able;
    const unable = [
      ...settled.unable,
      ...ranked.filter(({ found: { chunk } }) => contradicting.has(chunk.row.articleId)),
    ];
    const sentences = [...able, ...unable];
    const support = await this.support(found.query, sentences);
    const logOdds = linearScore(this.#calibration.support.bias, this.#supportWeights, support);
    const weighed = able.length === 0 ? 0 : 1 / (1 + Math.exp(-logOdds));
    const isChosen = refine !== undefined && able.length > 0;
    const confidence = sure || isChosen ? Math.max(weighed, SURE) : weighed;
    const nearestContradicts =
      fitting[0] !== found.chunks[0] && !(able[0] && tellsYears(about, able[0].terms));
    const threshold = Math.max(
      this.#calibration.threshold,
      nearestContradicts ? DOUBTFUL_THRESHOLD : 0,
    );
    return { question, ...found, sentences, able, support, confidence, threshold, demands, meant };
  }

  /** The question without the one thing that the articles speak against; null where it is not one alone. */
  async withoutDenied(question: Question): Promise<Denied | null> {
    const { chunks } = await this.search(question);
    const premises = premisesOf(question, todayInVietnam());
    return denied(question, premises, withoutFalsePremise(premises, chunks, this.#cache).denying);
  }

  /** What speaks for the first of some ranked sentences being an answer, as `SUPPORT_FEATURES`. */
  support(query: QueryModel, ranked: readonly RankedSentence[]): Promise<number[]> {
    return supportFeatures(query, ranked, this.#late);
  }

  /** The `k` best chunks for a query by one kind of search, or by all of them together. */
  async passages(
    text: string,
    k: number,
    mode: SearchMode,
  ): Promise<{ row: ChunkRow; score: number }[]> {
    const question = this.question(text);
    if (mode === "hybrid") {
      const { chunks, sentences } = await this.read(question);
      return rankPassages(chunks, sentences, this.#passageWeights)
        .slice(0, k)
        .map(({ found, score }) => ({ row: found.chunk.row, score }));
    }
    const hits =
      mode === "lexical"
        ? searchLexical(this.#reader, weighQuestion(question, this.#reader), k)
        : this.#nearest(await this.#embedder.embedQuery(question.searchText), k);
    const scores = new Map(hits.map((hit) => [hit.row, hit.score]));
    return this.#reader
      .chunks([...scores.keys()])
      .map((row) => ({ row, score: scores.get(row.row)! }));
  }

  #nearest(vector: Float32Array | null, k: number): Hit[] {
    return vector ? this.#reader.searchDense(vector, k) : [];
  }

  /** Answers a message: its question or questions, or what it says to the bot. */
  ask(text: string, options: AnswerOptions = {}): Promise<Answer> {
    return answerMessage(this, text, options);
  }

  /** Answers one question, or refuses it. */
  async askOne(text: string, options: AnswerOptions = {}): Promise<Answer> {
    const start = performance.now();
    const question = this.question(text, options.language);
    const hint = withoutSearch(question);
    if (hint !== null)
      return {
        ...this.#refusal(question, hint, null, start),
        ...(talkOf(question.text) !== null && { isTalk: true }),
      };
    const registered = this.#fromRegister(text, question, start);
    return (
      registered ?? this.#reply(text, await this.read(question, options.k, options.refine), start)
    );
  }

  /** Answers a question and tells how it came to the answer. */
  async explain(
    text: string,
    options: AnswerOptions = {},
  ): Promise<{ readonly answer: Answer; readonly explanation: Explanation }> {
    const answer = await this.ask(text, options);
    const reading = await this.read(this.question(text, options.language), options.k);
    return { answer, explanation: explain(reading, answer, this.#calibration) };
  }

  /** The answer to a question that lists, counts or dates visits; null to any other. */
  #fromRegister(text: string, question: Question, start: number): Answer | null {
    const reply = this.#registered(question);
    if (reply === null) return null;
    const { language } = question;
    return { question: text, language, ...reply, timings: timings(null, start) };
  }

  /** What the filter of the register says; where it reads no question for it, the meetings that hold all that is named. */
  #registered(question: Question): RegisterReply | null {
    const filtered = this.#register.answer(question);
    if (filtered !== null) return filtered;
    const demands = readDemands(question);
    const asked = meetingsAsked(question, demands);
    if (asked === null || (demands.names.length === 0 && asked.subject.length === 0)) return null;
    const found = findMeetings(
      demands,
      asked,
      question.searchText,
      this.#reader.register(),
      this.#cache,
    );
    return this.#register.meetings(question, asked, found);
  }

  /** The answer that a reading gives, or the refusal. */
  #reply(text: string, reading: Reading, start: number): Answer {
    const { question } = reading;
    const minutes = this.#fromMinutes(text, reading, start);
    if (minutes !== null) return minutes;
    if (
      (asksPoints(question) && this.#minutes.isLiteral(reading.demands)) ||
      // Where no point meets a question for points, a sentence that holds its words seldom does.
      (reading.demands.points?.open && reading.confidence < DOUBTFUL_THRESHOLD) ||
      reading.confidence < reading.threshold ||
      !hasAsked(question, reading.able)
    ) {
      return this.#refusal(question, localeFor(question.language).answer.refusal, reading, start);
    }
    const lookup = (id: string) => this.#cache.article(id);
    const author = authorOf(question, reading.sentences, lookup);
    if (author === null && topicOf(question) !== null)
      return this.#refusal(question, localeFor(question.language).answer.refusal, reading, start);
    const composed = author ?? compose(question, reading.able, lookup);
    const first = reading.able[0];
    const cited = composed.citations.find(({ start }) => start === first?.start);
    const line =
      author === null && first !== undefined && cited !== undefined
        ? directLine(question, first, lookup(cited.articleId), reading.confidence)
        : null;
    const told = withDirect(composed, line, cited?.n ?? 1);
    const rest = reading.sentences
      .slice(0, RUNNERS_UP)
      .filter((s) => !composed.used.some((u) => u === s || tellSame(u, s)));
    return {
      question: text,
      answered: true,
      answer: told.answer,
      spans: told.spans,
      ...(told.direct !== undefined && { direct: told.direct }),
      added: told.added ?? [],
      confidence: round(reading.confidence),
      language: question.language,
      citations: composed.citations,
      nearest: [],
      more: this.#passages(rest, MORE, composed.citations.length + 1, 2),
      timings: timings(reading, start),
    };
  }

  /** The points of the meeting that is meant; null where the question asks for none, or none meets it. */
  #fromMinutes(text: string, reading: Reading, start: number): Answer | null {
    const { demands, meant, question, query, sentences, confidence } = reading;
    if (demands.points === null || !demands.points.open) return null;
    // Who, how many and when are told by the sentence that holds them.
    if (!asksPoints(question)) return null;
    const sure = confidence >= reading.threshold;
    const locale = localeFor(question.language);
    const reply = meant
      .filter(
        ({ score, agreement }) =>
          meant[0]!.score - score <= SAME_MEETING &&
          agreement.time >= 0 &&
          agreement.binds &&
          (sure || agreement.names === 1),
      )
      .map((article) => this.#minutes.answer(demands, article, query, sentences, locale))
      .find((one) => one?.meets);
    if (reply === undefined || reply === null) return null;
    const { meets, ...told } = reply;
    return {
      question: text,
      answered: true,
      ...told,
      confidence: round(confidence),
      language: question.language,
      nearest: [],
      more: [],
      timings: timings(reading, start),
    };
  }

  #refusal(question: Question, sentence: string, reading: Reading | null, start: number): Answer {
    return {
      question: question.text,
      answered: false,
      answer: sentence,
      spans: [],
      confidence: reading ? round(reading.confidence) : 0,
      language: question.language,
      citations: [],
      nearest: reading ? this.#passages(reading.sentences, NEAREST, 1, 1) : [],
      more: [],
      timings: timings(reading, start),
    };
  }

  /** Cites the best sentences, at most `perArticle` of one article and none twice. */
  #passages(
    sentences: readonly RankedSentence[],
    count: number,
    firstNumber: number,
    perArticle: number,
  ): Citation[] {
    const taken: RankedSentence[] = [];
    for (const sentence of sentences) {
      if (taken.length === count) break;
      const { articleId } = sentence.found.chunk.row;
      const same = taken.filter((other) => other.found.chunk.row.articleId === articleId).length;
      if (same < perArticle && !taken.some((other) => tellSame(other, sentence)))
        taken.push(sentence);
    }
    return taken.map((s, i) =>
      cite(firstNumber + i, s.found.chunk.row.articleId, s, (id) => this.#cache.article(id)),
    );
  }
}

/** False where a question asks for a person, a number or a day, which points do not answer. */
function asksPoints({ language, answerType }: Question): boolean {
  // What is asked of a rendered question is less sure.
  return language !== "vi" || !NO_POINTS.has(answerType);
}

/** What to say to a message that asks nothing of the articles; null to a question. */
function withoutSearch(question: Question): string | null {
  const talk = talkOf(question.text);
  if (talk !== null) return localeFor(question.language).answering.talk[talk.kind];
  return question.terms.length === 0 ? localeFor(question.language).answer.emptyQuestion : null;
}

/** Language of a reply to the bot itself: that of its words, else of the asker; Vietnamese for "ok". */
function languageOfTalk({ language }: Talk, asker: Language | undefined, text: string): Language {
  return language ?? asker ?? (/[A-Za-z]{4}/u.test(text) ? detectLanguage(text) : "vi");
}

/** The day on which the asker, in Vietnam, says "hôm nay". */
function todayInVietnam(): PartialDate {
  const at = new Date(Date.now() + VIETNAM_OFFSET_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** The day that an article tells of, else that it appeared on, `YYYY-MM-DD`; empty where neither is known whole. */
function dayOf(article: Article | null): string {
  const date = article?.event?.date;
  return (date && isoDate(date)) ?? article?.published ?? "";
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function timings(reading: Reading | null, start: number): Answer["timings"] {
  const totalMs = performance.now() - start;
  const { embedMs = 0, retrieveMs = 0 } = reading ?? {};
  return {
    embedMs: round(embedMs),
    retrieveMs: round(retrieveMs),
    answerMs: round(totalMs - embedMs - retrieveMs),
    totalMs: round(totalMs),
  };
}

import { localeFor } from "../locale/index.ts";
import type { Answer, ChunkRow, Embedder, Hit, IndexReader } from "../model/index.ts";
import { asPresupposed } from "./as-presupposed.ts";
import { type Decision, type Explanation, explain, type Told } from "./explain.ts";
import { answerMessage } from "./message.ts";
import type { AnswerOptions } from "./options.ts";
import { answered, round, timings } from "./outcome.ts";
import {
  attributesAsked,
  authorOf,
  citedOnce,
  compose,
  denialOf,
  directLine,
  hasAsked,
  lacksMatter,
  SAID,
  surelyTellsFacts,
  tellsAsked,
  topicOf,
  withDirect,
} from "./passages/index.ts";
import type { Question } from "./question/index.ts";
import { DOUBTFUL_THRESHOLD, QuestionReader, type Reading } from "./question-reader.ts";
import {
  type Calibration,
  type SearchMode,
  searchLexical,
  tellSame,
  weighQuestion,
} from "./search/index.ts";
import {
  answerMeetings,
  answerSetDay,
  asksPoints,
  type BetweenSides,
  betweenSides,
  directionOf,
  fromRegister,
  holds,
  leavesOutHosts,
  MinutesAnswerer,
  RegisterAnswerer,
  readDemands,
} from "./visits/index.ts";
import { withoutSearch } from "./without-search.ts";

/** Articles offered with a refusal, and passages behind "Xem thêm". */
const NEAREST = 3;
const MORE = 5;
/** Sentences from which further passages are taken. */
const RUNNERS_UP = 40;
/** Log odds within which another article may tell of the meeting that is meant. */
const SAME_MEETING = 2.5;

/** Answers questions from one index generation with one model. */
export class Answerer {
  /** Reads the questions. */
  readonly reads: QuestionReader;
  readonly #register: RegisterAnswerer;
  readonly #minutes: MinutesAnswerer;

  constructor(
    private readonly reader: IndexReader,
    readonly embedder: Embedder,
    private readonly calibration: Calibration,
  ) {
    this.reads = new QuestionReader(reader, embedder, calibration);
    const register = reader.register();
    const lookup = (id: string) => this.reads.cache.article(id);
    this.#register = new RegisterAnswerer(register, lookup);
    this.#minutes = new MinutesAnswerer(register, lookup);
  }

  /** The `k` best chunks for a query by one kind of search, or by all of them together. */
  async passages(
    text: string,
    k: number,
    mode: SearchMode,
  ): Promise<{ row: ChunkRow; score: number }[]> {
    const question = this.reads.question(text);
    if (mode === "hybrid") {
      return this.reads
        .ranked(await this.reads.read(question))
        .slice(0, k)
        .map(({ found, score }) => ({ row: found.chunk.row, score }));
    }
    const hits =
      mode === "lexical"
        ? searchLexical(this.reader, weighQuestion(question, this.reader), k)
        : this.#nearest(await this.embedder.embedQuery(question.searchText), k);
    const scores = new Map(hits.map((hit) => [hit.row, hit.score]));
    return this.reader
      .chunks([...scores.keys()])
      .map((row) => ({ row, score: scores.get(row.row)! }));
  }

  #nearest(vector: Float32Array | null, k: number): Hit[] {
    return vector ? this.reader.searchDense(vector, k) : [];
  }

  /** Answers a message: its question or questions, or what it says to the bot. */
  async ask(text: string, options: AnswerOptions = {}): Promise<Answer> {
    return (await answerMessage(this, text, options)).answer;
  }

  /**
   * Answers one question, or refuses it.
   *
   * @param question As it was read, where it has been.
   */
  async tellOne(
    text: string,
    options: AnswerOptions = {},
    question = this.reads.question(text, options.language),
  ): Promise<Told> {
    const start = performance.now();
    const hint = withoutSearch(question);
    if (hint !== null) {
      const answer = this.#refusal(question, hint.words, null, start);
      return hint.isTalk
        ? { answer: { ...answer, isTalk: true }, decision: "small talk", reading: null }
        : { answer, decision: "no search words", reading: null };
    }
    const { within } = options;
    const registered = within ? null : this.#fromRegister(text, question, start);
    if (registered !== null)
      return {
        answer: registered,
        decision: registered.answered
          ? "answered from the register of visits"
          : "no such visit in the register",
        reading: null,
      };
    const between = within
      ? null
      : betweenSides(question, readDemands(question), this.reader.register());
    const told = () => this.#fromMeetings(text, question, between, start);
    const several = between?.differ ? told() : null;
    if (several !== null) return several;
    const only = within ? { articleIds: within, others: new Set<string>() } : between;
    const reading = await this.reads.read(question, options.k, options.refine, only);
    const register = this.reader.register();
    const reply = asPresupposed(this.#reply(text, reading, start), question, register, (id) =>
      this.reads.cache.article(id),
    );
    // What no sentence tells surely the record may.
    const isTold =
      reply.answer.answered && (reply.answer.direct !== undefined || between?.known !== true);
    const recorded = isTold ? null : told();
    return recorded === null ? { ...reply, reading } : { ...recorded, reading };
  }

  /** Answers a question and tells how it came to the answer. */
  async explain(
    text: string,
    options: AnswerOptions = {},
  ): Promise<{ readonly answer: Answer; readonly explanation: Explanation }> {
    const told = await answerMessage(this, text, options);
    // What the passages would have given is told as well where they were not asked.
    const reading =
      told.reading ??
      (await this.reads.read(this.reads.question(text, options.language), options.k));
    return { answer: told.answer, explanation: explain(reading, told, this.calibration) };
  }

  /** The answer to a question that lists, counts or dates visits; null to any other. */
  #fromRegister(text: string, question: Question, start: number): Answer | null {
    const reply = fromRegister(question, this.#register, this.reader, this.reads.cache);
    if (reply === null) return null;
    const { language } = question;
    return { question: text, language, ...reply, timings: timings(null, start) };
  }

  /** The meetings between the sides that a question names, a line each; null where there are none. */
  #fromMeetings(
    text: string,
    question: Question,
    between: BetweenSides | null,
    start: number,
  ): Told | null {
    if (between === null) return null;
    const reply = answerMeetings(question, { wanted: "one" }, between.visits, (id) =>
      this.reads.cache.article(id),
    );
    if (reply === null) return null;
    const { language } = question;
    const answer = { question: text, language, ...reply, timings: timings(null, start) };
    return { answer, decision: "answered from the register of visits", reading: null };
  }

  /** The answer that a reading gives, or the refusal. */
  #reply(text: string, reading: Reading, start: number): Omit<Told, "reading"> {
    const { question } = reading;
    const isUntold = lacksMatter(question, reading.meant[0]?.articleId, this.reads.cache);
    const lookup = (id: string) => this.reads.cache.article(id);
    // That it did not take place is told instead of what did.
    const denial = denialOf(reading, lookup);
    const minutes = isUntold || denial !== null ? null : this.#fromMinutes(text, reading, start);
    if (minutes !== null)
      return { answer: minutes, decision: "answered from the points of a meeting" };
    const refused = (decision: Decision) => ({
      answer: this.#refusal(question, localeFor(question.language).answer.refusal, reading, start),
      decision,
    });
    if (reading.sentences.length === 0) return refused("nothing found");
    if (isUntold) return refused("nothing of the asked kind");
    const dated =
      denial === null
        ? answerSetDay(reading, this.reader.register(), lookup)
        : compose(question, [denial], lookup);
    if (dated !== null) {
      const confidence = Math.max(reading.confidence, reading.threshold);
      return {
        answer: answered(text, dated, { ...reading, confidence }, start),
        decision: "answered",
      };
    }
    // Where no point meets a question for points, a sentence that holds its words seldom does.
    const facts = attributesAsked(question);
    const tellsFacts = surelyTellsFacts(facts, reading.able[0]?.text ?? "");
    const isDoubtful = reading.demands.points?.open && reading.confidence < DOUBTFUL_THRESHOLD;
    if (reading.confidence < reading.threshold || (isDoubtful && !tellsFacts))
      return refused("confidence below the threshold");
    const isLiteral = asksPoints(question) && this.#minutes.isLiteral(reading.demands);
    if (
      (isLiteral && !(tellsFacts && this.#minutes.isTheirs(reading, reading.able[0]!))) ||
      !hasAsked(question, reading.able) ||
      (!tellsFacts &&
        (asksPoints(question) || question.answerType === "phrase") &&
        !this.#minutes.tellsAct(reading.demands, reading.able))
    )
      return refused("nothing of the asked kind");
    const author = authorOf(question, reading.sentences, lookup);
    if (author === null && topicOf(question) !== null) return refused("nothing of the asked kind");
    const composed = author ?? compose(question, reading.able, lookup);
    if (author === null && !tellsAsked(question, composed.used))
      return refused("nothing of the asked kind");
    const best = reading.able[0];
    const cited = composed.citations.find(({ start }) => start === best?.start);
    const line =
      author === null && best !== undefined && cited !== undefined
        ? directLine(question, best, lookup(cited.articleId), reading.confidence)
        : null;
    const told = withDirect(composed, line, cited?.n ?? 1);
    const runnersUp = reading.sentences.slice(0, RUNNERS_UP);
    const rest = runnersUp.filter((s) => !composed.used.some((u) => u === s || tellSame(u, s)));
    const answer: Answer = {
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
      more: citedOnce(
        rest,
        { count: MORE, from: composed.citations.length + 1, perArticle: 2 },
        lookup,
      ),
      timings: timings(reading, start),
    };
    return { answer, decision: "answered" };
  }

  /** The points of the meeting that is meant; null where the question asks for none, or none meets it. */
  #fromMinutes(text: string, reading: Reading, start: number): Answer | null {
    const { demands, meant, question, query, sentences, confidence } = reading;
    if (demands.points === null || !demands.points.open) return null;
    // Who, how many and when are told by the sentence that holds them.
    if (!asksPoints(question)) return null;
    const sure = confidence >= reading.threshold;
    const locale = localeFor(question.language);
    // A reply, a gift or a reason is told by its own words, whatever else was said there.
    const facts = attributesAsked(question);
    const direction = directionOf(question, demands);
    const register = this.reader.register();
    const reply = meant
      .filter(
        ({ articleId, score, agreement }) =>
          meant[0]!.score - score <= SAME_MEETING &&
          // Who is named in another article is not of this meeting.
          (agreement.persons || !meant[0]!.agreement.persons) &&
          agreement.time >= 0 &&
          agreement.binds &&
          (direction === null || !leavesOutHosts(direction, register.ofArticle(articleId))) &&
          (sure || agreement.names === 1),
      )
      .map((article) => this.#minutes.answer(demands, article, query, sentences, locale))
      .find(
        (one) =>
          one?.meets && facts.every((words) => (one.spoken && words === SAID) || holds(one, words)),
      );
    if (reply === undefined || reply === null) return null;
    const { meets, spoken, ...told } = reply;
    return answered(text, told, reading, start);
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
      nearest: reading
        ? citedOnce(reading.sentences, { count: NEAREST, from: 1, perArticle: 1 }, (id) =>
            this.reads.cache.article(id),
          )
        : [],
      more: [],
      timings: timings(reading, start),
    };
  }
}

import { localeFor } from "../locale/index.ts";
import type { Answer, ChunkRow, Embedder, Hit, IndexReader } from "../model/index.ts";
import { type Explanation, explain, type Told } from "./explain.ts";
import { fromPassages, type Sources } from "./from-passages.ts";
import { answerMessage } from "./message.ts";
import type { AnswerOptions } from "./options.ts";
import { refused, timings } from "./outcome.ts";
import { type Question, talkOf } from "./question/index.ts";
import { QuestionReader } from "./question-reader.ts";
import { type Calibration, type SearchMode, searchLexical, weighQuestion } from "./search/index.ts";
import {
  answerMeetings,
  type BetweenSides,
  betweenSides,
  fromRegister,
  MinutesAnswerer,
  RegisterAnswerer,
  readDemands,
} from "./visits/index.ts";

/** Answers questions from one index generation with one model. */
export class Answerer {
  /** Reads the questions. */
  readonly reads: QuestionReader;
  readonly #register: RegisterAnswerer;
  readonly #sources: Sources;

  constructor(
    private readonly reader: IndexReader,
    readonly embedder: Embedder,
    private readonly calibration: Calibration,
  ) {
    this.reads = new QuestionReader(reader, embedder, calibration);
    const { cache } = this.reads;
    const register = reader.register();
    const lookup = (id: string) => cache.article(id);
    this.#register = new RegisterAnswerer(register, lookup);
    const minutes = new MinutesAnswerer(register, lookup);
    this.#sources = { cache, lookup, register, minutes };
  }

  /** Answers a message: its question or questions, or what it says to the bot. */
  async ask(text: string, options: AnswerOptions = {}): Promise<Answer> {
    return (await answerMessage(this, text, options)).answer;
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

  /**
   * Answers one question, or refuses it: from the lists of the register; else from the passages that were found; else,
   * where those tell nothing surely, from the records of the meetings between the sides that it names.
   *
   * @param question As it was read, where it has been.
   */
  async tellOne(
    text: string,
    options: AnswerOptions = {},
    question = this.reads.question(text, options.language),
  ): Promise<Told> {
    const start = performance.now();
    const { within } = options;
    const said = this.#withoutSearch(question, start);
    if (said !== null) return said;
    const listed = within ? null : this.#fromRegister(text, question, start);
    if (listed !== null) return listed;
    const demands = readDemands(question);
    const between = within ? null : betweenSides(question, demands, this.#sources.register);
    const fromRecords = () => this.#fromMeetings(text, question, between, start);
    const several = between?.differ ? fromRecords() : null;
    if (several !== null) return several;
    const only = within ? { articleIds: within, others: new Set<string>() } : between;
    const reading = await this.reads.read(question, options.k, options.refine, only);
    const told = fromPassages(text, reading, this.#sources, start);
    // What no sentence tells surely the record may.
    const { answered, direct } = told.answer;
    const isTold = answered && (direct !== undefined || between?.known !== true);
    return { ...((isTold ? null : fromRecords()) ?? told), reading };
  }

  /** What is said to a message that asks nothing of the articles; null to a question. */
  #withoutSearch(question: Question, start: number): Told | null {
    const { answer, answering } = localeFor(question.language);
    const reply = (sentence: string) =>
      refused(question, sentence, null, this.#sources.lookup, start);
    const talk = talkOf(question.text);
    // "Ngày nào?" asks something, but of no visit.
    const isTalk = talk !== null || /\p{L}/u.test(question.text);
    if (talk === null && question.terms.length > 0) return null;
    const words =
      talk !== null
        ? answering.talk[talk.kind]
        : isTalk
          ? answering.whichVisit
          : answer.emptyQuestion;
    return isTalk
      ? { answer: { ...reply(words), isTalk }, decision: "small talk", reading: null }
      : { answer: reply(words), decision: "no search words", reading: null };
  }

  /** The answer to a question that lists, counts or dates visits; null to any other. */
  #fromRegister(text: string, question: Question, start: number): Told | null {
    const reply = fromRegister(question, this.#register, this.reader, this.reads.cache);
    if (reply === null) return null;
    const { language } = question;
    return {
      answer: { question: text, language, ...reply, timings: timings(null, start) },
      decision: reply.answered
        ? "answered from the register of visits"
        : "no such visit in the register",
      reading: null,
    };
  }

  /** The meetings between the sides that a question names, a line each; null where there are none. */
  #fromMeetings(
    text: string,
    question: Question,
    between: BetweenSides | null,
    start: number,
  ): Told | null {
    if (between === null) return null;
    const { lookup } = this.#sources;
    const reply = answerMeetings(question, { wanted: "one" }, between.visits, lookup);
    if (reply === null) return null;
    const { language } = question;
    const answer = { question: text, language, ...reply, timings: timings(null, start) };
    return { answer, decision: "answered from the register of visits", reading: null };
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
}

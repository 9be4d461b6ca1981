import { LRUCache } from "lru-cache";
import {
  completeQuestion,
  type Exchange,
  exchangeOf,
  isFollowUp,
  plainWords,
  wishOf,
} from "../../answers/question/index.ts";
import { shownVisit } from "../../answers/visits/index.ts";
import type { Engine } from "../../engine.ts";
import { foldedWords, normalizeLine } from "../../language/text/index.ts";
import { detectLanguage, tellsLanguage } from "../../language/translate/index.ts";
import { localeFor } from "../../locale/index.ts";
import type { Answer, Citation, Language, Register } from "../../model/index.ts";
import { type Lead, leadOn } from "./lead-on.ts";
import { taskFor, type WriterTask } from "./open-writer.ts";
import { NOTHING_SPENT, said, toSummarise, toTranslate, type WishedFor } from "./wishes.ts";

/** After this long a question stands by itself again. */
const MAX_AGE_MS = 30 * 60 * 1000;
/** An exchange takes about a kilobyte. */
const MAX_CHATS = 5000;

interface ConversationsOptions {
  readonly maxAgeMs?: number;
  readonly maxChats?: number;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/**
 * The last exchange of each conversation, in memory only: those silent for longest are forgotten first. A conversation of
 * a chat has a key that begins with the chat's id and a colon.
 */
export class Conversations {
  readonly #maxAgeMs: number;
  readonly #exchanges: LRUCache<string, Exchange>;
  /** The clock by which exchanges age; their `at` comes from it. */
  readonly now: () => number;

  constructor(options: ConversationsOptions = {}) {
    this.#maxAgeMs = options.maxAgeMs ?? MAX_AGE_MS;
    this.#exchanges = new LRUCache({ max: options.maxChats ?? MAX_CHATS });
    this.now = options.now ?? Date.now;
  }

  /** The last exchange of a conversation, or null where there is none or it is too old. */
  last(key: string): Exchange | null {
    const exchange = this.#exchanges.get(key);
    if (exchange === undefined) return null;
    if (this.now() - exchange.at <= this.#maxAgeMs) return exchange;
    this.forget(key);
    return null;
  }

  remember(key: string, exchange: Exchange): void {
    this.#exchanges.set(key, exchange);
  }

  /** A chat goes on under another id, with all its conversations. */
  move(oldChatId: number, newChatId: number): void {
    const before = `${oldChatId}:`;
    for (const [key, exchange] of [...this.#exchanges.entries()]) {
      if (!key.startsWith(before)) continue;
      this.forget(key);
      this.remember(`${newChatId}:${key.slice(before.length)}`, exchange);
    }
  }

  forget(key: string): void {
    this.#exchanges.delete(key);
  }
}

/** Whole messages, folded, that want more of what was just told. */
const MORE =
  /^(?:(?:cho (?:minh |em |toi )?(?:biet |xem )?|noi |ke |giai thich |xin )?(?:them )?(?:chi tiet|cu the|ro|ky|day du)(?: (?:hon|them|nua|chut|di|xem|duoc khong|ve viec nay))*|(?:con |noi |them )?(?:gi )?(?:them|nua)(?: (?:di|thong tin|khong|chi tiet))*|con gi (?:nua|khac)(?: khong)?|(?:tell me )?(?:some )?more(?: (?:details?|info|information|please|about (?:it|this|that)))*|(?:give me |in )?(?:more )?details?|go on|continue|详 细 (?:点|一 点|些|一 些)|更 多(?: 信 息| 细 节)?|还 有 (?:吗|呢|什 么)|具 体 (?:点|一 点|说 说))$/u;
/** Passages told at once. */
const PASSAGES = 3;
/** Visits offered to choose from. */
const OFFERED = 3;

/** True where a message wants more of the last answer. */
function wantsMore(text: string): boolean {
  return MORE.test(foldedWords(text));
}

/**
 * Further passages of what the last answer told, those of its articles first.
 *
 * @param last The passages that the last answer left, and the articles that it cited.
 */
function moreOf(
  question: string,
  language: Language,
  last: { readonly more: readonly Citation[]; readonly articles: readonly string[] },
): Answer {
  const own = last.more.filter(({ articleId }) => last.articles.includes(articleId));
  const shown = (own.length > 0 ? own : last.more).slice(0, PASSAGES);
  const citations = shown.map((citation, i) => ({ ...citation, n: i + 1 }));
  return {
    question,
    language,
    answered: citations.length > 0,
    answer:
      citations.length === 0
        ? localeFor(language).answering.nothingMore
        : citations.map(({ quote, n }) => `${quote} [${n}]`).join("\n"),
    spans: [],
    confidence: 0,
    citations,
    nearest: [],
    more: last.more.filter((citation) => !shown.includes(citation)),
    timings: NOTHING_SPENT,
  };
}

/** Asks which visit a message means that refers to nothing, with up to three of the newest to choose from. */
function whichVisit(question: string, language: Language, register: Register): Answer {
  const locale = localeFor(language);
  const { visits } = register.find({ planned: false }, { offset: 0, limit: OFFERED });
  const lines = visits.map((visit) => `• ${locale.register.visit(shownVisit(visit, locale).line)}`);
  const { whichVisit: ask, suchAs } = locale.answering;
  return said(
    question,
    language,
    lines.length === 0 ? ask : `${ask} ${suchAs}\n${lines.join("\n")}`,
  );
}

interface Reply {
  readonly answer: Answer;
  /** The full question that a follow-up was taken for; null where it stood by itself. */
  readonly understood: string | null;
  /** Where a refusal leads on; null for an answer. */
  readonly lead: Lead | null;
  /** What a writer may write in the place of the answer; null: it stays, or there is no writer. */
  readonly task: WriterTask | null;
}

/** What a chat asks; without a register it offers no visits to choose from. */
export type ChatEngine = Pick<Engine, "ask"> & Partial<Pick<Engine, "register" | "article">>;

/**
 * Asks in a chat: a follow-up is completed from the chat's last exchange, and the new one is kept. A
 * follow-up of nothing is asked back.
 *
 * @param reader Language of the person, where it is known: what says little by itself is answered in it.
 * @param writes Whether a writer puts answers into sentences of its own: then there are tasks for it.
 */
export async function askInChat(
  engine: ChatEngine,
  conversations: Conversations,
  conversation: string,
  text: string,
  reader: Language | null = null,
  writes = false,
): Promise<Reply> {
  const previous = conversations.last(conversation);
  const line = plainWords(normalizeLine(text));
  // "2023?" is in no language: it goes on in the last one.
  const own = previous?.language ?? reader;
  const language = /\p{L}/u.test(line) ? detectLanguage(line) : (own ?? "vi");
  if (wantsMore(line)) {
    if (previous !== null) {
      const answer = moreOf(text, language, previous.left);
      conversations.remember(conversation, {
        ...previous,
        left: { ...previous.left, more: answer.more },
      });
      return asked(answer);
    }
    if (engine.register) return asked(whichVisit(text, language, engine.register()));
  }
  const wished = wishedFor(text, line, { previous, language, reader: own, engine, writes });
  if (wished !== null) return { ...asked(wished.answer), task: writes ? wished.task : null };
  const refers = isFollowUp(line, language);
  const dependent = previous !== null && refers;
  const full = dependent ? completeQuestion(line, previous, language) : line;
  const understood = full === line ? null : full;
  if (refers && understood === null && engine.register)
    return asked(whichVisit(text, language, engine.register()));
  // A completed question may mix languages: its reader is answered in the one just used.
  const answer = await (understood === null
    ? askFor(engine, text, tellsLanguage(line) ? null : own, writes)
    : engine.ask(understood, { language, ...(writes && { writes }) }));
  // To what was not understood, nothing can refer.
  const isClear = understood !== null || !dependent;
  const isUnderstood =
    answer.answered || answer.citations.length + answer.nearest.length > 0 || answer.register;
  if (isClear && isUnderstood && !answer.isTalk) {
    const from = dependent ? previous : null;
    const exchange = exchangeOf(answer, conversations.now(), from);
    const isKept = writes && answer.answered;
    conversations.remember(conversation, isKept ? { ...exchange, last: answer } : exchange);
  }
  const lead = hasRegister(engine) ? await leadOn(engine, answer) : null;
  const before = understood === null || !previous?.last ? null : previous.last;
  const task = writes ? taskFor(answer, understood ?? text, before) : null;
  return { answer, understood, lead, task };
}

/** The answer to a wish about what was just told; null to any other message. */
function wishedFor(
  text: string,
  line: string,
  {
    previous,
    language,
    reader,
    engine,
    writes,
  }: {
    readonly previous: Exchange | null;
    readonly language: Language;
    readonly reader: Language | null;
    readonly engine: ChatEngine;
    readonly writes: boolean;
  },
): WishedFor | null {
  const wish = wishOf(line);
  if (wish?.kind === "translation")
    return toTranslate(text, wish.to, { last: previous?.last ?? null, language, reader, writes });
  if (wish?.kind !== "summary" || wish.topic !== null) return null;
  const [articleId] = previous?.left.articles ?? [];
  const found = articleId === undefined ? null : (engine.article?.(articleId) ?? null);
  if (found !== null) return toSummarise(text, found.article, language, writes);
  // Without a writer it is declined, whatever it would be of.
  if (previous !== null || !writes || !engine.register) return null;
  return { answer: whichVisit(text, language, engine.register()), task: null };
}

/** Asks what says little by itself as somebody of that language would; what only its own words find is shown so. */
async function askFor(
  engine: ChatEngine,
  text: string,
  reader: Language | null,
  writes: boolean,
): Promise<Answer> {
  const options = writes ? { writes } : undefined;
  if (reader === null) return engine.ask(text, options);
  const answer = await engine.ask(text, { language: reader, ...options });
  if (answer.answered || answer.isTalk) return answer;
  const other = await engine.ask(text, options);
  return other.answered ? { ...other, language: reader } : answer;
}

const hasRegister = (engine: ChatEngine): engine is Pick<Engine, "ask" | "register"> =>
  engine.register !== undefined;

const asked = (answer: Answer): Reply => ({ answer, understood: null, lead: null, task: null });

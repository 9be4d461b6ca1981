import {
  completeQuestion,
  exchangeOf,
  isFollowUp,
  plainWords,
} from "../../answers/question/index.ts";
import { shownVisit } from "../../answers/visits/index.ts";
import type { Engine } from "../../engine.ts";
import { normalizeLine, terms } from "../../language/text/index.ts";
import { detectLanguage } from "../../language/translate/index.ts";
import { localeFor } from "../../locale/index.ts";
import type { Answer, Citation, Language, Register } from "../../model/index.ts";
import type { Conversations } from "./conversations.ts";
import { type Lead, leadOn } from "./lead-on.ts";

/** Whole messages, folded, that want more of what was just told. */
const MORE =
  /^(?:(?:cho (?:minh |em |toi )?(?:biet |xem )?|noi |ke |giai thich |xin )?(?:them )?(?:chi tiet|cu the|ro|ky|day du)(?: (?:hon|them|nua|chut|di|xem|duoc khong|ve viec nay))*|(?:con |noi |them )?(?:gi )?(?:them|nua)(?: (?:di|thong tin|khong|chi tiet))*|con gi (?:nua|khac)(?: khong)?|(?:tell me )?(?:some )?more(?: (?:details?|info|information|please|about (?:it|this|that)))*|(?:give me |in )?(?:more )?details?|go on|continue|详 细 (?:点|一 点|些|一 些)|更 多(?: 信 息| 细 节)?|还 有 (?:吗|呢|什 么)|具 体 (?:点|一 点|说 说))$/u;
/** Passages told at once. */
const PASSAGES = 3;
/** Visits offered to choose from. */
const OFFERED = 3;

/** True where a message wants more of the last answer. */
export function wantsMore(text: string): boolean {
  return MORE.test(
    terms(text)
      .map((term) => term.folded)
      .join(" "),
  );
}

const NOTHING_SPENT = { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 };

/**
 * Further passages of what the last answer told, those of its articles first.
 *
 * @param last The passages that the last answer left, and the articles that it cited.
 */
export function moreOf(
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
export function whichVisit(question: string, language: Language, register: Register): Answer {
  const locale = localeFor(language);
  const { visits } = register.find({ planned: false }, { offset: 0, limit: OFFERED });
  const lines = visits.map((visit) => `• ${locale.register.visit(shownVisit(visit, locale).line)}`);
  const { whichVisit: ask, suchAs } = locale.answering;
  return {
    question,
    language,
    answered: false,
    answer: lines.length === 0 ? ask : `${ask} ${suchAs}\n${lines.join("\n")}`,
    spans: [],
    confidence: 0,
    citations: [],
    nearest: [],
    more: [],
    timings: NOTHING_SPENT,
    isTalk: true,
  };
}

interface Reply {
  readonly answer: Answer;
  /** The full question that a follow-up was taken for; null where it stood by itself. */
  readonly understood: string | null;
  /** Where a refusal leads on; null for an answer. */
  readonly lead: Lead | null;
}

/** What a chat asks; without a register it offers no visits to choose from. */
export type ChatEngine = Pick<Engine, "ask"> & Partial<Pick<Engine, "register">>;

/**
 * Asks in a chat: a follow-up is completed from the chat's last exchange, and the new one is kept. A
 * follow-up of nothing is asked back.
 */
export async function askInChat(
  engine: ChatEngine,
  conversations: Conversations,
  conversation: string,
  text: string,
): Promise<Reply> {
  const previous = conversations.last(conversation);
  const line = plainWords(normalizeLine(text));
  // "2023?" is in no language: it goes on in the last one.
  const language = /\p{L}/u.test(line) ? detectLanguage(line) : (previous?.language ?? "vi");
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
  const refers = isFollowUp(line, language);
  const dependent = previous !== null && refers;
  const full = dependent ? completeQuestion(line, previous, language) : line;
  const understood = full === line ? null : full;
  if (refers && understood === null && engine.register)
    return asked(whichVisit(text, language, engine.register()));
  // A completed question may mix languages: its reader is answered in the one just used.
  const answer = await (understood === null
    ? engine.ask(text)
    : engine.ask(understood, { language }));
  // To what was not understood, nothing can refer.
  const isClear = understood !== null || !dependent;
  const isUnderstood =
    answer.answered || answer.citations.length + answer.nearest.length > 0 || answer.register;
  if (isClear && isUnderstood && !answer.isTalk) {
    const from = dependent ? previous : null;
    conversations.remember(conversation, exchangeOf(answer, conversations.now(), from));
  }
  const lead = hasRegister(engine) ? await leadOn(engine, answer) : null;
  return { answer, understood, lead };
}

const hasRegister = (engine: ChatEngine): engine is Pick<Engine, "ask" | "register"> =>
  engine.register !== undefined;

const asked = (answer: Answer): Reply => ({ answer, understood: null, lead: null });

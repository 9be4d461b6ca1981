import { cite, led } from "../../answers/passages/index.ts";
import { sentences } from "../../language/text/index.ts";
import { localeFor } from "../../locale/index.ts";
import type { Answer, Article, Language } from "../../model/index.ts";
import { taskFor, type WriterTask } from "./open-writer.ts";

/** What is shown to a wish about what was just told, and what a writer makes of it. */
export interface WishedFor {
  readonly answer: Answer;
  readonly task: WriterTask | null;
}

export const NOTHING_SPENT = { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 };
/** Sentences of an article that stand for it until it is summarised. */
const FIRST_SENTENCES = 3;

/** Words of the program itself, which quote nothing. */
export const said = (question: string, language: Language, words: string): Answer => ({
  question,
  language,
  answered: false,
  answer: words,
  spans: [],
  confidence: 0,
  citations: [],
  nearest: [],
  more: [],
  timings: NOTHING_SPENT,
  isTalk: true,
});

/** The beginning of an article whose summary is wished for. */
export function toSummarise(
  question: string,
  article: Article,
  language: Language,
  writes: boolean,
): WishedFor {
  const told = article.blocks.filter(({ kind }) => kind === "lead" || kind === "paragraph");
  const first = told
    .flatMap(({ start, end }) =>
      sentences(article.text.slice(start, end)).map((one) => ({
        start: one.start + start,
        end: one.end + start,
      })),
    )
    .slice(0, FIRST_SENTENCES);
  const citations = first.map((range, i) => cite(i + 1, article.id, range, () => article));
  const lines = citations.map(({ quote, n }) => `${quote} [${n}]`);
  const { passages, declined } = localeFor(language).answering.wish;
  const quoted: Answer = {
    ...said(question, language, lines.join("\n")),
    answered: true,
    isTalk: false,
    citations,
    wish: { kind: "summary", articleIds: [article.id] },
  };
  const answer = led(quoted, writes ? passages : declined.summary);
  return { answer, task: taskFor(answer, question, null) };
}

/** The last answer, to be translated. */
export function toTranslate(
  question: string,
  to: Language | null,
  {
    last,
    language,
    reader,
    writes,
  }: {
    readonly last: Answer | null;
    /** Of the message. */
    readonly language: Language;
    readonly reader: Language | null;
    readonly writes: boolean;
  },
): WishedFor {
  const { wish } = localeFor(language).answering;
  const talk = (words: string) => ({ answer: said(question, language, words), task: null });
  if (!writes) return talk(wish.declined.translation);
  if (last === null || last.citations.length === 0) return talk(wish.nothingToTranslate);
  // The articles are Vietnamese, and so is what is quoted of them.
  const into = to ?? [language, reader].find((one) => one !== null && one !== "vi") ?? null;
  if (into === null) return talk(wish.whichLanguage);
  const { direct: _direct, register: _register, ...told } = last;
  const answer: Answer = {
    ...led(told, localeFor(into).answering.wish.original),
    question,
    language: into,
    wish: { kind: "translation", articleIds: last.citations.map(({ articleId }) => articleId) },
  };
  return {
    answer,
    task: {
      kind: "translation",
      question: last.question,
      language: into,
      answer: { ...answer, answer: last.answer },
      previous: null,
    },
  };
}

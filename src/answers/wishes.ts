import { localeFor } from "../locale/index.ts";
import type { Answer } from "../model/index.ts";
import { as, type Told } from "./explain.ts";
import type { AnswerOptions, OneAnswerer } from "./options.ts";
import { joined, led } from "./passages/index.ts";
import { completeQuestion, exchangeOf, isFollowUp } from "./question/index.ts";

/** The passages about something that was to be summarised, with a word on why no more comes, or comes later. */
export async function summarised(
  one: OneAnswerer,
  text: string,
  topic: string,
  options: AnswerOptions,
): Promise<Told> {
  const { language } = one.reads.question(text, options.language);
  const told = await one.tellOne(topic, { ...options, language });
  const { answer } = told;
  const { answering, answer: words } = localeFor(language);
  const { declined, passages } = answering.wish;
  if (answer.answered) {
    const lead = options.writes ? passages : declined.summary;
    return as(told, {
      ...led(answer, lead),
      question: text,
      wish: { kind: "summary", articleIds: firstArticle(answer) },
    });
  }
  if (options.writes && topic !== "")
    return as(told, { ...answer, answer: words.refusal, question: text });
  return as(told, {
    ...answer,
    answer: answering.talk.notMine,
    nearest: [],
    question: text,
    isTalk: true,
  });
}

const firstArticle = ({ citations }: Answer) =>
  citations.slice(0, 1).map(({ articleId }) => articleId);

/** What is told of each of two that were to be compared; null where the articles do not tell of both. */
export async function compared(
  one: OneAnswerer,
  text: string,
  [first, second]: readonly [string, string],
  options: AnswerOptions,
): Promise<Told | null> {
  const { language } = one.reads.question(text, options.language);
  const told = await one.tellOne(first, { ...options, language });
  // "… với năm 2025": the rest is as in the first.
  const full = isFollowUp(second, language)
    ? completeQuestion(second, exchangeOf(told.answer, 0), language)
    : second;
  const other = await one.tellOne(full, { ...options, language });
  const answers = [told.answer, other.answer];
  if (!answers.every(({ answered, isTalk }) => answered && !isTalk)) return null;
  const articleIds = [...new Set(answers.flatMap(firstArticle))];
  const { declined, passages } = localeFor(language).answering.wish;
  const { register: _register, ...both } = joined(answers);
  return as(told, {
    ...led(both, options.writes ? passages : declined.comparison),
    question: text,
    wish: { kind: "comparison", articleIds },
  });
}

/**
 * What is told to a comparison of which the two are not named, or not known.
 *
 * @param isBare It names none of them.
 */
export function notCompared(
  told: Told,
  text: string,
  options: AnswerOptions,
  isBare: boolean,
): Told {
  const { answer } = told;
  const { declined, whichTwo, nothingToCompare } = localeFor(answer.language).answering.wish;
  if (isBare && !answer.answered) {
    const { asked, declined: no } = nothingToCompare;
    return as(told, {
      ...answer,
      answer: options.writes ? asked : no,
      nearest: [],
      question: text,
      isTalk: true,
    });
  }
  if (!answer.answered || answer.isTalk) return as(told, { ...answer, question: text });
  return as(told, {
    ...led(answer, options.writes ? whichTwo : declined.comparison),
    question: text,
  });
}

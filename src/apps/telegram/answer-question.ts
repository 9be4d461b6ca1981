import { InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import { normalizeText } from "../../language/text/index.ts";
import { LANGUAGES, localeFor } from "../../locale/index.ts";
import type { Answer, RegisterIntent } from "../../model/index.ts";
import { answerLines, askInChat, type Conversations, leadOn } from "../shared/index.ts";
import { buttons, visitButtons } from "./buttons.ts";
import { type BotContext, conversationOf } from "./context.ts";
import { askingMessage, putRendered, replyTo, sendText, whileTyping } from "./delivery/send.ts";
import type { SentAnswer } from "./delivery/sent-answers.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import type { AskedQuestion } from "./messages/kept-texts.ts";
import { addReading, addWebButtons, type ReadingDeps, readable } from "./messages/reading.ts";
import { renderAnswerMessages, writtenIn } from "./messages/render-answer.ts";
import { askedByCommand, questionOf } from "./middlewares/gates.ts";
import { mayAsk } from "./middlewares/limits.ts";
import { keepAsked, writeAnswer } from "./write-answer.ts";

/** Passages a press of "Xem thêm" shows. */
export const PASSAGES_PER_PRESS = 3;

/** What the buttons under an answer need. */
type KeyboardDeps = ReadingDeps & Pick<FeatureDeps, "visitLists">;

/**
 * The buttons under an answer: those that open what it cites, here and in the web reader, the whole of a list that it cuts, 👍 👎 and, where
 * passages are left, "Xem thêm".
 *
 * @param shown How many of `answer.more` have been shown so far.
 * @param questions Those that a refusal offers.
 */
export function answerKeyboard(
  answer: Answer,
  shown: number,
  deps: KeyboardDeps,
  chat: BotContext["chat"],
  questions: readonly string[] = [],
): InlineKeyboard {
  const locale = localeFor(answer.language);
  const { citations } = answerLines(answer);
  const isCited = citations.length > 0;
  const passages = readable(isCited ? citations : answer.nearest);
  const as = isCited ? "cited" : "listed";
  const keyboard = addReading(new InlineKeyboard(), passages, deps, locale, { as, ofAnswer: true });
  addWebButtons(keyboard, citations, locale, chat);
  const { register } = answer;
  if (register && register.visits.length < register.total && LISTS.has(register.intent)) {
    const list = deps.visitLists.keep({ ...register.filter, planned: false });
    keyboard.text(locale.visits.allButton(register.total), visitButtons.all.data(list)).row();
  }
  for (const offered of questions)
    keyboard.text(offered, buttons.ask.data(deps.passages.keep(offered))).row();
  keyboard.text("👍", buttons.feedback.data("up")).text("👎", buttons.feedback.data("down"));
  return withMore(keyboard, answer, shown);
}

/** Answers that list visits which took place. */
const LISTS: ReadonlySet<RegisterIntent> = new Set(["count", "list"]);

/**
 * The buttons under further passages: those that open them, and the one for more where some are left.
 *
 * @param from The place of the first one in `answer.more`.
 */
export function moreKeyboard(
  answer: Answer,
  from: number,
  shown: number,
  deps: ReadingDeps,
): InlineKeyboard {
  const passages = answer.more.slice(from, from + PASSAGES_PER_PRESS);
  const locale = localeFor(answer.language);
  const options = { as: "cited", ofAnswer: true } as const;
  return withMore(addReading(new InlineKeyboard(), passages, deps, locale, options), answer, shown);
}

function withMore(keyboard: InlineKeyboard, answer: Answer, shown: number): InlineKeyboard {
  if (shown >= answer.more.length) return keyboard;
  return keyboard.text(localeFor(answer.language).telegram.moreButton, buttons.more.data(shown));
}

/** Longer texts are no questions; a question of this corpus rarely exceeds 200 characters. */
export const MAX_QUESTION_CHARS = 1000;

/**
 * Answers a question or follow-up in the chat of the update; in a group as a reply to its message where there is one.
 *
 * @param options.instead What answered the question before it was edited.
 */
export async function answerQuestion(
  ctx: BotContext,
  text: string,
  deps: FeatureDeps,
  options: { readonly showQuestion?: boolean; readonly instead?: SentAnswer | undefined } = {},
): Promise<void> {
  const { engine, recent, conversations, sentAnswers, writer } = deps;
  const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
  const { instead, showQuestion = false } = options;
  if (instead !== undefined) await giveUpWriting(chatId, instead.messageIds, deps);
  const question = normalizeText(text).trim();
  const hints = ctx.locale.answer;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(question)) {
    await sendText(ctx, hints.emptyQuestion);
    return;
  }
  if (question.length > MAX_QUESTION_CHARS) {
    await sendText(ctx, hints.questionTooLong(MAX_QUESTION_CHARS));
    return;
  }
  if (!(await mayAsk(ctx, deps)) || !(await deps.late.answerable(ctx))) return;
  const began = performance.now();
  const conversation = conversationOf(ctx);
  const at = instead === undefined ? conversation : backTo(instead, conversation, conversations);
  const before = conversations.last(at);
  const { answer, understood, lead, task } = await whileTyping(ctx, () =>
    deps.turns(chatId, "question", () =>
      askInChat(engine, conversations, at, question, ctx.reads, writer !== null),
    ),
  );
  const after = conversations.last(at);
  if (at !== conversation) conversations.forget(at);
  report(answer, performance.now() - began, deps);
  const messageId = askingMessage(ctx);
  const sent = await putRendered(
    ctx,
    renderAnswerMessages(answer, localeFor(answer.language), {
      showQuestion,
      understood,
      lead,
    }),
    {
      replyTo: replyTo(ctx),
      // A greeting has nothing to be rated.
      keyboard: answer.isTalk
        ? undefined
        : answerKeyboard(answer, 0, deps, ctx.chat, lead?.questions),
      instead: instead?.messageIds,
    },
  );
  const last = sent.at(-1);
  if (last === undefined) return;
  // What replies to a question can be asked again by that.
  const asked =
    understood === null
      ? { question, language: null }
      : { question: understood, language: answer.language };
  const isAlone = last.reply_to_message === undefined && !answer.isTalk;
  const kept = isAlone ? asked : undefined;
  recent.remember(last.chat.id, last.message_id, answer, kept);
  keepAsked(ctx, last, answer, deps);
  const messageIds = sent.map(({ message_id }) => message_id);
  const keepSent = (ids: readonly number[]) => {
    if (messageId !== undefined)
      sentAnswers.keep({ chatId, messageId }, text, ids, { before, after });
  };
  keepSent(messageIds);
  if (task === null) return;
  writeAnswer(
    ctx,
    task,
    {
      chatId: last.chat.id,
      messageIds,
      heading: { showQuestion, understood },
      asked: kept,
      keyboard: (written) => answerKeyboard(written, 0, deps, ctx.chat),
      onWritten(written, id) {
        if (messageIds.length > 1) keepSent([id]);
        // What is translated next is what is read now.
        if (after !== null && conversations.last(at) === after)
          conversations.remember(at, { ...after, last: written });
      },
    },
    deps,
  );
}

/** Nothing is written any more for an answer that is being replaced or voted on. */
const giveUpWriting = (
  chatId: number,
  messageIds: readonly number[],
  { writings }: Pick<FeatureDeps, "writings">,
): Promise<void> =>
  writings.cancel((one) => one.chatId === chatId && messageIds.includes(one.messageId));

/**
 * Takes a conversation back to where it stood before a question. Where it went on since, that stays, and the question is
 * asked beside it.
 *
 * @returns Where it is asked.
 */
function backTo(
  { context }: SentAnswer,
  conversation: string,
  conversations: Conversations,
): string {
  const isLast = context !== null && conversations.last(conversation) === context.after;
  const at = isLast ? conversation : `${conversation}:edited`;
  if (context?.before) conversations.remember(at, context.before);
  else conversations.forget(at);
  return at;
}

function report(
  answer: Answer,
  ms: number,
  { logger, logMessages, metrics }: Pick<FeatureDeps, "logger" | "logMessages" | "metrics">,
): void {
  const outcome = !answer.answered ? "refused" : answer.register ? "register" : "answered";
  metrics?.question(outcome, ms / 1000);
  const { question, language } = answer;
  const texts = logMessages ? { question, answer: answer.answer } : {};
  logger.info({ outcome, ms: Math.round(ms), language, ...texts }, "a question was answered");
}

/**
 * The answer that the message of a pressed button carries. Where it is no longer kept (a restart), its question is
 * asked again; the result counts only if it reads as the message does, so that nobody votes on an answer that was
 * never shown.
 */
export async function recallAnswer(
  ctx: BotContext,
  deps: Pick<
    FeatureDeps,
    "engine" | "recent" | "turns" | "limits" | "metrics" | "writer" | "writings"
  >,
): Promise<Answer | null> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return null;
  await giveUpWriting(message.chat.id, [message.message_id], deps);
  const kept = deps.recent.recall(message.chat.id, message.message_id);
  const isShown = message.date !== 0 && message.text !== undefined;
  const shown = isShown ? message.text!.trim() : "";
  const written = writtenIn(shown);
  // The edit may have arrived, and its acknowledgement not.
  if (kept !== null) return written !== null && !kept.written ? asWritten(kept, written) : kept;
  if (!isShown) return null;
  const asked =
    deps.recent.asked(message.chat.id, message.message_id) ?? questionIn(message, shown, ctx);
  if (asked === null || !(await mayAsk(ctx, deps))) return null;
  const { question, language } = asked;
  const { engine, turns } = deps;
  const options = {
    ...(language !== null && { language }),
    ...(deps.writer !== null && { writes: true }),
  };
  const answer = await turns(message.chat.id, "question", () => engine.ask(question, options));
  // The model would write it otherwise now: what was read stands in the message.
  if (written !== null) return asWritten(answer, written);
  const locale = localeFor(answer.language);
  const lead = await leadOn(engine, answer);
  const heads = [{}, { understood: question }, { showQuestion: true }];
  const rendered = heads.flatMap((head) => renderAnswerMessages(answer, locale, { ...head, lead }));
  return rendered.some(({ text, plain }) => [text.trim(), plain.trim()].includes(shown))
    ? answer
    : null;
}

const asWritten = (answer: Answer, text: string): Answer => ({
  ...answer,
  answer: text,
  spans: [],
  added: [{ start: 0, end: text.length, kind: "written" }],
  written: true,
});

/**
 * The question that a message answers: the one it replies to, or what it says on top that a follow-up was taken for;
 * null where it tells neither.
 */
function questionIn(message: Message, shown: string, ctx: BotContext): AskedQuestion | null {
  const asked = message.reply_to_message;
  if (asked === undefined) return null;
  const followUp = understoodIn(shown);
  if (followUp !== null) return followUp;
  const question = askedByCommand(asked) ?? questionOf(asked, ctx.me);
  return question ? { question: normalizeText(question).trim(), language: null } : null;
}

/** The full question that stands on top of an answer to a follow-up, or null. */
function understoodIn(shown: string): AskedQuestion | null {
  const line = shown.split("\n", 1)[0]!;
  for (const language of LANGUAGES) {
    const label = localeFor(language).answer.understoodAs("");
    if (line.startsWith(label)) return { question: line.slice(label.length), language };
  }
  return null;
}

import { InlineKeyboard } from "grammy";
import type { Answer } from "../answer/answer.ts";
import { localeFor } from "../locale/locales.ts";

/** Passages a press of "Xem thêm" shows. */
export const PASSAGES_PER_PRESS = 3;

/**
 * The buttons under an answer: 👍 👎 and, where passages are left, "Xem thêm".
 *
 * @param shown How many of `answer.more` have been shown so far.
 */
export function answerKeyboard(answer: Answer, shown: number): InlineKeyboard {
  const keyboard = new InlineKeyboard().text("👍", "fb:up").text("👎", "fb:down");
  return withMore(keyboard, answer, shown);
}

/** The button under further passages, where some are left. */
export function moreKeyboard(answer: Answer, shown: number): InlineKeyboard {
  return withMore(new InlineKeyboard(), answer, shown);
}

function withMore(keyboard: InlineKeyboard, answer: Answer, shown: number): InlineKeyboard {
  if (shown >= answer.more.length) return keyboard;
  return keyboard.text(localeFor(answer.language).telegram.moreButton, `more:${shown}`);
}

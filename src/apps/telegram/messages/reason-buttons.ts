import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { REASONS } from "../../../storage/index.ts";
import { buttons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { tolerate } from "../middlewares/errors.ts";

const PER_ROW = 2;

const isReason = (button: InlineKeyboardButton) =>
  "callback_data" in button && buttons.reason.pattern.test(button.callback_data);

/** Asks below an answer what was wrong with it, after 👎; takes the question away after 👍 or a reason. */
export async function askReason(ctx: BotContext, verdict: "up" | "down"): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const markup = message !== undefined && "reply_markup" in message ? message.reply_markup : null;
  const rows = markup?.inline_keyboard ?? [];
  const own = rows.filter((row) => !row.some(isReason));
  if (verdict === "up" && own.length === rows.length) return;
  const keyboard = new InlineKeyboard(own.map((row) => [...row]));
  if (verdict === "down")
    for (const [i, reason] of REASONS.entries()) {
      if (i % PER_ROW === 0) keyboard.row();
      keyboard.text(ctx.locale.desk.review.reason[reason], buttons.reason.data(reason));
    }
  await tolerate(ctx.editMessageReplyMarkup({ reply_markup: keyboard }));
}

import { numberFormat } from "../format.ts";
import type { ServiceTexts } from "./texts.ts";

const number = numberFormat("en-GB");

export const en: ServiceTexts = {
  notAllowed: (chatId) =>
    `This bot serves registered chats only. The id of this chat is ${chatId}; to use the bot here, please send the id to its administrator.`,
  notAllowedShort: "This bot serves registered chats only.",
  tooManyPerMinute: (perMinute, waitSeconds) =>
    `I answer at most ${number(perMinute)} questions of one person a minute. Please wait ${number(waitSeconds)} seconds, then ask again.`,
  tooManyPerDay: (perDay) =>
    `You have asked all ${number(perDay)} questions that are allowed in a day. Please come back tomorrow.`,
  chatQueueFull:
    "Many messages of this chat are still waiting, so I can't take more of them. Please wait for the answers, then send yours again.",
  queueFull: "Too many questions are waiting right now. Please send yours again in a few minutes.",
  late: "Sorry for the late answer: the bot was interrupted.",
  notKept:
    "It could not be saved, because the server's disk is full. Please tell the administrator of the bot and try again later.",
  tooLate:
    "Sorry, this message came while the bot was off, more than a day ago. If you still need an answer, please send your question again.",
  wrongClock: (skewMs) =>
    `The clock of the bot's machine is ${number(Math.round(Math.abs(skewMs) / 60_000))} minutes ${skewMs > 0 ? "ahead of" : "behind"} Telegram's. The bot goes by Telegram's time for now; please set the machine's clock.`,
  secondBot:
    "Another program is receiving messages with the same bot token, so some questions may not arrive here. Please stop one of them, or get a new token from @BotFather.",
  adminButton: "This button is for admins only.",
};

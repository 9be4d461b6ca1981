import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

const isBotMention = (text: string, entity: MessageEntity, bot: UserFromGetMe) =>
  (entity.type === "mention" &&
    text.slice(entity.offset, entity.offset + entity.length).toLowerCase() ===
      `@${bot.username.toLowerCase()}`) ||
  (entity.type === "text_mention" && entity.user.id === bot.id);

/** Text of a message (or caption) without the mentions of the bot, or null where it has none. */
function withoutMentions(
  message: Message,
  bot: UserFromGetMe,
): { text: string; mentioned: boolean } | null {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const mentions = entities
    .filter((entity) => isBotMention(text, entity, bot))
    .sort((a, b) => b.offset - a.offset);
  const stripped = mentions.reduce(
    (rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`,
    text,
  );
  return { text: stripped.trim(), mentioned: mentions.length > 0 };
}

/** True where the text begins with a command. */
export function startsWithCommand(message: Message): boolean {
  return (message.entities ?? message.caption_entities ?? []).some(
    (entity) => entity.type === "bot_command" && entity.offset === 0,
  );
}

/** True for a command that carries the bot's name, and for any in a private chat. */
export function isCommandForBot(message: Message, bot: UserFromGetMe): boolean {
  if (!startsWithCommand(message)) return false;
  const command = (message.text ?? "").split(/\s/u, 1)[0]!.toLowerCase();
  return message.chat.type === "private" || command.endsWith(`@${bot.username}`.toLowerCase());
}

/** The question behind `/ask`, or null. */
export const askedByCommand = ({ text = "" }: Message): string | null =>
  /^\/ask(?:@\w+)?\s+(\S.*)/isu.exec(text)?.[1] ?? null;

/**
 * True for what another bot writes. Anonymous admins and who posts as a channel appear as bots of Telegram's own, with the
 * chat in whose name they write.
 */
const isFromBot = ({ from, sender_chat }: Message): boolean =>
  from?.is_bot === true && sender_chat === undefined;

/** True where a message answers one of the bot's own. */
export function repliesToBot({ reply_to_message: replied }: Message, bot: UserFromGetMe): boolean {
  return replied?.from?.id === bot.id && replied.forum_topic_created === undefined;
}

/** The text of the message that this one answers, where a person wrote it. */
export function repliedText(message: Message): string | null {
  const replied = message.reply_to_message;
  if (replied === undefined || isFromBot(replied as Message)) return null;
  return replied.text ?? replied.caption ?? null;
}

/**
 * The question that a message puts to the bot: any text in a private chat; in a group only what
 * mentions the bot (by entity) or answers one of its messages.
 *
 * @returns The text without the mention, empty where there was nothing else; null where the message
 *   is no question to the bot.
 */
export function questionOf(message: Message, bot: UserFromGetMe): string | null {
  if (startsWithCommand(message) || isFromBot(message)) return null;
  const found = withoutMentions(message, bot);
  if (found === null) return null;
  if (message.chat.type === "private") return found.text;
  if (!found.mentioned && !repliesToBot(message, bot)) return null;
  return found.text === "" ? (repliedText(message) ?? "") : found.text;
}

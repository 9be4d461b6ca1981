import { sequentialize } from "@grammyjs/runner";
import { Composer, type MiddlewareFn, type Transformer } from "grammy";
import type { Message, MessageEntity, User, UserFromGetMe } from "grammy/types";
import type { Actor } from "../../../articles/corpus/index.ts";
import { languageOfTag, localeFor } from "../../../locale/index.ts";
import type { Sqlite } from "../../../storage/index.ts";
import type { BotContext } from "../context.ts";
import { type Journal, replaySent } from "../delivery/journal.ts";
import { sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { tolerate } from "./errors.ts";
import { Notices, type QueueLimits, queueGate } from "./limits.ts";

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

/** A user for logs and reports to admins: `@name (id)`. */
const userName = (user: User) =>
  user.username === undefined
    ? `${[user.first_name, user.last_name].filter(Boolean).join(" ")} (${user.id})`
    : `@${user.username} (${user.id})`;

/** Who sent a message or pressed a button, for the log. */
export const actorOf = (ctx: BotContext): Actor => ({
  id: ctx.from!.id,
  name: userName(ctx.from!),
});

/** @param onMove Lets what is kept by chat follow. */
export function movedChats(db: Sqlite, onMove: (oldId: number, newId: number) => void) {
  const moved = new Map(
    db
      .prepare("SELECT old_id, new_id FROM moved_chats")
      .all()
      .map(([from, to]) => [Number(from), Number(to)]),
  );
  const save = db.prepare("INSERT OR REPLACE INTO moved_chats (old_id, new_id) VALUES (?, ?)");
  return {
    /** The present id of a chat. */
    current: (chatId: number): number => moved.get(chatId) ?? chatId,
    /** Notes a move and tells it on; one that is known does nothing. */
    move(oldId: number, newId: number): void {
      if (oldId === newId || moved.get(oldId) === newId) return;
      moved.set(oldId, newId);
      save.run(oldId, newId);
      onMove(oldId, newId);
    },
  };
}

/** Groups that have become supergroups, and their new ids. Telegram refuses the old ones. */
type MovedChats = ReturnType<typeof movedChats>;

/**
 * Sends to where a chat is now: a group that became a supergroup while its question was answered is
 * refused with its new id (`migrate_to_chat_id`), and the call is repeated there.
 */
export function followMoves(chats: MovedChats): Transformer {
  return async (prev, method, payload, signal) => {
    const asked = (payload as { chat_id?: unknown }).chat_id;
    if (typeof asked !== "number") return await prev(method, payload, signal);
    const call = (chatId: number) =>
      prev(method, chatId === asked ? payload : { ...payload, chat_id: chatId }, signal);
    const response = await call(chats.current(asked));
    const movedTo = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (movedTo === undefined) return response;
    chats.move(asked, movedTo);
    return await call(movedTo);
  };
}

const DAY_MS = 24 * 3600 * 1000;

interface AccessOptions {
  /** Chats and users that are served; empty: everyone. */
  readonly allowed: readonly number[];
  readonly adminIds: ReadonlySet<number>;
  readonly moved: MovedChats;
}

/** True where a person means the bot: anything in private; in groups a mention, a command, its arrival. */
function isMeant(ctx: BotContext): boolean {
  const { message } = ctx;
  if (message === undefined) return false;
  const arrives = message.new_chat_members?.some(({ id }) => id === ctx.me.id) ?? false;
  return (
    message.chat.type === "private" ||
    arrives ||
    isCommandForBot(message, ctx.me) ||
    questionOf(message, ctx.me) !== null
  );
}

/**
 * Lets through the updates of allowed chats, allowed users and admins. Others are told once a day, with
 * the id by which an admin can add the chat; nothing of theirs reaches a feature.
 */
function accessGate(options: AccessOptions): MiddlewareFn<BotContext> {
  const { allowed, adminIds, moved } = options;
  const list = new Set(allowed);
  const isListed = (chatId: number) =>
    list.has(chatId) || allowed.some((id) => moved.current(id) === chatId);
  const notices = new Notices(DAY_MS);
  return async (ctx, next) => {
    const userId = ctx.from?.id ?? 0;
    const chatId = ctx.chat?.id ?? userId;
    const isServed = list.size === 0 || adminIds.has(userId) || list.has(userId);
    if (isServed || isListed(chatId)) return await next();
    const { service } = ctx.locale;
    if (ctx.callbackQuery !== undefined) {
      await tolerate(ctx.answerCallbackQuery(service.notAllowedShort));
    } else if (isMeant(ctx) && notices.isDue(chatId))
      await sendText(ctx, service.notAllowed(chatId));
  };
}

interface GateDeps
  extends Pick<FeatureDeps, "adminIds" | "readers" | "language" | "logger" | "metrics"> {
  readonly journal: Journal;
  readonly moved: MovedChats;
  readonly allowedChats: readonly number[];
  readonly queueLimits: QueueLimits;
}

/**
 * What every update passes before the features: its answers are recorded, its language is found, its
 * sender let in; then the updates of one chat are handled one after another. Nothing may be awaited
 * before that, or updates would overtake each other.
 */
export function gates(deps: GateDeps): Composer<BotContext> {
  const { metrics, moved } = deps;
  const all = new Composer<BotContext>();
  all.use(async (ctx, next) => {
    const { update_id: id, ...content } = ctx.update;
    metrics?.update(Object.keys(content)[0] ?? "none");
    ctx.api.config.use(replaySent(id, deps.journal, deps.logger));
    const { id: userId, language_code: tag } = ctx.from ?? {};
    const chosen = userId === undefined ? null : deps.readers.language(userId);
    ctx.reads = chosen ?? languageOfTag(tag);
    ctx.locale = localeFor(ctx.reads ?? deps.language);
    await next();
  });
  all.use(async (ctx, next) => {
    const newId = ctx.message?.migrate_to_chat_id;
    if (newId !== undefined) moved.move(ctx.message!.chat.id, newId);
    await next();
  });
  // What is forwarded is somebody's text, not the sender's command: a forwarded "/rollback" must roll nothing back.
  all.use(async (ctx, next) => {
    const { message } = ctx;
    if (message?.forward_origin !== undefined) {
      const plain = (entities: MessageEntity[] | undefined) =>
        entities?.filter(({ type }) => type !== "bot_command");
      if (message.entities) message.entities = plain(message.entities)!;
      if (message.caption_entities) message.caption_entities = plain(message.caption_entities)!;
    }
    await next();
  });
  all.use(accessGate({ allowed: deps.allowedChats, adminIds: deps.adminIds, moved }));
  all.use(queueGate(deps.queueLimits, () => metrics?.limited("queue")));
  all.use(sequentialize((ctx) => String(moved.current(ctx.chat?.id ?? ctx.from?.id ?? 0))));
  all.use(async (ctx, next) => {
    try {
      deps.journal.begin(ctx.update.update_id);
    } catch {
      // A full disk, which the intake has reported; it is no reason not to answer.
    }
    await next();
  });
  return all;
}

import type {
  CallbackQuery,
  Chat,
  Message,
  MessageEntity,
  User,
  UserFromGetMe,
} from "grammy/types";

export const BOT: UserFromGetMe = {
  id: 4242,
  is_bot: true,
  first_name: "Visits",
  username: "visits_test_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
} as UserFromGetMe;

/** A user with a Telegram in `language` (IETF tag). */
export function user(id: number, language = "vi"): User {
  return { id, is_bot: false, first_name: `User ${id}`, language_code: language };
}

export function privateChat(from: User): Chat.PrivateChat {
  return { id: from.id, type: "private", first_name: from.first_name };
}

export function group(id = -1001): Chat.SupergroupChat {
  return { id, type: "supergroup", title: "Group" };
}

/** Commands and mentions in a text, found as Telegram's apps find them. */
export function entitiesOf(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const m of text.matchAll(/(?<![\w/])\/[a-z0-9_]{1,32}(?:@[a-z]\w{2,31})?(?!\w)/giu)) {
    found.push({ type: "bot_command", offset: m.index, length: m[0].length });
  }
  for (const m of text.matchAll(/(?<![\w/])@[a-z]\w{3,31}/giu)) {
    const inCommand = found.some((e) => e.offset < m.index && m.index < e.offset + e.length);
    if (!inCommand) found.push({ type: "mention", offset: m.index, length: m[0].length });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

const key = (chatId: number, messageId: number) => `${chatId}:${messageId}`;

/** The chats of the fake server: what users and the bot have written. */
export class FakeChats {
  #nextMessageId = 1;
  #nextQueryId = 1;
  readonly #messages = new Map<string, Message>();
  readonly #chats = new Map<number, Chat>();
  readonly #moved = new Map<number, number>();
  readonly #openQueries = new Set<string>();

  now(): number {
    return Math.floor(Date.now() / 1000);
  }

  /** A message of a user; `content` overrides or adds fields (sticker, caption, reply …). */
  addFromUser(from: User, chat: Chat, content: Partial<Message>): Message {
    const entities = content.text === undefined ? [] : entitiesOf(content.text);
    const captioned = content.caption === undefined ? [] : entitiesOf(content.caption);
    return this.#add(chat, from, {
      ...(entities.length === 0 ? {} : { entities }),
      ...(captioned.length === 0 ? {} : { caption_entities: captioned }),
      ...content,
    });
  }

  addFromBot(chatId: number, content: Partial<Message>): Message {
    const chat = this.#chats.get(chatId) ?? { id: chatId, type: "private", first_name: "Unknown" };
    return this.#add(chat as Chat, BOT, content);
  }

  #add(chat: Chat, from: User, content: Partial<Message>): Message {
    this.#chats.set(chat.id, chat);
    const message = {
      message_id: this.#nextMessageId++,
      date: this.now(),
      chat,
      from,
      ...content,
    } as Message;
    return this.replace(message);
  }

  replace(message: Message): Message {
    this.#messages.set(key(message.chat.id, message.message_id), message);
    return message;
  }

  message(chatId: number, messageId: number): Message | undefined {
    return this.#messages.get(key(chatId, messageId));
  }

  /** A group becomes a supergroup: the old id is refused with the new one. */
  migrate(oldId: number, newId: number): void {
    this.#moved.set(oldId, newId);
    this.#chats.set(newId, { id: newId, type: "supergroup", title: "Group" } as Chat);
  }

  /** Where a chat has moved to, if it has. */
  movedTo(chatId: number): number | undefined {
    return this.#moved.get(chatId);
  }

  remove(chatId: number, messageId: number): boolean {
    return this.#messages.delete(key(chatId, messageId));
  }

  /** A press of a button under a message. */
  query(from: User, message: Message, data: string): CallbackQuery {
    const id = this.openQuery();
    const current = this.message(message.chat.id, message.message_id) ?? message;
    return { id, from, message: current, chat_instance: "1", data };
  }

  /** A query that waits for its answer. */
  openQuery(): string {
    const id = `query-${this.#nextQueryId++}`;
    this.#openQueries.add(id);
    return id;
  }

  closeQuery(id: string): boolean {
    return this.#openQueries.delete(id);
  }
}

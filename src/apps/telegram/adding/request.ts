import type { Document, Message, UserFromGetMe } from "grammy/types";
import type { DocumentInput } from "../../../articles/parse/index.ts";
import { vietnamDay } from "../../../locale/index.ts";
import { MAX_QUESTION_CHARS } from "../answer-question.ts";
import { startsWithCommand } from "../middlewares/gates.ts";

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//iu;
/** `baolangson.vn/tin-123.html`, as people type it. */
const BARE = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?\/\S+$/u;

/** The web addresses among the words of a text, in order, each once. */
function addressesIn(text: string): string[] {
  return [...new Set(text.split(/\s+/u).flatMap((word) => addressOf(word) ?? []))];
}

/** True where a text holds addresses and nothing else. */
function isOnlyAddresses(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => addressOf(word) !== null);
}

function addressOf(word: string): string | null {
  const plain = word.replace(/^[<("“]+/u, "").replace(/[>)"”,;.…]{1,8}$/u, "");
  if (SCHEME.test(plain)) return plain;
  return BARE.test(plain) ? `https://${plain}` : null;
}

type Known = NonNullable<DocumentInput["known"]>;

/**
 * What a forwarded message tells of the text in it: a channel is its source, with the day and the address of the
 * post. Whoever else forwarded or wrote it is no source, and the day on which he did is not the article's.
 */
function knownOfPost(message: Message): Known {
  const { forward_origin: origin } = message;
  const link = firstLink(message);
  if (origin?.type !== "channel") return link === null ? {} : { url: link };
  const { chat, message_id, date } = origin;
  const post = chat.username === undefined ? link : `https://t.me/${chat.username}/${message_id}`;
  return {
    source: chat.title,
    published: vietnamDay(new Date(date * 1000)),
    ...(post === null ? {} : { url: post }),
  };
}

/** The first address in a text, written out or behind words. */
function firstLink(message: Message): string | null {
  const entities = message.entities ?? message.caption_entities ?? [];
  const behind = entities.find((entity) => entity.type === "text_link");
  const written = addressesIn(message.text ?? message.caption ?? "");
  const link = behind?.url ?? written[0] ?? null;
  return link !== null && /^https?:\/\//iu.test(link) ? link : null;
}

/** What an admin wants to be added. */
export type AddRequest =
  | { readonly kind: "pages"; readonly urls: readonly string[] }
  | { readonly kind: "file"; readonly file: Document; readonly caption: string | null }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly known: NonNullable<DocumentInput["known"]>;
    }
  /** `/add` without anything to add. */
  | { readonly kind: "usage" };

/** Shorter texts are no articles: a brief of two sentences has more. */
const MIN_ARTICLE_CHARS = 200;

/** What stands behind `/add` in a text or caption; null where the message is another one. */
function addCommand(message: Message, bot: UserFromGetMe): string | null {
  const text = message.text ?? message.caption ?? "";
  const entity = (message.entities ?? message.caption_entities ?? [])[0];
  if (entity?.type !== "bot_command" || entity.offset !== 0) return null;
  const command = text.slice(0, entity.length).toLowerCase();
  if (command !== "/add" && command !== `/add@${bot.username.toLowerCase()}`) return null;
  return text.slice(entity.length).trim();
}

/**
 * What a message of an admin asks to be added: by `/add` anywhere; in a private chat also by a file, a forwarded text
 * of an article's length, addresses alone, or a text too long for a question. Null: it is something else, such as a
 * question.
 */
export function addRequest(message: Message, bot: UserFromGetMe): AddRequest | null {
  const args = addCommand(message, bot);
  if (args !== null) return commanded(message, args);
  if (message.chat.type !== "private" || startsWithCommand(message)) return null;
  const file = fileOf(message);
  if (file !== null) return { kind: "file", file, caption: message.caption ?? null };
  const text = message.text ?? message.caption ?? "";
  if (isOnlyAddresses(text)) return { kind: "pages", urls: addressesIn(text) };
  const isLong = message.forward_origin
    ? text.length >= MIN_ARTICLE_CHARS
    : text.length > MAX_QUESTION_CHARS;
  return isLong ? { kind: "text", text, known: knownOfPost(message) } : null;
}

function commanded(message: Message, args: string): AddRequest {
  const file = fileOf(message);
  const written = fromText(args, {});
  // The address under a picture is what is meant, not the picture.
  if (written !== null && message.photo !== undefined) return written;
  if (file !== null) return { kind: "file", file, caption: args };
  const replied = message.reply_to_message;
  if (written !== null || replied === undefined) return written ?? { kind: "usage" };
  const repliedFile = fileOf(replied as Message);
  if (repliedFile !== null)
    return { kind: "file", file: repliedFile, caption: args || (replied.caption ?? null) };
  const text = replied.text ?? replied.caption ?? "";
  return fromText(text, knownOfPost(replied as Message)) ?? { kind: "usage" };
}

function fromText(
  text: string,
  known: NonNullable<DocumentInput["known"]>,
): Exclude<AddRequest, { readonly kind: "usage" }> | null {
  const urls = addressesIn(text);
  if (urls.length > 0 && (isOnlyAddresses(text) || text.length < MIN_ARTICLE_CHARS))
    return { kind: "pages", urls };
  return text.length >= MIN_ARTICLE_CHARS ? { kind: "text", text, known } : null;
}

/** The file of a message; Telegram sends animations as files too. */
function fileOf({ document, animation, photo }: Message): Document | null {
  // Telegram sends a photo in several sizes, the largest last: a page that was photographed.
  const largest = photo?.at(-1);
  if (largest !== undefined) return { ...largest, mime_type: "image/jpeg" };
  return document === undefined || animation !== undefined ? null : document;
}

/** Telegram's apps cut what is pasted at 4096 characters, at a space where there is one. */
const CUT_CHARS = 3_000;
/** The pieces are sent at once. */
const APART_SECONDS = 2;
/** Chats whose last paste is kept; a piece follows within seconds. */
const MAX_CHATS = 100;

/** A text that was pasted, and the proposal that it was read into. */
export interface Paste {
  readonly proposalId: string;
  readonly text: string;
  readonly last: Message;
}

/** Finds the further pieces of a pasted text that was too long for one message. */
export class LongPastes {
  readonly #last = new Map<number, Paste>();

  remember(paste: Paste): void {
    const chatId = paste.last.chat.id;
    this.#last.delete(chatId);
    this.#last.set(chatId, paste);
    const oldest = this.#last.keys().next().value;
    if (this.#last.size > MAX_CHATS && oldest !== undefined) this.#last.delete(oldest);
  }

  /** The paste that a message goes on with, its text with the message's behind it; null: none. */
  continued(message: Message): Paste | null {
    const paste = this.#last.get(message.chat.id);
    const { text, from, date } = message;
    if (paste === undefined || text === undefined || startsWithCommand(message)) return null;
    const { last } = paste;
    const follows = last.from?.id === from?.id && date - last.date <= APART_SECONDS;
    if (!follows || (last.text ?? "").length < CUT_CHARS) return null;
    // A forwarded post is whole; what follows it is another one.
    if (last.forward_origin !== undefined || message.forward_origin !== undefined) return null;
    const isWhole = /[.!?…:;"”»)]$/u.test(paste.text.trimEnd());
    return { ...paste, text: `${paste.text}${isWhole ? "\n" : " "}${text}`, last: message };
  }
}

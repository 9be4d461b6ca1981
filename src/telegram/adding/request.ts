import type { Document, Message, UserFromGetMe } from "grammy/types";
import type { DocumentInput } from "../../ingest/document.ts";
import { startsWithCommand } from "../addressed.ts";
import { MAX_QUESTION_CHARS } from "../answer-question.ts";
import { addressesIn, isOnlyAddresses } from "./addresses.ts";
import { knownOfPost } from "./post.ts";

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
export const MIN_ARTICLE_CHARS = 200;

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
  if (repliedFile !== null) {
    return { kind: "file", file: repliedFile, caption: args || (replied.caption ?? null) };
  }
  const text = replied.text ?? replied.caption ?? "";
  return fromText(text, knownOfPost(replied as Message)) ?? { kind: "usage" };
}

function fromText(
  text: string,
  known: NonNullable<DocumentInput["known"]>,
): Exclude<AddRequest, { readonly kind: "usage" }> | null {
  const urls = addressesIn(text);
  if (urls.length > 0 && (isOnlyAddresses(text) || text.length < MIN_ARTICLE_CHARS)) {
    return { kind: "pages", urls };
  }
  return text.length >= MIN_ARTICLE_CHARS ? { kind: "text", text, known } : null;
}

/** The file of a message; Telegram sends animations as files too. */
function fileOf({ document, animation, photo }: Message): Document | null {
  // Telegram sends a photo in several sizes, the largest last: a page that was photographed.
  const largest = photo?.at(-1);
  if (largest !== undefined) return { ...largest, mime_type: "image/jpeg" };
  return document === undefined || animation !== undefined ? null : document;
}

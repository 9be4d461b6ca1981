import type { Message } from "grammy/types";
import type { DocumentInput } from "../../ingest/document.ts";
import { vietnamDay } from "../../locale/format.ts";
import { addressesIn } from "./addresses.ts";

type Known = NonNullable<DocumentInput["known"]>;

/**
 * What a forwarded message tells of the text in it: a channel is its source, with the day and the address of the
 * post. Whoever else forwarded or wrote it is no source, and the day on which he did is not the article's.
 */
export function knownOfPost(message: Message): Known {
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

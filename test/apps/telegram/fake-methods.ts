import type { InlineKeyboardMarkup, Message, MessageEntity } from "grammy/types";
import type { FakeChats } from "./fake-chats.ts";
import { EntityError, parseTelegramHtml } from "./telegram-html.ts";

export type Params = Readonly<Record<string, unknown>>;

/** A file that was sent along with a call. */
export interface UploadedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/** A refusal, as the Bot API answers it. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  constructor(code: number, description: string, parameters?: Readonly<Record<string, unknown>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

const badRequest = (detail: string) => new ApiError(400, `Bad Request: ${detail}`);

/** Of every message that is sent. */
const SENT = [
  "chat_id",
  "message_thread_id",
  "business_connection_id",
  "direct_messages_topic_id",
  "disable_notification",
  "protect_content",
  "reply_parameters",
  "reply_markup",
];
const CAPTIONED = [...SENT, "caption", "parse_mode", "caption_entities"];

/** Parameters by method (Bot API 10). The real server ignores others; here they are mistakes. */
export const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  deleteWebhook: ["drop_pending_updates"],
  setWebhook: ["url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates"],
  getWebhookInfo: [],
  getUpdates: ["offset", "limit", "timeout", "allowed_updates"],
  setMyCommands: ["commands", "scope", "language_code"],
  deleteMyCommands: ["scope", "language_code"],
  sendMessage: [...SENT, "text", "parse_mode", "entities", "link_preview_options"],
  sendPhoto: [...CAPTIONED, "photo", "show_caption_above_media", "has_spoiler"],
  sendDocument: [...CAPTIONED, "document", "thumbnail", "disable_content_type_detection"],
  answerInlineQuery: [
    "inline_query_id",
    "results",
    "cache_time",
    "is_personal",
    "next_offset",
    "button",
  ],
  editMessageText: [
    "business_connection_id",
    "chat_id",
    "message_id",
    "inline_message_id",
    "text",
    "parse_mode",
    "entities",
    "link_preview_options",
    "reply_markup",
  ],
  editMessageReplyMarkup: [
    "business_connection_id",
    "chat_id",
    "message_id",
    "inline_message_id",
    "reply_markup",
  ],
  deleteMessage: ["chat_id", "message_id"],
  sendChatAction: ["business_connection_id", "chat_id", "message_thread_id", "action"],
  answerCallbackQuery: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
};

/** False where a text holds half of a surrogate pair: it has no UTF-8. */
function wellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(wellFormed);
}

function checkParameters(method: string, params: Params): void {
  if (!wellFormed(params)) throw badRequest("strings must be encoded in UTF-8");
  const known = PARAMETERS[method];
  if (known === undefined) throw new ApiError(404, "Not Found: method not found");
  const unknown = Object.keys(params).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badRequest(`unknown parameter "${unknown}" of ${method}`);
}

/** Text and entities of a message as the server stores them: parsed, trimmed, checked for length. */
function parsedText(params: Params): { text: string; entities: MessageEntity[] } {
  if (typeof params.text !== "string") throw badRequest("message text is empty");
  let parsed: { text: string; entities: readonly object[] } = { text: params.text, entities: [] };
  if (params.parse_mode !== undefined) {
    if (params.parse_mode !== "HTML") throw badRequest("unsupported parse_mode");
    try {
      parsed = parseTelegramHtml(params.text);
    } catch (error) {
      if (error instanceof EntityError) throw new ApiError(400, error.message);
      throw error;
    }
  }
  const text = parsed.text.trim();
  if (text === "") throw badRequest("message text is empty");
  if (text.length > 4096) throw badRequest("message is too long");
  return { text, entities: parsed.entities as MessageEntity[] };
}

/** Groups have negative ids. */
function checkWebApp(url: string, chatId: number): void {
  if (chatId < 0) throw badRequest("BUTTON_TYPE_INVALID");
  if (!url.startsWith("https:"))
    throw badRequest("inline keyboard button Web App URL is invalid: Only HTTPS links are allowed");
}

function checkedMarkup(params: Params): InlineKeyboardMarkup | undefined {
  if (params.reply_markup === undefined) return undefined;
  const asks = params.reply_markup as { force_reply?: true; input_field_placeholder?: string };
  if (asks.force_reply) {
    const { length } = asks.input_field_placeholder ?? "x";
    if (length < 1 || length > 64) throw badRequest("input field placeholder is too long");
    return undefined;
  }
  const markup = params.reply_markup as InlineKeyboardMarkup;
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows)) throw badRequest("object expected as reply markup");
  for (const button of rows.flat()) {
    if (typeof button.text !== "string" || button.text === "") {
      throw badRequest("text buttons must be non-empty");
    }
    if ("web_app" in button) checkWebApp(button.web_app.url, Number(params.chat_id));
    if (!("callback_data" in button)) continue;
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
  }
  const used = rows.filter((row) => row.length > 0);
  return used.length === 0 ? undefined : { inline_keyboard: used };
}

function checkCommands(params: Params): true {
  const commands = params.commands as { command: string; description: string }[];
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/u.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > 256) {
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
  }
  return true;
}

function edited(chats: FakeChats, params: Params, changes: Partial<Message>): Message {
  const message = chats.message(Number(params.chat_id), Number(params.message_id));
  if (message === undefined) throw badRequest("message to edit not found");
  const { reply_markup: _, ...rest } = message;
  const next = { ...rest, ...changes } as Message;
  const visible = ({ text, entities, reply_markup }: Message) =>
    JSON.stringify([text, entities, reply_markup]);
  if (visible(next) === visible(message)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  return chats.replace({ ...next, edit_date: chats.now() } as Message);
}

const withMarkup = (markup: InlineKeyboardMarkup | undefined): Partial<Message> =>
  markup === undefined ? {} : { reply_markup: markup };

function sendMessage(chats: FakeChats, params: Params): Message {
  const chatId = Number(params.chat_id);
  const { text, entities } = parsedText(params);
  const markup = checkedMarkup(params);
  const reply = params.reply_parameters as
    | { message_id: number; allow_sending_without_reply?: boolean }
    | undefined;
  const replied = reply && chats.message(chatId, reply.message_id);
  if (reply && replied === undefined && !reply.allow_sending_without_reply) {
    throw badRequest("message to be replied not found");
  }
  return chats.addFromBot(chatId, {
    text,
    ...(entities.length === 0 ? {} : { entities }),
    ...(replied === undefined ? {} : { reply_to_message: replied }),
    ...withMarkup(markup),
  } as Partial<Message>);
}

/** Sends a photo or a document; both must come with their content. */
function sendFile(chats: FakeChats, params: Params, kind: "photo" | "document"): Message {
  const file = params[kind] as Partial<UploadedFile> | undefined;
  if (!(file?.content instanceof Buffer)) throw badRequest(`there is no ${kind} in the request`);
  const { content, fileName = "" } = file;
  if (content.length === 0) throw badRequest("file must be non-empty");
  const caption = typeof params.caption === "string" ? params.caption : undefined;
  if (caption !== undefined && caption.length > 1024)
    throw badRequest("message caption is too long");
  const id = { file_id: `file-${fileName}`, file_unique_id: fileName, file_size: content.length };
  const sent =
    kind === "photo" ? pictureOf(content, id) : { document: { ...id, file_name: fileName } };
  return chats.addFromBot(Number(params.chat_id), {
    ...sent,
    ...(caption === undefined ? {} : { caption }),
    ...withMarkup(checkedMarkup(params)),
  } as Partial<Message>);
}

/** A PNG as Telegram takes photos: no more than 10 MB, sides together 10,000, one at most 20 times the other. */
function pictureOf(content: Buffer, id: object): object {
  if (content.readUInt32BE(0) !== 0x89504e47) throw badRequest("IMAGE_PROCESS_FAILED");
  const width = content.readUInt32BE(16);
  const height = content.readUInt32BE(20);
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (content.length > 10_000_000) throw badRequest("file is too big");
  if (width + height > 10_000 || ratio > 20) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return { photo: [{ ...id, width, height }] };
}

function answerInlineQuery(chats: FakeChats, params: Params): true {
  const results = params.results as {
    id: string;
    type: string;
    title?: string;
    input_message_content?: Params;
  }[];
  if (results.length > 50) throw badRequest("RESULTS_TOO_MUCH");
  if (new Set(results.map(({ id }) => id)).size < results.length)
    throw badRequest("RESULT_ID_DUPLICATE");
  for (const { id, type, title, input_message_content: content } of results) {
    const bytes = Buffer.byteLength(id);
    if (bytes < 1 || bytes > 64) throw badRequest("RESULT_ID_INVALID");
    if (type !== "article" || !title) throw badRequest("ARTICLE_TITLE_EMPTY");
    parsedText({ ...content, text: content?.message_text });
  }
  const button = params.button as { text: string; start_parameter: string } | undefined;
  if (button !== undefined && !/^[\w-]{1,64}$/u.test(button.start_parameter))
    throw badRequest("START_PARAM_INVALID");
  if (String(params.next_offset ?? "").length > 64) throw badRequest("NEXT_OFFSET_INVALID");
  if (!chats.closeQuery(String(params.inline_query_id)))
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  return true;
}

/** Carries out a call, getUpdates and getMe excepted. @throws {ApiError} as the real server refuses. */
export function callMethod(chats: FakeChats, method: string, params: Params): unknown {
  checkParameters(method, params);
  const movedTo = chats.movedTo(Number(params.chat_id));
  if (movedTo !== undefined) {
    throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: movedTo,
    });
  }
  switch (method) {
    case "sendMessage":
      return sendMessage(chats, params);
    case "editMessageText": {
      const { text, entities } = parsedText(params);
      const shown = entities.length === 0 ? { text } : { text, entities };
      return edited(chats, params, { ...shown, ...withMarkup(checkedMarkup(params)) });
    }
    case "editMessageReplyMarkup":
      return edited(chats, params, withMarkup(checkedMarkup(params)));
    case "deleteMessage":
      if (!chats.remove(Number(params.chat_id), Number(params.message_id))) {
        throw badRequest("message to delete not found");
      }
      return true;
    case "answerCallbackQuery":
      if (typeof params.text === "string" && params.text.length > 200) {
        throw badRequest("MESSAGE_TOO_LONG");
      }
      if (!chats.closeQuery(String(params.callback_query_id))) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      return true;
    case "sendPhoto":
      return sendFile(chats, params, "photo");
    case "sendDocument":
      return sendFile(chats, params, "document");
    case "answerInlineQuery":
      return answerInlineQuery(chats, params);
    case "sendChatAction":
      if (params.action !== "typing") throw badRequest("wrong parameter action in request");
      return true;
    case "setMyCommands":
      return checkCommands(params);
    default:
      return true;
  }
}

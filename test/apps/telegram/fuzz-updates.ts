import type { Chat, MessageEntity, Update, User } from "grammy/types";
import { BOT, entitiesOf } from "./fake-chats.ts";
import { oddText, pick, type Random } from "./fuzz-texts.ts";

const ENTITY_TYPES = [
  "mention",
  "hashtag",
  "bot_command",
  "url",
  "bold",
  "spoiler",
  "code",
  "pre",
  "text_link",
  "text_mention",
  "custom_emoji",
  "blockquote",
] as const;

/** Contents of a message besides text, with as few fields as the Bot API promises. */
const file = { file_id: "f", file_unique_id: "u" };
const CONTENTS: readonly object[] = [
  {
    sticker: { ...file, type: "regular", width: 1, height: 1, is_animated: false, is_video: false },
  },
  { photo: [{ ...file, width: 1, height: 1 }] },
  { voice: { ...file, duration: 1 } },
  { video: { ...file, width: 1, height: 1, duration: 1 } },
  { document: file },
  { audio: { ...file, duration: 1 } },
  { animation: { ...file, width: 1, height: 1, duration: 1 } },
  { contact: { phone_number: "1", first_name: "x" } },
  { location: { latitude: 0, longitude: 0 } },
  { dice: { emoji: "🎲", value: 1 } },
  { poll: { id: "p", question: "?", options: [] } },
  { new_chat_members: [BOT] },
  { new_chat_members: [] },
  { left_chat_member: { id: 3, is_bot: false, first_name: "x" } },
  { new_chat_title: "x" },
  { pinned_message: { message_id: 1, date: 0, chat: { id: 1, type: "private" } } },
  { forum_topic_created: { name: "x", icon_color: 1 } },
  { web_app_data: { data: "x", button_text: "y" } },
  { successful_payment: { currency: "XTR", total_amount: 1 } },
  { group_chat_created: true },
  { story: { chat: { id: 1, type: "private" }, id: 1 } },
  { game: { title: "x", description: "y", photo: [] } },
  { checklist: { title: "x", tasks: [] } },
  { users_shared: { request_id: 1, users: [] } },
  {},
];

const DATA = [
  "src:0",
  "src:99999",
  "more:0",
  "more:9999",
  "fb:up",
  "fb:down",
  "ex:vi:0",
  "ex:vi:9",
];

let nextMessageId = 1_000_000;

function oddUser(random: Random): User {
  const id = 1 + Math.floor(random() * 40);
  const language = pick(random, ["vi", "en", "zh-hans", "xx", "", undefined]);
  return {
    id,
    is_bot: random() < 0.03,
    first_name: pick(random, ["A", "", "<b>"]),
    ...(language === undefined ? {} : { language_code: language }),
  };
}

function oddChat(random: Random, from: User): Chat {
  if (random() < 0.6) return { id: from.id, type: "private", first_name: from.first_name };
  const id = -1000 - Math.floor(random() * 5);
  return pick(random, [
    { id, type: "group", title: "x" },
    { id, type: "supergroup", title: "x" },
    { id, type: "supergroup", title: "x", is_forum: true },
    { id, type: "channel", title: "x" },
  ] as Chat[]);
}

/** Entities that stand anywhere, as a client with another idea of lengths sends them. */
function oddEntities(random: Random, text: string): MessageEntity[] {
  if (random() < 0.7) return entitiesOf(text);
  return Array.from({ length: Math.floor(random() * 4) }, () => ({
    type: pick(random, ENTITY_TYPES) as "bold",
    offset: Math.floor(random() * (text.length + 10)),
    length: Math.floor(random() * 50),
    url: "http://x",
    user: BOT,
  }));
}

function oddMessage(random: Random, depth = 0): Record<string, unknown> {
  const from = oddUser(random);
  const chat = oddChat(random, from);
  const text = oddText(random);
  const kind = random();
  const content =
    kind < 0.75
      ? { text, entities: oddEntities(random, text) }
      : kind < 0.82
        ? { ...pick(random, CONTENTS), caption: text.slice(0, 1024), caption_entities: [] }
        : pick(random, CONTENTS);
  return {
    message_id: nextMessageId++,
    date: Math.floor(Date.now() / 1000) - (random() < 0.05 ? 1e6 : 0),
    chat,
    ...(chat.type === "channel" || random() < 0.03 ? {} : { from }),
    ...content,
    ...(random() < 0.1 && depth === 0 ? { reply_to_message: oddMessage(random, 1) } : {}),
    ...(random() < 0.05 ? { message_thread_id: 7, is_topic_message: true } : {}),
    ...(random() < 0.05 ? { media_group_id: "m" } : {}),
    ...(random() < 0.05 ? { via_bot: BOT, quote: { text: "x", position: 0 } } : {}),
    ...(random() < 0.05 ? { forward_origin: { type: "hidden_user", date: 0 } } : {}),
  };
}

function oddQuery(random: Random): Record<string, unknown> {
  const from = oddUser(random);
  const message = oddMessage(random);
  return {
    id: String(nextMessageId++),
    from,
    chat_instance: "1",
    ...(random() < 0.8
      ? { data: random() < 0.7 ? pick(random, DATA) : oddText(random).slice(0, 64) }
      : {}),
    ...(random() < 0.8
      ? { message: random() < 0.1 ? { chat: message.chat, message_id: 1, date: 0 } : message }
      : { inline_message_id: "i" }),
  };
}

/** Makes an update of any kind that the Bot API knows (10.3), with odd text and missing optional fields. */
export function fuzzUpdate(random: Random): Omit<Update, "update_id"> {
  const from = oddUser(random);
  const chat = oddChat(random, from);
  const date = Math.floor(Date.now() / 1000);
  const member = { user: from, status: "member" };
  const change = { chat, from, date, old_chat_member: member, new_chat_member: member };
  const inline = { id: "1", from, query: oddText(random).slice(0, 256), offset: "" };
  const poll = { id: "p", question: "?", options: [], total_voter_count: 0 };
  const RARE: Readonly<Record<string, unknown>> = {
    edited_message: { ...oddMessage(random), edit_date: date },
    channel_post: oddMessage(random),
    edited_channel_post: oddMessage(random),
    business_connection: { id: "b", user: from, user_chat_id: from.id, date, is_enabled: true },
    business_message: { ...oddMessage(random), business_connection_id: "b" },
    edited_business_message: oddMessage(random),
    deleted_business_messages: { business_connection_id: "b", chat, message_ids: [1] },
    guest_message: oddMessage(random),
    stopped_message_generation: { chat, message_id: 1 },
    message_reaction: { chat, message_id: 1, date, user: from, old_reaction: [], new_reaction: [] },
    message_reaction_count: { chat, message_id: 1, date, reactions: [] },
    inline_query: inline,
    chosen_inline_result: { result_id: "1", from, query: inline.query },
    shipping_query: { id: "1", from, invoice_payload: "x", shipping_address: {} },
    pre_checkout_query: { id: "1", from, currency: "XTR", total_amount: 1, invoice_payload: "x" },
    purchased_paid_media: { from, paid_media_payload: "x" },
    poll,
    poll_answer: { poll_id: "p", user: from, option_ids: [] },
    my_chat_member: change,
    chat_member: change,
    chat_join_request: { chat, from, user_chat_id: from.id, date },
    chat_boost: { chat, boost: { boost_id: "1", add_date: date } },
    removed_chat_boost: { chat, boost_id: "1", remove_date: date },
    managed_bot: { user: from },
    subscription: { user: from },
    a_kind_of_next_year: { chat, from },
  };
  const kind = random();
  if (kind < 0.65) return { message: oddMessage(random) } as never;
  if (kind < 0.8) return { callback_query: oddQuery(random) } as never;
  const rare = pick(random, Object.keys(RARE));
  return { [rare]: RARE[rare] } as never;
}

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeBotApi } from "./fake-bot-api.ts";
import { entitiesOf } from "./fake-chats.ts";
import { parseTelegramHtml } from "./telegram-html.ts";

let api: FakeBotApi;
beforeEach(async () => {
  api = await FakeBotApi.start();
});
afterEach(async () => {
  await api.stop();
});

interface Reply {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
}

async function call(method: string, params: object = {}, token = api.token): Promise<Reply> {
  const response = await fetch(`${api.url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Reply;
}

const send = (text: string, other: object = {}) =>
  call("sendMessage", { chat_id: 1, text, ...other });
const ids = (reply: Reply) => (reply.result as { update_id: number }[]).map((u) => u.update_id);

describe("getUpdates of the fake server", () => {
  test("gives an update again until a higher offset confirms it", async () => {
    api.say("a");
    api.say("b");
    expect(ids(await call("getUpdates", { limit: 1 }))).toEqual([1000]);
    expect(ids(await call("getUpdates"))).toEqual([1000, 1001]);
    expect(ids(await call("getUpdates", { offset: 1001 }))).toEqual([1001]);
    expect(ids(await call("getUpdates", { offset: 1002 }))).toEqual([]);
  });

  test("waits for an update and then answers at once", async () => {
    const polled = call("getUpdates", { timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    api.say("a");
    expect(ids(await polled)).toEqual([1000]);
  });

  test("ends the first of two polls with a conflict", async () => {
    const first = call("getUpdates", { timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = call("getUpdates", { timeout: 30 });
    expect((await first).error_code).toBe(409);
    api.say("a");
    expect(ids(await second)).toEqual([1000]);
  });

  test("leaves out the kinds that were not asked for", async () => {
    await call("getUpdates", { allowed_updates: ["callback_query"] });
    api.say("a");
    expect(ids(await call("getUpdates"))).toEqual([]);
  });
});

describe("what the fake server refuses", () => {
  test.each([
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["<b>x</i>", "Unmatched end tag"],
    ["x</b>", "Unexpected end tag"],
    ["<script>x</script>", 'Unsupported start tag "script"'],
    ["1 < 2", "Unsupported start tag"],
  ])("HTML like %s", async (html, problem) => {
    const reply = await send(html, { parse_mode: "HTML" });
    expect(reply.error_code).toBe(400);
    expect(reply.description).toContain("can't parse entities");
    expect(reply.description).toContain(problem);
  });

  test.each([
    [" \n ", {}, "message text is empty"],
    ["<b> </b>", { parse_mode: "HTML" }, "message text is empty"],
    ["x".repeat(4097), {}, "message is too long"],
    [
      "x",
      { reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "ữ".repeat(22) }]] } },
      "BUTTON_DATA_INVALID",
    ],
    ["x", { reply_parameters: { message_id: 99 } }, "message to be replied not found"],
    ["x", { disable_web_page_preview: true }, "unknown parameter"],
  ])("a message such as %.5s %o", async (text, other, problem) => {
    const reply = await send(text, other);
    expect(reply.error_code).toBe(400);
    expect(reply.description).toContain(problem);
  });

  test("counts the length of a message after its formatting is parsed", async () => {
    const html = `<a href="https://a.example/${"y".repeat(500)}">${"&lt;".repeat(4096)}</a>`;
    expect((await send(html, { parse_mode: "HTML" })).ok).toBe(true);
  });

  test("an edit that changes nothing, and one of a message that is not there", async () => {
    const { message_id } = (await send("x")).result as { message_id: number };
    const same = await call("editMessageText", { chat_id: 1, message_id, text: "x" });
    expect(same.description).toContain("message is not modified");
    const gone = await call("editMessageText", { chat_id: 1, message_id: 99, text: "x" });
    expect(gone.description).toContain("message to edit not found");
  });

  test("a wrong token, an unknown method, a button press answered twice", async () => {
    expect((await call("getMe", {}, "1:x")).error_code).toBe(401);
    expect((await call("sendNothing")).error_code).toBe(404);
    const { message_id } = (await send("x")).result as { message_id: number };
    const id = api.press(api.chats.message(1, message_id)!, "data");
    expect((await call("answerCallbackQuery", { callback_query_id: id })).ok).toBe(true);
    const again = await call("answerCallbackQuery", { callback_query_id: id });
    expect(again.description).toContain("query is too old");
  });
});

test("entities of HTML have offsets in UTF-16 units", () => {
  expect(
    parseTelegramHtml("🇻🇳 <b>a<i>b</i></b> <blockquote expandable>q &amp; r</blockquote>"),
  ).toEqual({
    text: "🇻🇳 ab q & r",
    entities: [
      { type: "bold", offset: 5, length: 2 },
      { type: "italic", offset: 6, length: 1 },
      { type: "expandable_blockquote", offset: 8, length: 5 },
    ],
  });
});

test("commands and mentions of a text are found as Telegram's apps find them", () => {
  expect(entitiesOf("/ask@some_bot x @other_user a@b.vn 1/2")).toEqual([
    { type: "bot_command", offset: 0, length: 13 },
    { type: "mention", offset: 16, length: 11 },
  ]);
});

import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { group, user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

const setup = runningBot();
const keys = (message: Message) =>
  message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];

/** The menu that a private chat shows now, by its first description. */
const menuOf = (chatId: number) =>
  setup.api
    .done("setMyCommands")
    .filter(({ params }) => (params.scope as { chat_id?: number })?.chat_id === chatId)
    .map(({ params }) => params.commands as { command: string; description: string }[])
    .at(-1);

describe("/language", () => {
  test("offers the languages by their own names, the chosen one marked", async () => {
    const { api } = setup;
    api.say("/language");
    const message = await api.reply();
    expect(keys(message)).toEqual(["Tiếng Việt", "English", "中文", "✓ Tự động (theo Telegram)"]);
    api.press(message, "lang:zh");
    await api.waitFor("editMessageText");
    expect(api.chats.message(1, message.message_id)?.text).toBe("机器人现在使用中文。");
    api.say("/language");
    expect(keys(await api.reply(2))).toContain("✓ 中文");
  });

  test("is kept over a restart, and goes before the language of Telegram", async () => {
    const { api } = setup;
    api.say("/language");
    api.press(await api.reply(), "lang:en");
    await api.waitFor("editMessageText");
    await setup.bot.stop();
    await setup.newBot().start();
    api.say("/status");
    expect((await api.reply(2)).text).toMatch(/^The collection/u);
    // In groups too, and only for this person.
    api.say("/status@visits_test_bot", { chat: group() });
    expect((await api.reply(3)).text).toMatch(/^The collection/u);
    api.say("/status", { from: user(2) });
    expect((await api.reply(4)).text).toMatch(/^Kho tư liệu/u);
  });

  test("leads back to the language of Telegram", async () => {
    const { api, readers } = setup;
    readers.setLanguage(1, "zh");
    api.say("/language");
    api.press(await api.reply(), "lang:auto");
    await api.waitFor("deleteMyCommands", { count: 4 });
    expect(readers.language(1)).toBeNull();
    api.say("/status");
    expect((await api.reply(2)).text).toMatch(/^Kho tư liệu/u);
  });

  test("changes the menu of a private chat, an admin's with all commands", async () => {
    const { api } = setup;
    const from = user(ADMIN_ID);
    api.say("/language", { from });
    api.press(await api.reply(), "lang:en", from);
    await expect.poll(() => menuOf(ADMIN_ID)?.[0]?.description).toMatch(/^Ask/u);
    expect(menuOf(ADMIN_ID)?.map(({ command }) => command)).toContain("reindex");
    api.say("/language");
    api.press(await api.reply(2), "lang:zh");
    await expect.poll(() => menuOf(1)?.length).toBeGreaterThan(5);
    expect(menuOf(1)?.map(({ command }) => command)).not.toContain("reindex");
  });
});

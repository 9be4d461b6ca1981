import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { InlineKeyboardButton, Message, User } from "grammy/types";
import pino from "pino";
import { afterEach, beforeEach, expect } from "vitest";
import { upkeepOf } from "../../../src/apps/telegram/upkeep.ts";
import { readConfig } from "../../../src/config/config.ts";
import { createEngine, type VisitsEngine } from "../../../src/engine.ts";
import { buildIndex } from "../../../src/indexing/ensure-index.ts";
import { shippedEmbedder, temporaryFolder } from "../../index/fixture.ts";
import { user } from "./fake-chats.ts";
import { ADMIN_ID, type Setup } from "./running-bot.ts";

/** Puts the real engine behind a test's bot, over the articles that `files` gives by path; re-indexing is real too. */
export function realEngine(
  setup: Setup,
  files: () => Readonly<Record<string, string>>,
): { readonly indexDir: string } {
  const state = { indexDir: "" };
  let engine: VisitsEngine;
  beforeEach(async () => {
    state.indexDir = temporaryFolder();
    const { corpusDir } = setup;
    rmSync(corpusDir, { recursive: true, force: true });
    mkdirSync(corpusDir, { recursive: true });
    for (const [path, content] of Object.entries(files())) {
      mkdirSync(dirname(join(corpusDir, path)), { recursive: true });
      writeFileSync(join(corpusDir, path), content);
    }
    const build = async () => {
      const embedder = await shippedEmbedder();
      return await buildIndex({
        corpusDir,
        indexDir: state.indexDir,
        embedder,
        startedBy: "a test",
      });
    };
    await build();
    const env = { CORPUS_DIR: corpusDir, INDEX_DIR: state.indexDir };
    const config = readConfig(env, process.cwd());
    engine = await createEngine({ config, logger: pino({ level: "silent" }), asItIs: true });
    const names = [
      "ask",
      "sources",
      "article",
      "visitsOf",
      "find",
      "sameAs",
      "register",
      "finds",
      "status",
      "reload",
    ] as const;
    for (const name of names)
      Object.assign(setup.engine, { [name]: (engine[name] as () => unknown).bind(engine) });
    setup.upkeep = upkeepOf(state.indexDir);
    setup.reindexer = {
      ...setup.reindexer,
      start: async () => ({ kind: "done", counters: await build() }),
    };
  });
  afterEach(() => engine.close());
  return state;
}

/** Somebody's phone: writes, presses, looks. */
export function phone(setup: Setup, from: User = user(ADMIN_ID)) {
  const now = ({ chat, message_id }: Message) => setup.api.chats.message(chat.id, message_id)!;
  const buttons = (message: Message) => now(message).reply_markup?.inline_keyboard.flat() ?? [];
  const labels = (message: Message) => buttons(message).map(({ text }) => text);
  /** What the bot sends next. */
  const next = async (act: () => unknown): Promise<Message> => {
    const before = setup.api.sent().length;
    act();
    await expect.poll(() => setup.api.sent().length, { timeout: 8000 }).toBeGreaterThan(before);
    return setup.api.sent()[before]!;
  };
  /** @returns The words under the button. */
  const press = async (message: Message, label: string): Promise<string | undefined> => {
    await expect.poll(() => labels(message), { timeout: 8000 }).toContain(label);
    const button = buttons(message).find(({ text }) => text === label);
    const answers = setup.api.done("answerCallbackQuery").length;
    const { callback_data } = button as InlineKeyboardButton.CallbackButton;
    expect(Buffer.byteLength(callback_data)).toBeLessThanOrEqual(64);
    setup.api.press(message, callback_data, from);
    await setup.api.waitFor("answerCallbackQuery", { count: answers + 1 });
    return setup.api.done("answerCallbackQuery").at(-1)!.params.text as string | undefined;
  };
  return {
    now,
    labels,
    next,
    press,
    say: (text: string, more: Partial<Message> = {}) =>
      next(() => setup.api.say({ text, ...more }, { from })),
    reply: (to: Message, text: string) =>
      next(() => setup.api.say({ text, reply_to_message: to as never }, { from })),
    shows: (message: Message, text: string | RegExp) =>
      expect.poll(() => now(message).text, { timeout: 20_000 }).toMatch(text),
  };
}

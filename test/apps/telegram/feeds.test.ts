import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InlineKeyboardButton, Message } from "grammy/types";
import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { foundTaker } from "../../../src/apps/shared/index-queue.ts";
import { AddedArticles, watchFeeds } from "../../../src/apps/telegram/watch-feeds.ts";
import { type Feed, openFeedStore } from "../../../src/articles/feeds/feed-store.ts";
import { FeedWatcher } from "../../../src/articles/feeds/feed-watcher.ts";
import { parseFeeds } from "../../../src/articles/feeds/feeds-file.ts";
import { fetchSafely } from "../../../src/articles/fetch/fetch-safely.ts";
import { parseDocument } from "../../../src/articles/parse/parse-document.ts";
import { localeFor } from "../../../src/locale/index.ts";
import {
  type LocalServer,
  localServer,
  WITH_THIS_MACHINE,
} from "../../articles/fetch/local-server.ts";
import { user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

const SECOND_ADMIN = 78;
const setup = runningBot({ adminIds: [ADMIN_ID, SECOND_ADMIN] });
const logger = pino({ level: "silent" });

const titles = [1, 2, 3].map((n) => `Lãnh đạo tỉnh tiếp đoàn công tác Quảng Tây lần thứ ${n}`);
const article = (n: number) =>
  `<html><head><title>${titles[n - 1]}</title></head><body><article><h1>${titles[n - 1]}</h1><p>Sáng ${n}/3/2024, tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh, tiếp đoàn công tác số ${n} của Quảng Tây (Trung Quốc).</p><p>Hai bên trao đổi về thông quan hàng hóa và giữ liên lạc thường xuyên giữa các huyện.</p></article></body></html>`;

let server: LocalServer;
let down: number | null = null;
let folder: string;
beforeAll(async () => {
  server = await localServer((request, response) => {
    const n = Number(/^\/tin\/(\d)$/u.exec(request.url ?? "")?.[1]);
    if (request.url === "/rss") {
      const items = titles.map(
        (title, i) =>
          `<item><title>${title}</title><link>${server.url}/tin/${i + 1}</link><pubDate>0${i + 1} Mar 2024 20:00:00 GMT</pubDate></item>`,
      );
      response.end(`<rss version="2.0"><channel>${items.join("")}</channel></rss>`);
    } else if (n === down) response.writeHead(503).end();
    else if (n === 3) response.writeHead(404).end();
    else if (n > 0) response.setHeader("content-type", "text/html").end(article(n));
    else response.writeHead(404).end();
  });
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "visits-feeds-"));
  rmSync(setup.corpusDir, { recursive: true, force: true });
  down = null;
});
afterEach(() => rmSync(folder, { recursive: true }));

function watcher(auto: boolean): { check: () => Promise<unknown>; close: () => Promise<void> } {
  const feed = parseFeeds(
    `feeds:\n - {name: Báo <Thử>, url: "${server.url}/rss", backlog: 5, auto: ${auto}}`,
    "f",
  )[0] as Feed;
  const { engine, corpus, bot } = setup;
  const indexQueue = { request: async () => ({ kind: "held" }) as const };
  const added = new AddedArticles({ indexQueue, bot, logger, quietMs: 300 });
  const store = openFeedStore(folder);
  const one = new FeedWatcher({
    feeds: [feed],
    store,
    logger,
    minDelayMs: 1,
    fetch: (url, options) => fetchSafely(url, { ...options, policy: WITH_THIS_MACHINE }),
    onFound: foundTaker({
      engine,
      corpus,
      logger,
      signal: new AbortController().signal,
      offer: (proposal) => bot.offer(proposal),
      onAdded: (found) => added.add(found),
      read: parseDocument,
    }),
  });
  return {
    check: () => one.check(feed),
    async close() {
      await one.stop();
      store.close();
    },
  };
}

const now = ({ chat, message_id }: Message) => setup.api.chats.message(chat.id, message_id)!;
const labels = (message: Message) =>
  (now(message).reply_markup?.inline_keyboard.flat() ?? []).map(({ text }) => text);
const saved = () =>
  existsSync(join(setup.corpusDir, "added"))
    ? readdirSync(join(setup.corpusDir, "added"), { recursive: true, encoding: "utf8" }).filter(
        (name) => name.endsWith(".md"),
      )
    : [];

test("every admin gets a card; who presses first decides, and the others see it", async () => {
  const { api } = setup;
  down = 1;
  const feeds = watcher(false);
  await feeds.check();
  expect(api.sent().map(({ chat, text }) => [chat.id, text!.split("\n")[0]])).toEqual([
    [ADMIN_ID, "Bài mới từ Báo <Thử>. Thêm vào kho tư liệu?"],
    [SECOND_ADMIN, "Bài mới từ Báo <Thử>. Thêm vào kho tư liệu?"],
  ]);
  // What could not be had then is offered later, what is there already is not offered twice.
  down = null;
  await feeds.check();
  expect(api.sent()).toHaveLength(4);
  await feeds.close();
  const [first, second] = api.sent() as [Message, Message];
  expect(first.text).toContain(titles[1]);
  // The page has no date of its own: the feed's, as a day in Vietnam.
  expect(first.text).toContain("Ngày đăng: 03/03/2024\nNgày diễn ra: 02/03/2024");
  expect(labels(first)).toEqual(["Lưu", "Sửa", "Bỏ qua"]);
  const button = first.reply_markup!.inline_keyboard[0]![2]! as InlineKeyboardButton.CallbackButton;
  const query = api.press(second, button.callback_data, user(SECOND_ADMIN));
  await api.waitFor("editMessageText", { count: 2 });
  expect(now(first).text).toBe(`Đã bỏ qua, không lưu (User 78 (78)).\n${titles[1]}`);
  expect([labels(first), labels(second)]).toEqual([[], []]);
  expect(query).toBeDefined();
  expect(saved()).toEqual([]);
});

test("a trusted feed adds by itself; the admins are told in one message", async () => {
  const feeds = watcher(true);
  await feeds.check();
  await setup.api.waitFor("sendMessage", { count: 2 });
  await feeds.close();
  expect(saved()).toHaveLength(2);
  const [message, other] = setup.api.sent();
  expect([message!.chat.id, other!.chat.id]).toEqual([ADMIN_ID, SECOND_ADMIN]);
  expect(message!.text!.split("\n").slice(0, 3)).toEqual([
    "Đã tự động thêm 2 bài từ nguồn tin theo dõi:",
    `• ${titles[0]} – 127.0.0.1, 02/03/2024`,
    `• ${titles[1]} – 127.0.0.1, 03/03/2024`,
  ]);
  expect(setup.corpus.log.entries(0, 1)[0]).toMatchObject({
    action: "add",
    actor: { id: null, name: "Báo <Thử>" },
  });
});

test("a list with an error is told to the admins, and nothing is watched", async () => {
  const feedsFile = join(folder, "feeds.yaml");
  const { engine, corpus, bot } = setup;
  const options = { config: { feedsFile }, folder, engine, corpus, bot, logger };
  const indexQueue = { request: async () => ({ kind: "held" }) as const };
  expect(await watchFeeds({ ...options, indexQueue })).toBeNull();
  writeFileSync(feedsFile, "feeds:\n  - {url: ftp://x}\n");
  expect(await watchFeeds({ ...options, indexQueue })).toBeNull();
  const message = await setup.api.reply(1);
  expect(message.text).toContain("feeds.0.url: expected an http or https address");
  expect(message.text).toContain(
    localeFor("vi").corpus.adding.feedsBroken("|").split("|")[1]!.trim(),
  );
  writeFileSync(feedsFile, `feeds:\n  - {url: "http://127.0.0.1:1/rss"}\n`);
  const watching = await watchFeeds({ ...options, indexQueue });
  expect(await watching!.stop()).toBe(true);
});

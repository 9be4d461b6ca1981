import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InlineKeyboardButton, Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import type { IndexedArticle } from "../../../src/articles/parse/same-article.ts";
import { LANGUAGES, localeFor } from "../../../src/locale/index.ts";
import type { Article } from "../../../src/model/article.ts";
import type { ReindexOptions, ReindexOutcome } from "../../../src/model/indexing.ts";
import { ACTOR, article } from "../../articles/corpus/corpus-fixture.ts";
import { user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

const setup = runningBot();
const admin = user(ADMIN_ID);
const DONE: ReindexOutcome = {
  kind: "done",
  counters: { indexed: 0, updated: 0, unchanged: 1, removed: 1, skipped: 0, failures: [] },
};
const LONG = "Tiếp đoàn <b>dài</b> & ".padEnd(600, "rất dài ");

/** What the engine knows as indexed, by id. */
let indexed: Map<string, IndexedArticle>;
let runs: Pick<ReindexOptions, "again" | "startedBy">[];
let outcome: ReindexOutcome;

/** Adds an article as `/add` does. */
function add(title: string, changes: Partial<Article> = {}): string {
  const path = setup.corpus.store.save(article(title, changes), null, ACTOR);
  const id = path.replace(".md", "");
  indexed.set(id, { article: { ...article(title, changes), id }, path });
  return id;
}

beforeEach(() => {
  indexed = new Map();
  runs = [];
  outcome = DONE;
  const { engine } = setup;
  engine.article = (id) => indexed.get(id) ?? null;
  engine.visitsOf = () => 2;
  const rows = () =>
    [...indexed.values()].map(({ article: { id, ...one } }) => ({ ...one, articleId: id }));
  engine.sources = (offset, limit) => ({
    total: indexed.size,
    rows: rows().slice(offset, offset + limit),
  });
  engine.find = (words, offset, limit) => {
    const found = rows().filter(({ title }) => title.includes(words));
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  };
  setup.reindexer = {
    ...setup.reindexer,
    start: async ({ again = [], startedBy }) => {
      runs.push({ again, startedBy });
      return outcome;
    },
  };
});

const say = (text: string, from = admin) => setup.api.say(text, { from });
const now = ({ chat, message_id }: Message) => setup.api.chats.message(chat.id, message_id)!;
const buttons = (message: Message) => now(message).reply_markup?.inline_keyboard.flat() ?? [];
const labels = (message: Message) => buttons(message).map(({ text }) => text);

async function press(message: Message, label: string, from = admin): Promise<void> {
  const button = buttons(message).find(({ text }) => text === label);
  const answers = setup.api.done("answerCallbackQuery").length;
  setup.api.press(
    message,
    (button as InlineKeyboardButton.CallbackButton | undefined)?.callback_data ?? "?",
    from,
  );
  await setup.api.waitFor("answerCallbackQuery", { count: answers + 1 });
}

const shows = (message: Message, text: string | RegExp) =>
  expect.poll(() => now(message).text).toMatch(text);
const files = () =>
  readdirSync(setup.corpusDir, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".md"));
const lastAnswer = () => setup.api.done("answerCallbackQuery").at(-1)!.params.text;

describe("/articles", () => {
  test("lists, turns, opens and goes back, with every button within Telegram's limit", async () => {
    for (let n = 1; n <= 9; n++) add(`Tin ${n}`, { text: "x", blocks: [] });
    const id = add(LONG, { url: "https://bao.example/a?b=1&c=2" });
    say("/articles");
    const list = await setup.api.reply();
    expect(list.text).toMatch(/^10 bài trong kho, mới nhất trước/u);
    expect(labels(list)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "◀", "1/2", "▶"]);
    await press(list, "▶");
    await shows(list, /10\. Tiếp đoàn <b>dài<\/b> &/u);
    await press(list, "10");
    await shows(list, /Ngày đăng: 06\/05\/2024/u);
    const card = now(list);
    expect(card.text).toContain("2 chuyến thăm trong danh mục");
    expect(card.text).toContain(id);
    expect(card.text!.length).toBeLessThanOrEqual(4096);
    expect(labels(list)).toEqual(["Mở bài", "Xóa", "Lập chỉ mục lại", "Sửa", "‹ Danh sách"]);
    for (const call of setup.api.calls)
      for (const data of JSON.stringify(call.params).matchAll(/callback_data\\?":\\?"([^"\\]+)/gu))
        expect(Buffer.byteLength(data[1]!)).toBeLessThanOrEqual(64);
    await press(list, "‹ Danh sách");
    await shows(list, /2\/2|10\. /u);
  });

  test("finds by words, and says so where nothing fits", async () => {
    add("Tiếp đoàn Bằng Tường");
    add("Thăm Sùng Tả");
    say("/articles Sùng Tả");
    const found = await setup.api.reply(1);
    expect(found.text).toMatch(/^1 bài khớp với “Sùng Tả”/u);
    expect(labels(found)).toEqual(["1"]);
    say("/articles <i>không có</i>");
    expect((await setup.api.reply(2)).text).toMatch(
      /^Không có bài nào khớp với “<i>không có<\/i>”/u,
    );
  });

  test("indexes one article again", async () => {
    const id = add("Thăm Sùng Tả");
    say("/articles");
    const list = await setup.api.reply();
    await press(list, "1");
    await shows(list, /Mã bài/u);
    await press(list, "Lập chỉ mục lại");
    await shows(list, /^Đã đọc và lập chỉ mục lại bài “Thăm Sùng Tả”\.$/mu);
    expect(runs).toMatchObject([{ again: [`${id}.md`] }]);
    expect(setup.engine.reloads).toBe(1);
    expect(setup.corpus.log.entries(0, 1)[0]).toMatchObject({ action: "reindex" });
  });

  test("buttons work after a restart; forgotten and gone articles are told", async () => {
    const id = add("Thăm Sùng Tả");
    say("/articles");
    const list = await setup.api.reply();
    await setup.bot.stop();
    await setup.newBot().start();
    await press(list, "1");
    await shows(list, /Mã bài/u);
    indexed.delete(id);
    await press(list, "Xóa");
    expect(lastAnswer()).toMatch(/không còn trong chỉ mục/u);
    setup.database.exec("DELETE FROM article_texts");
    await press(list, "Xóa");
    expect(lastAnswer()).toMatch(/đã cũ/u);
  });
});

describe("/remove, /undo and /log", () => {
  test("remove after a question, tell how to go back, and take it back", async () => {
    const id = add(LONG);
    const before = files();
    say(`/remove ${id}`);
    const question = await setup.api.reply(1);
    expect(question.text).toMatch(/^Xóa bài “Tiếp đoàn <b>dài<\/b> &/u);
    expect(labels(question)).toEqual(["Xóa", "Hủy"]);
    expect(files()).toEqual(before);
    await press(question, "Xóa");
    await shows(question, /^Đã xóa bài .*\nBot không còn trả lời theo bài này\. .*\/undo$/su);
    expect(labels(question)).toEqual([]);
    expect(files()).toHaveLength(before.length - 1);
    expect(runs).toHaveLength(1);
    say("/undo");
    const undo = await setup.api.reply(2);
    expect(undo.text).toMatch(/^Hoàn tác việc xóa bài “Tiếp đoàn/u);
    await press(undo, "Hoàn tác");
    await shows(undo, /^Đã hoàn tác việc xóa bài .*cập nhật\.$/su);
    expect(files()).toEqual(before);
    expect(runs).toHaveLength(2);
    say("/log");
    const log = await setup.api.reply(3);
    expect(log.text).toMatch(/^Nhật ký quản trị/u);
    expect(log.text).toMatch(/\d\d:\d\d ngày \d\d\/\d\d\/\d{4} – User 77 \(77\): hoàn tác/u);
    expect(log.text).toMatch(/xóa bài “.*” \(đã hoàn tác\)/u);
    expect(log.text!.length).toBeLessThanOrEqual(4096);
  });

  test("can be cancelled", async () => {
    const id = add("Thăm Sùng Tả");
    const before = files();
    say(`/remove ${id}.md`);
    const question = await setup.api.reply(1);
    await press(question, "Hủy");
    await shows(question, /^Đã hủy, bài vẫn còn/u);
    say("/undo");
    const undo = await setup.api.reply(2);
    await press(undo, "Hủy");
    await shows(undo, /^Đã hủy, không có gì/u);
    say("/articles");
    const list = await setup.api.reply(3);
    await press(list, "1");
    await press(list, "Xóa");
    await press(list, "Hủy");
    await shows(list, /Mã bài/u);
    expect(files()).toEqual(before);
    expect(runs).toEqual([]);
  });

  test("an old question takes nothing else back", async () => {
    add("Một");
    say("/undo");
    const question = await setup.api.reply(1);
    add("Hai");
    const before = files();
    await press(question, "Hoàn tác");
    await shows(question, /gửi lại \/undo/u);
    expect(files()).toEqual(before);
  });

  test("a file that was edited by hand is left alone", async () => {
    const id = add("Một nữa");
    writeFileSync(join(setup.corpusDir, `${id}.md`), "sửa tay");
    say("/undo");
    const question = await setup.api.reply(1);
    await press(question, "Hoàn tác");
    await shows(question, /Không hoàn tác được: tệp added\/2024\//u);
    expect(readFileSync(join(setup.corpusDir, `${id}.md`), "utf8")).toBe("sửa tay");
  });

  test("unknown ids and briefs are told what to do", async () => {
    const id = add("Ba");
    indexed.set(`${id}#2`, {
      article: { ...article("Mẩu tin"), id: `${id}#2`, partOf: id },
      path: `${id}.md`,
    });
    say("/remove");
    say("/remove không-có");
    say(`/remove ${id}#2`);
    await setup.api.reply(3);
    const [usage, unknown, brief] = setup.api.sent().map(({ text }) => text);
    expect(usage).toMatch(/^Dùng \/remove kèm mã bài/u);
    expect(unknown).toMatch(/^Không có bài nào mang mã “không-có”/u);
    expect(brief).toMatch(new RegExp(`/remove ${id}$`, "u"));
  });

  test("an index that could not be brought up to date is told; nothing is lost", async () => {
    const id = add("Bốn");
    outcome = { kind: "failed", reason: "disk full" };
    say(`/remove ${id}`);
    const question = await setup.api.reply(1);
    await press(question, "Xóa");
    await shows(question, /Chưa cập nhật được chỉ mục \(disk full\)\..*\/reindex/u);
    expect(files().includes(`${id}.md`)).toBe(false);
  });

  test("while a run is under way the change waits and is indexed after it", async () => {
    const id = add("Năm");
    let busy = true;
    setup.reindexer = {
      ...setup.reindexer,
      start: async ({ startedBy }) => {
        if (busy) return { kind: "busy", startedBy: "@khac (5)", since: new Date() };
        runs.push({ startedBy });
        return DONE;
      },
    };
    say(`/remove ${id}`);
    const question = await setup.api.reply(1);
    await press(question, "Xóa");
    await shows(question, /Đang cập nhật chỉ mục…$/u);
    // The chat goes on meanwhile.
    say("Ai tiếp đoàn Bằng Tường?");
    await setup.api.reply(2);
    busy = false;
    await shows(question, /Bot không còn trả lời theo bài này/u);
    expect(runs).toHaveLength(1);
  });

  test("the log is paged", async () => {
    const { log } = setup.corpus;
    for (let n = 0; n < 25; n++) log.note(ACTOR, "reindex", `${LONG} ${n}`);
    say("/log");
    const message = await setup.api.reply();
    expect(labels(message)).toEqual(["▶"]);
    await press(message, "▶");
    await expect.poll(() => labels(message)).toEqual(["◀", "▶"]);
    expect(now(message).text!.length).toBeLessThanOrEqual(4096);
  });
});

test("others are told nothing, by commands and by buttons", async () => {
  const id = add("Sáu");
  const stranger = user(5);
  for (const text of ["/unknown", "/articles", `/remove ${id}`, "/undo", "/log"])
    say(text, stranger);
  await setup.api.reply(5);
  expect(new Set(setup.api.sent().map(({ text }) => text)).size).toBe(1);
  say(`/remove ${id}`);
  const question = await setup.api.reply(6);
  const before = files();
  await press(question, "Xóa", stranger);
  expect(lastAnswer()).toBe(localeFor("vi").service.adminButton);
  expect(files()).toEqual(before);
});

test("texts on buttons pressed keep Telegram's limit", () => {
  for (const language of LANGUAGES) {
    const { articles } = localeFor(language);
    const { listExpired, articleGone, problem, commands } = articles;
    for (const text of [listExpired, articleGone, ...Object.values(problem)])
      expect(text.length).toBeLessThanOrEqual(200);
    for (const text of Object.values(commands)) expect(text.length).toBeLessThanOrEqual(256);
  }
});

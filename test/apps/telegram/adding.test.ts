import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InlineKeyboardButton, Message, MessageOrigin } from "grammy/types";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { type LocalServer, localServer } from "../../articles/fetch/local-server.ts";
import { makeDocx } from "../../articles/parse/make-docx.ts";
import { group, privateChat, user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

const setup = runningBot();
const admin = user(ADMIN_ID);
const chat = privateChat(admin);

const TITLE = "Lãnh đạo tỉnh tiếp đoàn công tác thành phố Sùng Tả";
const LEAD =
  "Sáng 12/3/2024, tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh, tiếp đoàn công tác thành phố Sùng Tả do ông Lý Thử dẫn đầu.";
const BODY =
  "Tại buổi tiếp, hai bên trao đổi về thông quan hàng hóa, phòng chống sâu bệnh và việc giữ liên lạc thường xuyên giữa các huyện hai bên đường biên.";
const ARTICLE = `${TITLE}\n\n${LEAD}\n\n${BODY}`;

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:title" content="${title}"><meta property="article:published_time" content="2024-03-12T08:00:00+07:00"></head><body><article><h1>${title}</h1><p>${LEAD}</p><p>${BODY}</p></article></body></html>`;

let server: LocalServer;
beforeAll(async () => {
  server = await localServer((request, response) => {
    const html = { "content-type": "text/html; charset=utf-8" };
    if (request.url === "/tin") response.writeHead(200, html).end(page(TITLE));
    else if (request.url === "/doc")
      response
        .writeHead(200, html)
        .end(
          page(
            `${TITLE} &lt;/b&gt;&lt;a href=&quot;tg://user?id=1&quot;&gt; &amp;amp; <b>${"rất dài ".repeat(200)}`,
          ),
        );
    else response.writeHead(404).end();
  });
});
afterAll(() => server.close());

beforeEach(() => {
  // Each test has a server of its own, which numbers its messages from 1 again.
  for (const chatId of [ADMIN_ID, group().id]) {
    for (let messageId = 1; messageId < 30; messageId++) {
      setup.corpus.proposals.goneFrom({ chatId, messageId });
    }
  }
  rmSync(setup.corpusDir, { recursive: true, force: true });
  setup.reindexer = {
    ...setup.reindexer,
    start: async () => ({
      kind: "done",
      counters: { indexed: 1, updated: 0, unchanged: 0, removed: 0, skipped: 0, failures: [] },
    }),
  };
});

const say = (content: string | Partial<Message>, options = {}) =>
  setup.api.say(content, { from: admin, ...options });
const now = ({ chat: { id }, message_id }: Message) => setup.api.chats.message(id, message_id)!;
const buttons = (message: Message): InlineKeyboardButton.CallbackButton[] =>
  (now(message).reply_markup?.inline_keyboard.flat() ??
    []) as InlineKeyboardButton.CallbackButton[];
const labels = (message: Message) => buttons(message).map(({ text }) => text);

/** The message in which a card comes to stand, with its buttons. */
async function card(count = 1): Promise<Message> {
  const message = await setup.api.reply(count);
  await until(() => labels(message).length > 0);
  return message;
}

async function until(met: () => boolean): Promise<void> {
  for (let i = 0; !met(); i++) {
    if (i > 500) throw new Error("did not come to be");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function press(message: Message, label: string, from = admin): string {
  const button = buttons(message).find(({ text }) => text === label);
  if (button === undefined) throw new Error(`no ${label} among ${labels(message)}`);
  return setup.api.press(message, button.callback_data, from);
}

const says = (message: Message, words: string) => until(() => now(message).text!.includes(words));
const answerTo = async (query: string) =>
  (
    await setup.api.waitFor("answerCallbackQuery", {
      where: ({ params }) => params.callback_query_id === query,
    })
  )[0]!.params.text;

const added = () =>
  existsSync(join(setup.corpusDir, "added"))
    ? readdirSync(join(setup.corpusDir, "added"), { recursive: true, encoding: "utf8" }).filter(
        (name) => name.endsWith(".md"),
      )
    : [];
const stored = (path: string) => readFileSync(join(setup.corpusDir, "added", path), "utf8");

describe("/add with an address", () => {
  test("shows what was recognised, saves at a press, indexes, and logs who did it", async () => {
    say(`/add ${server.url}/tin`);
    const message = await card();
    expect(setup.api.sent()[0]!.text).toBe(`Đang đọc trang ${server.url}/tin…`);
    expect(now(message).text).toContain("Thêm bài này vào kho tư liệu?");
    expect(now(message).text).toContain(`${TITLE}\nNguồn: `);
    expect(now(message).text).toContain("Ngày đăng: 12/03/2024\nNgày diễn ra: 12/03/2024\nĐộ dài:");
    expect(now(message).text).toContain(LEAD);
    expect(labels(message)).toEqual(["Lưu", "Sửa", "Hủy"]);
    press(message, "Lưu");
    await says(message, "có thể hỏi ngay");
    expect(labels(message)).toEqual(["Sửa"]);
    const path = "2024/2024-03-12-lanh-dao-tinh-tiep-doan-cong-tac-thanh-pho-sung-ta.md";
    expect(added()).toEqual([path]);
    expect(now(message).text).toContain(`Mã bài: added/${path.slice(0, -3)}`);
    expect(stored(path)).toContain('original: ".originals/');
    expect(setup.engine.reloads).toBe(1);
    const [entry] = setup.corpus.log.entries(0, 1);
    expect(entry).toMatchObject({
      action: "add",
      path: `added/${path}`,
      detail: TITLE,
      actor: { id: ADMIN_ID },
    });
  });

  test("a hostile page cannot break the card: its title is text, and cut", async () => {
    say(`/add ${server.url}/doc`);
    const message = await card();
    const { text, entities } = now(message);
    expect(text).toContain('</b><a href="tg://user?id=1">');
    expect(text!.length).toBeLessThan(1500);
    const links = entities!.filter(({ type }) => type === "text_link");
    expect(links.map((link) => "url" in link && link.url)).toEqual([`${server.url}/doc`]);
    press(message, "Hủy");
    await says(message, "không lưu");
    expect(added()).toEqual([]);
  });

  test("several addresses get a card each; what cannot be had is said with its address", async () => {
    say(`/add ${server.url}/tin http://10.0.0.1/x ${server.url}/nothing`);
    const cards = [await setup.api.reply(1), await setup.api.reply(2), await setup.api.reply(3)];
    await says(cards[0]!, "Thêm bài này");
    await says(cards[1]!, "http://10.0.0.1/x\nĐịa chỉ này thuộc mạng nội bộ");
    await says(cards[2]!, `${server.url}/nothing\nTrang này không còn trên mạng`);
    press(cards[0]!, "Hủy");
    await says(cards[0]!, "không lưu");
  });

  test("also stands in a caption, and alone in a private chat", async () => {
    const photo = [{ file_id: "p", file_unique_id: "p", width: 9, height: 9 }];
    say({ photo, caption: "/add http://10.0.0.1/x" });
    await says(await setup.api.reply(1), "mạng nội bộ");
    say("http://10.0.0.2/y");
    await says(await setup.api.reply(2), "http://10.0.0.2/y\nĐịa chỉ này thuộc mạng nội bộ");
    say("http://10.0.0.2/y là trang gì?");
    await setup.api.reply(3);
    expect(setup.engine.asked).toEqual(["http://10.0.0.2/y là trang gì?"]);
  });

  test("without anything to add tells how", async () => {
    say("/add");
    say("/add đoàn Sùng Tả");
    expect((await setup.api.reply(2)).text).toMatch(/^Cách thêm bài/u);
  });
});

describe("the buttons of a card", () => {
  const pasted = async () => {
    say(`/add ${ARTICLE}`);
    return await card();
  };

  test("work after a restart, and once", async () => {
    const message = await pasted();
    await setup.bot.stop();
    await setup.newBot().start();
    const first = press(message, "Lưu");
    const second = setup.api.press(
      message,
      `add:save:${buttons(message)[0]!.callback_data.slice(9)}`,
      admin,
    );
    await answerTo(first);
    expect(await answerTo(second)).toBe(`Đã lưu (User ${ADMIN_ID} (${ADMIN_ID})).`);
    await says(message, "có thể hỏi ngay");
    expect(added()).toHaveLength(1);
  });

  test("are the admins' alone", async () => {
    const { callback_data } = buttons(await pasted())[0]!;
    const shown = say("/status", { chat: group() });
    const query = setup.api.press(shown, callback_data, user(5));
    expect(await answerTo(query)).toBe("Nút này chỉ dành cho quản trị viên.");
    expect(added()).toEqual([]);
  });

  test("of a card that is not kept any more say so and go", async () => {
    const message = await pasted();
    const query = setup.api.press(message, "add:save:000000000000", admin);
    expect(await answerTo(query)).toMatch(/^Thẻ này đã quá 7 ngày/u);
    await until(() => labels(message).length === 0);
  });

  test("keep the article where it cannot be written, and say why", async () => {
    const message = await pasted();
    writeFileSync(setup.corpusDir, "no folder");
    expect(await answerTo(press(message, "Lưu"))).toMatch(/Chưa có gì thay đổi/u);
    rmSync(setup.corpusDir);
    press(message, "Lưu");
    await says(message, "Đã lưu");
    expect(added()).toHaveLength(1);
  });

  test("tell of an article that came into the index meanwhile, and update it then", async () => {
    const message = await pasted();
    const there = { id: "cũ/bài", title: "Bài đã có <cũ>", source: null, published: null };
    const same = { article: there as unknown as Article, path: "cũ/bài.md", by: "text" as const };
    setup.engine.sameAs = async () => same;
    setup.engine.article = (id) => (id === "cũ/bài" ? same : null);
    expect(await answerTo(press(message, "Lưu"))).toMatch(/^Bài này vừa có trong kho/u);
    await says(
      message,
      "Bài này đã có: “Bài đã có <cũ>” – chưa rõ ngày đăng. Cập nhật sẽ thay nội dung bài đó.",
    );
    press(message, "Cập nhật");
    await says(message, "Đã lưu");
    expect(readFileSync(join(setup.corpusDir, "cũ/bài.md"), "utf8")).toContain(TITLE);
  });

  test("save what is there word for word already without asking again: they did it before a crash", async () => {
    const message = await pasted();
    const { id } = /:(?<id>[0-9a-f]{12})$/u.exec(buttons(message)[0]!.callback_data)!.groups!;
    const { article, original } = setup.corpus.proposals.get(id!)!;
    const path = setup.corpus.store.save(article, original, { id: ADMIN_ID, name: "Lan" });
    const entries = setup.corpus.log.entries(0, 99).length;
    setup.engine.sameAs = async () => ({ article, path, by: "text" });
    press(message, "Lưu");
    await says(message, "có thể hỏi ngay");
    expect(added()).toHaveLength(1);
    expect(setup.corpus.log.entries(0, 99)).toHaveLength(entries);
  });

  test("show why an article is saved and not in the index", async () => {
    setup.reindexer.start = async () => ({ kind: "failed", reason: "disk <full>" });
    const message = await pasted();
    press(message, "Lưu");
    await says(message, "Chưa cập nhật được chỉ mục (disk <full>)");
  });
});

describe("the date of an article", () => {
  async function asked(message: Message, which: string): Promise<Message> {
    const before = setup.api.sent().length;
    press(message, "Sửa");
    await until(() => labels(message).includes(which));
    press(message, which);
    return await setup.api.reply(before + 1);
  }

  test("is asked for in a reply, checked, and shown on the card", async () => {
    say(`/add ${ARTICLE}`);
    const message = await card();
    expect(now(message).text).toContain("Ngày đăng: không rõ");
    const question = await asked(message, "Ngày đăng");
    expect(question.text).toContain(`ngày đăng của bài “${TITLE}”`);
    expect(labels(message)).toEqual(["Lưu", "Sửa", "Hủy"]);
    say({ text: "31/2/2024", reply_to_message: question as never });
    expect((await setup.api.reply(3)).text).toMatch(/^Không có ngày này/u);
    say({ text: "13/3/2099", reply_to_message: question as never });
    expect((await setup.api.reply(4)).text).toMatch(/^Ngày đăng không thể ở tương lai/u);
    // A date alone is an answer too: not everybody uses the reply.
    say("2024-03-13");
    const changed = await card(5);
    expect(now(changed).text).toContain("Ngày đăng: 13/03/2024");
    await until(() => now(message) === undefined);
    const event = await asked(changed, "Ngày diễn ra");
    say({ text: "ngày 11 tháng 3 năm 2024", reply_to_message: event as never });
    const last = await card(7);
    expect(now(last).text).toContain("Ngày đăng: 13/03/2024\nNgày diễn ra: 11/03/2024");
    press(last, "Lưu");
    await says(last, "Đã lưu");
    expect(stored(added()[0]!)).toMatch(/published: "2024-03-13"\nevent: "2024-03-11"/u);
    // Nothing is asked for any more: a date is a question again.
    say("2024-03-14");
    expect((await setup.api.reply(8)).text).toContain("chuyến thăm nào");
    expect(stored(added()[0]!)).not.toContain("2024-03-14");
  });
});

describe("a file in a private chat", () => {
  test("is an article, its caption the title", async () => {
    const document = setup.api.file("bao cao.docx", makeDocx([LEAD, BODY]));
    say({ document, caption: TITLE });
    const message = await card();
    expect(now(message).text).toContain(TITLE);
    press(message, "Lưu");
    await says(message, "Đã lưu");
    expect(stored(added()[0]!)).toMatch(/original: "\.originals\/[0-9a-f]{24}\.docx"/u);
  });

  test.each([
    [
      "of another type",
      "anh.jpg",
      "x",
      { mime_type: "image/jpeg" },
      /không đọc được loại tệp này/u,
    ],
    ["too large by what Telegram says", "a.pdf", "x", { file_size: 21e6 }, /đến 20 MB/u],
    [
      "too large by its content",
      "a.pdf",
      Buffer.alloc(21 * 1024 * 1024),
      { file_size: 1 },
      /20 MB/u,
    ],
    ["that Telegram does not have", "a.pdf", "x", { file_id: "gone" }, /Xin gửi lại tệp/u],
    ["empty of text", "a.txt", "   ", {}, /Không tìm thấy nội dung|Tệp trống/u],
  ] as const)("%s is refused in words", async (_, name, content, more, words) => {
    say({ document: setup.api.file(name, content, more) });
    const message = await setup.api.reply();
    await until(() => words.test(now(message).text!));
  });

  test("that breaks off while it comes is told, and the token stands nowhere", async () => {
    setup.api.onDownload = (response) => {
      response.writeHead(200, { "content-length": 1000 }).write("half");
      setTimeout(() => response.destroy(), 20);
    };
    say({ document: setup.api.file("a.txt", ARTICLE) });
    const message = await setup.api.reply();
    await says(message, "Không tải được tệp từ Telegram");
    expect(setup.log.join("")).toContain("a file could not be downloaded");
    expect(setup.log.join("")).not.toContain(setup.api.token);
  });

  test("in a group needs /add, in the caption or as a reply", async () => {
    const document = setup.api.file("tin.txt", ARTICLE);
    const sent = say({ document, caption: "xem nhé" }, { chat: group() });
    say({ document, caption: "/add" }, { chat: group() });
    const first = await card(1);
    expect(now(first).text).toContain(TITLE);
    say({ text: "/add", reply_to_message: sent as never }, { chat: group() });
    expect(now(await card(2)).text).toContain("Thêm bài này");
  });
});

describe("a text", () => {
  const origin: MessageOrigin = {
    type: "channel",
    chat: { id: -100, type: "channel", title: "Tin <Biên giới>", username: "bien_gioi" },
    message_id: 17,
    date: Date.parse("2024-03-12T18:00:00Z") / 1000,
  };

  test("forwarded from a channel is offered with the channel, its day and its link", async () => {
    say({ text: ARTICLE, forward_origin: origin });
    const message = await card();
    expect(now(message).text).toContain(
      `${TITLE}\nNguồn: Tin <Biên giới>\nNgày đăng: 13/03/2024\nNgày diễn ra: 12/03/2024`,
    );
    expect(JSON.stringify(now(message).entities)).toContain("https://t.me/bien_gioi/17");
  });

  test("forwarded and short is a question, like everything short", async () => {
    say({ text: "Ai tiếp đoàn Sùng Tả?", forward_origin: origin });
    await setup.api.reply();
    expect(setup.engine.asked).toEqual(["Ai tiếp đoàn Sùng Tả?"]);
  });

  test("pasted in two pieces, as apps cut it, is one article", async () => {
    const more = `${BODY} `.repeat(30);
    const cut = more.lastIndexOf(" ", 3800);
    say(`/add ${TITLE}\n\n${LEAD}\n\n${more.slice(0, cut)}`);
    const message = await card();
    const before = now(message).text!;
    say(`${more.slice(cut + 1)} Hết bài viết này.`);
    await until(() => now(message).text !== before);
    expect(setup.engine.asked).toEqual([]);
    press(message, "Lưu");
    await says(message, "Đã lưu");
    const file = stored(added()[0]!);
    expect(file).toContain("Hết bài viết này.");
    expect(file.match(/phòng chống sâu bệnh/gu)).toHaveLength(30);
  });
});

describe("to others than admins", () => {
  test("a file, /add and a forwarded post are what they were", async () => {
    const from = user(5);
    setup.api.say({ document: setup.api.file("a.txt", ARTICLE) }, { from });
    expect((await setup.api.reply(1)).text).toMatch(/^Chỉ quản trị viên thêm được/u);
    setup.api.say(`/add ${server.url}/tin`, { from });
    expect((await setup.api.reply(2)).text).toMatch(/^Không có lệnh này/u);
    expect(setup.api.calls.filter(({ method }) => method === "getFile")).toEqual([]);
    expect(chat.id).toBe(ADMIN_ID);
  });
});

import type { InlineKeyboardButton, Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import { visitsJson } from "../../../src/exports/formats.ts";
import { makeDocx } from "../../articles/parse/make-docx.ts";
import { makePdf, typeset } from "../../articles/parse/make-pdf.ts";
import { workspace } from "../../index/fixture.ts";
import { runningEngine } from "../../running-engine.ts";
import { runningBot } from "./running-bot.ts";

const FILLER = Array.from(
  { length: 20 },
  (_, i) =>
    `Phần ${i + 1} của bản tin kể về chợ phiên vùng cao, 2 < 3 & đường xá, cầu cống, trường học, trạm y tế cùng các hoạt động văn nghệ của người dân hai bên suối trong những ngày hội xuân kéo dài suốt cả tuần lễ.`,
);
const told = (place: string, person: string) =>
  `Ngày 3/3/2024, bà ${person} dẫn đầu đoàn đại biểu ${place} thăm tỉnh Lạng Sơn.`;
/** Told so that the register records it. */
const MET =
  "Ngày 3/3/2024, tại Lạng Sơn, đồng chí Hà Thị Sao, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Lý Thử, Phó Thị trưởng, làm trưởng đoàn.";
const md = (title: string, body: string, more = "") =>
  `---\ntitle: "${title}"\nsource: Báo Thử Nghiệm\npublished: 2024-03-04\n${more}---\n\n${body}\n`;

const space = workspace();
const engine = runningEngine(space, () => {
  space.write(
    "dai.md",
    md(
      "Đoàn Nà Lầu thăm Lạng Sơn",
      [
        ...FILLER,
        told("Nà Lầu", "Vi Thị Mơ"),
        "![](anh.jpg)\n*Bà Vi Thị Mơ trao quà. Ảnh: Lò Văn*",
      ].join("\n\n"),
      "url: https://bao.example/na-lau\nevent: 2024-03-03\n",
    ),
  );
  space.write(
    "tom-luoc.md",
    md(
      "Lạng Sơn tiếp đoàn Sùng Tả",
      `${MET} ${FILLER[0]}`,
      "url: https://bao.example/po-ma\nkind: summary\n",
    ),
  );
  const others = (place: string, person: string) => [
    `Đoàn ${place} thăm Lạng Sơn`,
    told(place, person),
    FILLER[1]!,
    FILLER[2]!,
  ];
  space.write("thu.docx", makeDocx(others("Khau Vai", "Lục Thị Xuân")));
  space.write("in.pdf", makePdf([typeset(others("Bản Giốc", "Nông Thị Hạ"))]));
  space.write("dan.txt", others("Cốc Nam", "Đàm Thị Thu").join("\n\n"));
});

const setup = runningBot();

beforeEach(() => {
  const { ask, article, sources, register } = engine();
  const real = engine();
  Object.assign(setup.engine, {
    ask: ask.bind(real),
    article: article.bind(real),
    sources: sources.bind(real),
    register: register.bind(real),
  });
});

const rows = (message: Message): InlineKeyboardButton[][] =>
  message.reply_markup?.inline_keyboard ?? [];
const button = (message: Message, label: string) =>
  rows(message)
    .flat()
    .find(({ text }) => text === label)!;
const data = (message: Message, label: string) =>
  (button(message, label) as { callback_data: string }).callback_data;
const bold = (message: Message) =>
  (message.entities ?? [])
    .filter(({ type }) => type === "bold")
    .map(({ offset, length }) => message.text!.slice(offset, offset + length));

async function ask(question: string): Promise<Message> {
  const count = setup.api.sent().length;
  setup.api.say(question);
  return setup.api.reply(count + 1);
}

/** Presses a button that sends a message. */
async function open(message: Message, label: string): Promise<Message> {
  const count = setup.api.sent().length;
  setup.api.press(message, data(message, label));
  return setup.api.reply(count + 1);
}

/** Presses a button that edits its message. */
async function turn(message: Message, label: string): Promise<Message> {
  const count = setup.api.done("editMessageText").length;
  setup.api.press(message, data(message, label));
  const calls = await setup.api.waitFor("editMessageText", { count: count + 1 });
  return calls.at(-1)!.result as Message;
}

const WHO = "Ai dẫn đầu đoàn Nà Lầu thăm Lạng Sơn?";

describe("an article that an answer cites", () => {
  test("opens in the chat at the cited passage, which is marked, and its pages turn in place", async () => {
    const answer = await ask(WHO);
    const page = await open(answer, "📖 Đọc bài");
    expect(page.reply_to_message?.message_id).toBe(answer.message_id);
    expect(page.text).toContain("Đoàn Nà Lầu thăm Lạng Sơn – Trang 3/3");
    expect(bold(page)).toContain(`▶ ${told("Nà Lầu", "Vi Thị Mơ")}`);
    // Captions stand apart from the report.
    expect(page.text).toMatch(/Chú thích ảnh:\nBà Vi Thị Mơ trao quà/u);
    expect(rows(page).map((row) => row.map(({ text }) => text))).toEqual([
      ["◀", "3/3", "▶"],
      ["↩ Về câu trả lời", "Mở trang gốc"],
    ]);
    expect(button(page, "Mở trang gốc")).toMatchObject({
      url: expect.stringContaining("https://bao.example/na-lau#:~:text="),
    });
    const first = await turn(page, "▶");
    expect(first.message_id).toBe(page.message_id);
    expect(first.text).toMatch(
      /^Đoàn Nà Lầu thăm Lạng Sơn\nBáo Thử Nghiệm · Đăng ngày 04\/03\/2024\nDiễn ra: 03\/03\/2024\n\nPhần 1 /u,
    );
    expect(first.text).toContain("chợ phiên vùng cao, 2 < 3 & đường");
    expect(bold(first)).toEqual(["Đoàn Nà Lầu thăm Lạng Sơn"]);
  });

  test("is closed by the way back to the answer", async () => {
    const page = await open(await ask(WHO), "📖 Đọc bài");
    setup.api.press(page, data(page, "↩ Về câu trả lời"));
    const [call] = await setup.api.waitFor("deleteMessage");
    expect(call!.params.message_id).toBe(page.message_id);
  });

  test("opens after a restart", async () => {
    const answer = await ask(WHO);
    await setup.bot.stop();
    await setup.newBot().start();
    expect((await open(answer, "📖 Đọc bài")).text).toContain("Vi Thị Mơ");
  });

  test("says that it was changed since, and is opened where the passage stands now", async () => {
    const answer = await ask(WHO);
    const real = engine();
    const { article, path } = real.article("dai")!;
    const changed = (text: string) => {
      const blocks = [{ kind: "lead" as const, start: 0, end: text.length }];
      setup.engine.article = () => ({ path, article: { ...article, text, blocks } });
    };
    changed(`Thêm một câu ở đầu. ${told("Nà Lầu", "Vi Thị Mơ")}`);
    const page = await open(answer, "📖 Đọc bài");
    expect(page.text).toMatch(/^Bài này đã được sửa sau khi trích dẫn; đoạn được trích vẫn còn/u);
    expect(bold(page)).toContain(`▶ ${told("Nà Lầu", "Vi Thị Mơ")}`);
    changed("Nay bài chỉ còn một câu khác hẳn.");
    const other = await open(answer, "📖 Đọc bài");
    expect(other.text).toMatch(/đoạn được trích không còn trong bài/u);
    expect(other.text).toContain("Nay bài chỉ còn");
  });

  test("that was removed is told on the button", async () => {
    const answer = await ask(WHO);
    setup.engine.article = () => null;
    setup.api.press(answer, data(answer, "📖 Đọc bài"));
    const [call] = await setup.api.waitFor("answerCallbackQuery");
    expect(call!.params).toMatchObject({ show_alert: true });
    expect(call!.params.text).toMatch(/^Bài này không còn trong kho tư liệu/u);
    setup.api.press(answer, "rd:o:0123456789");
    const calls = await setup.api.waitFor("answerCallbackQuery", { count: 2 });
    expect(calls[1]!.params.text).toMatch(/quá cũ/u);
  });

  test.each([
    ["a Word document", "Khau Vai", "Lục Thị Xuân"],
    ["a PDF", "Bản Giốc", "Nông Thị Hạ"],
    ["a pasted text", "Cốc Nam", "Đàm Thị Thu"],
  ])("is read just the same from %s, without a page to open", async (_, place, person) => {
    const answer = await ask(`Ai dẫn đầu đoàn ${place} thăm Lạng Sơn?`);
    expect(answer.text).toContain(person);
    const page = await open(answer, "📖 Đọc bài");
    expect(bold(page).join(" ")).toContain(`dẫn đầu đoàn đại biểu ${place}`);
    expect(page.text).toContain("Chưa rõ ngày đăng");
    expect(rows(page).flat().at(-1)!.text).toBe("↩ Về câu trả lời");
  });
});

describe("a summary in other words than its source's", () => {
  test("is cited as one, and its page is opened without a passage", async () => {
    const answer = await ask("Ai tiếp đoàn thành phố Sùng Tả?");
    expect(answer.text).toContain("Tóm lược theo Báo Thử Nghiệm, 04/03/2024");
    const links = (answer.entities ?? []).flatMap((one) => ("url" in one ? [one.url] : []));
    expect(new Set(links)).toEqual(new Set(["https://bao.example/po-ma"]));
    const page = await open(answer, "📖 Đọc bài");
    expect(page.text).toMatch(
      /\nTóm lược theo Báo Thử Nghiệm · Đăng ngày 04\/03\/2024\nDiễn ra: 03\/03\/2024\nBài này được tóm lược/u,
    );
    expect(button(page, "Mở trang gốc")).toMatchObject({ url: "https://bao.example/po-ma" });
  });

  test("is one in the register's records too", () => {
    const visits = engine().register().find({}, { offset: 0, limit: 50 }).visits;
    const ofSummary = visits.filter(({ articleIds }) => articleIds.includes("tom-luoc"));
    expect(ofSummary.length).toBeGreaterThan(0);
    expect(ofSummary.flatMap(({ sources }) => sources)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ link: "https://bao.example/po-ma", isSummary: true }),
      ]),
    );
    expect(visitsJson(ofSummary)).not.toContain(":~:text=");
  });
});

test("articles open from the list of sources, from a refusal and from the card of a visit", async () => {
  const sources = await ask("/sources");
  expect((await open(sources, "Đọc 1")).text).toContain("thăm Lạng Sơn\n");
  const refusal = await ask("Đoàn Nà Lầu tặng tỉnh Lạng Sơn mấy con trâu?");
  const label = rows(refusal)[0]![0]!.text;
  expect((await open(refusal, label)).text).toContain("thăm Lạng Sơn");
  const list = await ask("/visits Sùng Tả");
  const card = await turn(list, "1");
  const page = await open(card, "📖 Đọc bài");
  expect(page.text).toContain("▶ ");
  expect(button(page, "✕ Đóng")).toBeDefined();
});

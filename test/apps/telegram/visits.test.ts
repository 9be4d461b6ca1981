import type { InlineKeyboardButton, Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import { generateVisits } from "../../../scripts/speed/generated-visits.ts";
import type { Visit } from "../../../src/model/visit.ts";
import { registerOf, side, visit } from "../../visits/register/visits.ts";
import { group, user } from "./fake-chats.ts";
import type { UploadedFile } from "./fake-methods.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";
import { answered, citation, refused } from "./samples.ts";

const setup = runningBot();

const date = (year: number | null, month: number | null = null, day: number | null = null) => ({
  year,
  month,
  day,
});

const HOST = side({
  organisation: "UBND tỉnh Lạng Sơn",
  province: "Lạng Sơn",
  country: "Việt Nam",
  head: "Nguyễn Văn Mẫu",
  people: [{ name: "Nguyễn Văn Mẫu", position: "Phó Chủ tịch UBND tỉnh" }],
});
const GUEST = side({
  organisation: "Chính phủ nhân dân thị Bằng Tường <&>",
  province: "Quảng Tây",
  country: "Trung Quốc",
  head: "Lý Thử",
});

/** Seven visits whose days are known, and one of each kind of partial date. */
const VISITS: readonly Visit[] = [
  ...[1, 2, 3, 4, 5, 6].map((n) =>
    visit(`day${n}`, { date: date(2023, 5, n), host: HOST, guest: GUEST }),
  ),
  visit("full", {
    kind: "tiếp xã giao",
    date: date(2025, 1, 21),
    endDate: date(2025, 1, 23),
    place: "Nhà khách tỉnh",
    host: HOST,
    guest: GUEST,
    topics: ["hợp tác du lịch <biên giới> & thông quan"],
    agreements: ["ký biên bản ghi nhớ"],
    articleIds: ["tin-1"],
    sources: [
      {
        articleId: "tin-1",
        title: "Tiếp đoàn <Bằng Tường>",
        link: "https://bao.example/tin-1#:~:text=a,b",
        quote: "Hai bên trao đổi về hợp tác & thông quan.",
        start: 0,
        end: 41,
      },
    ],
  }),
  visit("month", {
    date: date(2024, 3),
    host: HOST,
    guest: side({ province: "Vân Nam", country: "Trung Quốc" }),
  }),
  visit("year", { date: date(2019), host: HOST, guest: GUEST, planned: true }),
  visit("none", { host: HOST, guest: GUEST }),
];

let register = registerOf(VISITS).register;

beforeEach(() => {
  register = registerOf(VISITS).register;
  setup.engine.register = () => register;
});

const buttons = (message: Message): InlineKeyboardButton[] =>
  message.reply_markup?.inline_keyboard.flat() ?? [];
const texts = (message: Message) => buttons(message).map((button) => button.text);

/** The data of the button whose text begins so. */
function dataOf(message: Message, text: string): string {
  const button = buttons(message).find((one) => one.text.startsWith(text));
  return (button as { callback_data?: string }).callback_data ?? "";
}

/** Presses a button of a message and gives the message as it is edited then. */
async function press(message: Message, text: string, from = user(1)): Promise<Message> {
  const { api } = setup;
  const before = api.done("editMessageText").length;
  api.press(message, dataOf(message, text), from);
  const calls = await api.waitFor("editMessageText", { count: before + 1 });
  return calls[before]!.result as Message;
}

/** Sends a command and gives the reply. */
async function say(text: string, options: Parameters<typeof setup.api.say>[1] = {}) {
  const before = setup.api.sent().length;
  setup.api.say(text, options);
  return await setup.api.reply(before + 1);
}

/** What the user reads on the button that was pressed. */
async function toast(message: Message, data: string): Promise<unknown> {
  const before = setup.api.done("answerCallbackQuery").length;
  setup.api.press(message, data);
  const calls = await setup.api.waitFor("answerCallbackQuery", { count: before + 1 });
  return calls[before]!.params.text;
}

test("an answer that lists the first of many leads to all of them", async () => {
  const { api, engine } = setup;
  engine.respond = (question) =>
    answered(question, {
      register: {
        intent: "list",
        filter: { guest: "Quảng Tây" },
        total: 8,
        articles: 2,
        visits: ["day1"],
      },
    });
  api.say("Những đoàn Quảng Tây nào đã đến?");
  const answer = await api.reply(1);
  const all = buttons(answer).find(({ text }) => text === "Tất cả (8)")!;
  api.press(answer, (all as { callback_data: string }).callback_data);
  const list = await api.reply(2);
  expect(list.text).toMatch(/^8 chuyến thăm.*đoàn Quảng Tây/u);
  engine.respond = (question) =>
    answered(question, {
      register: {
        intent: "list",
        filter: { ids: ["day2", "full"] },
        total: 2,
        articles: 2,
        visits: ["full"],
      },
    });
  api.say("Những đoàn nào đã đến?");
  const other = await api.reply(3);
  const both = buttons(other).find(({ text }) => text === "Tất cả (2)")!;
  api.press(other, (both as { callback_data: string }).callback_data);
  expect((await api.reply(4)).text).toMatch(/^2 chuyến thăm/u);
});

describe("/visits", () => {
  test("lists the newest first, partial and planned dates as they are, and turns pages in place", async () => {
    const list = await say("/visits");
    expect(list.text).toMatch(/^10 chuyến thăm, cuộc gặp trong 10 bài viết, mới nhất trước:/u);
    expect(list.text).toContain("1. 21–23/01/2025 · Tiếp xã giao");
    expect(list.text).toContain("2. tháng 3/2024 · Tiếp");
    expect(list.text).toContain("Đoàn khách: Chính phủ nhân dân thị Bằng Tường <&> (Lý Thử)");
    expect(texts(list)).toEqual(
      expect.arrayContaining(["1", "5", "◀", "1/2", "▶", "Năm ▾", "Đối tác ▾", "Địa điểm ▾"]),
    );
    const second = await press(list, "▶");
    expect(second.message_id).toBe(list.message_id);
    expect(second.text).toContain("9. năm 2019 · Tiếp · dự kiến");
    expect(second.text).toContain("10. không rõ ngày · Tiếp");
    expect((await press(second, "▶")).text).toBe(list.text);
    expect(setup.api.sent()).toHaveLength(1);
  });

  test("opens a visit with all that is known, links to the passages, and goes back to its page", async () => {
    const list = await say("/visits 2025");
    const card = await press(list, "1");
    expect(card.text).toContain("21–23/01/2025 · Tiếp xã giao");
    expect(card.text).toContain("Địa điểm: Nhà khách tỉnh");
    expect(card.text).toContain("• Nguyễn Văn Mẫu, Phó Chủ tịch UBND tỉnh (chủ trì)");
    expect(card.text).toContain("Chính phủ nhân dân thị Bằng Tường <&> (Quảng Tây, Trung Quốc)");
    expect(card.text).toContain("• Lý Thử (trưởng đoàn)");
    expect(card.text).toContain("• hợp tác du lịch <biên giới> & thông quan");
    expect(card.text).toContain("• ký biên bản ghi nhớ");
    expect(card.text).toContain("Hai bên trao đổi về hợp tác & thông quan.");
    expect(card.entities).toContainEqual(
      expect.objectContaining({
        type: "text_link",
        url: "https://bao.example/tin-1#:~:text=a,b",
      }),
    );
    expect((await press(card, "◀ Quay lại")).text).toBe(list.text);
  });

  test("is filtered by year, counterpart and place, and back again", async () => {
    const list = await say("/visits");
    const years = await press(list, "Năm");
    expect(texts(years)).toEqual([
      "2025 (1)",
      "2024 (1)",
      "2023 (6)",
      "2019 (1)",
      "Không rõ năm (1)",
      "◀ Quay lại",
    ]);
    const of2023 = await press(years, "2023");
    expect(of2023.text).toMatch(/^6 chuyến thăm, cuộc gặp .* \(năm 2023\)/u);
    expect(texts(of2023)).toContain("✓ 2023");
    const others = await press(of2023, "Đối tác");
    expect(texts(others)).toContain("Quảng Tây (6)");
    const both = await press(others, "Quảng Tây");
    expect(both.text).toContain("(năm 2023 · Quảng Tây)");
    const anyYear = await press(await press(both, "✓ 2023"), "Tất cả");
    expect(anyYear.text).toMatch(/^9 .* \(Quảng Tây\)/u);
    expect((await press(anyYear, "✕ Bỏ lọc")).text).toBe(list.text);
    const undated = await press(await press(list, "Năm"), "Không rõ năm");
    expect(undated.text).toContain("1. không rõ ngày");
    expect(texts(await press(list, "Địa điểm"))).toContain("Lạng Sơn (10)");
  });

  test("goes on with its filter after a restart, and for other people of a group", async () => {
    const { api } = setup;
    const list = await say("/visits@visits_test_bot Quảng Tây 2023", { chat: group() });
    expect(list.text).toContain("(năm 2023 · Quảng Tây)");
    await setup.bot.stop();
    await setup.newBot().start();
    const turned = await press(list, "▶", user(2));
    expect(turned.text).toContain("6. 01/05/2023");
    expect(turned.chat.id).toBe(group().id);
    expect(api.sent()).toHaveLength(1);
  });

  test("says politely that a list or a visit is gone; data that it never gave changes nothing", async () => {
    const list = await say("/visits");
    expect(await toast(list, "v:p:unknown123:0")).toBe("Danh sách này đã cũ. Xin gửi lại /visits.");
    expect(await toast(list, "v:o:0:0:gone")).toMatch(/^Chuyến thăm này không còn/u);
    expect(await toast(list, "v:s:0:y:nosuch12")).toMatch(/^Danh sách này đã cũ/u);
    expect(await toast(list, "v:q:full:9")).toMatch(/^Danh sách này đã cũ/u);
    for (const data of ["v:p:0:9999999", "v:x:0", "v:m:0:z:0", "v:o:0:0:../../x", "v:"])
      expect(await toast(list, data)).toMatch(/^Câu trả lời này đã cũ/u);
    expect(setup.api.done("editMessageText")).toHaveLength(0);
    setup.api.press(list, "v:p:0:999999");
    const [call] = await setup.api.waitFor("editMessageText");
    expect((call!.result as Message).text).toContain("10. không rõ ngày");
  });

  test("a second press on the page that is shown does no harm", async () => {
    const list = await say("/visits");
    await toast(list, dataOf(list, "1/2"));
    await toast(list, dataOf(list, "1/2"));
    expect(setup.log.join("")).not.toContain("could not be handled");
  });

  test.each([
    ["/visits 2099", "Không có chuyến thăm nào phù hợp trong tư liệu hiện có (năm 2099)."],
    ["/visits tháng 13", "Không có thời gian “tháng 13” trong lịch."],
    ["/timeline 31/2/2024", "Không có thời gian “31/2/2024” trong lịch."],
    ["/export csv 2099", "Không có chuyến thăm nào phù hợp trong tư liệu hiện có (năm 2099)."],
  ])("%s is told what there is", async (command, start) => {
    const { text } = await say(command);
    expect(text).toContain(start);
    expect(text).toContain(
      "Tư liệu hiện có 10 chuyến thăm, cuộc gặp trong 10 bài viết, từ năm 2019",
    );
  });

  test.each(["/visits", "/visits 2023", "/timeline", "/export csv"])(
    "%s says that the register is empty",
    async (command) => {
      register = registerOf([]).register;
      expect((await say(command)).text).toMatch(/^Danh mục chưa có chuyến thăm nào/u);
    },
  );
});

describe("asking about a visit", () => {
  test("offers the questions that its own articles answer, and answers the chosen one", async () => {
    const { api, engine } = setup;
    engine.respond = (question) =>
      question.startsWith("Ai")
        ? answered(question, { citations: [citation(question.includes("tiếp") ? 1 : 9)] })
        : refused(question);
    const card = await press(await say("/visits 2025"), "1");
    const offer = await press(card, "Hỏi về chuyến thăm này");
    expect(offer.text).toContain("1. Ai đã tiếp đoàn Quảng Tây ngày 21/01/2025?");
    expect(texts(offer)).toEqual(["1", "◀ Quay lại"]);
    api.press(offer, dataOf(offer, "1"));
    const answer = await api.reply(2);
    expect(answer.text).toMatch(/^Ai đã tiếp đoàn Quảng Tây ngày 21\/01\/2025\?/u);
    expect(answer.text).toContain("Nguyễn Văn Mẫu");
    expect((await press(offer, "◀ Quay lại")).text).toBe(card.text);
  });

  test("says so where they answer none", async () => {
    setup.engine.respond = (question) => refused(question);
    const card = await press(await say("/visits 2025"), "1");
    expect(await toast(card, dataOf(card, "Hỏi"))).toMatch(/^Các bài viết không nói gì thêm/u);
  });
});

describe("/export", () => {
  /** Sends a command and gives the document with its caption. */
  async function exported(command: string) {
    const { api } = setup;
    const before = api.done("sendDocument").length;
    api.say(command);
    const { params } = (await api.waitFor("sendDocument", { count: before + 1 }))[before]!;
    const { fileName, content } = params.document as UploadedFile;
    return { fileName, text: content.toString("utf8"), caption: String(params.caption) };
  }

  test("gives anyone a table, JSON or a calendar, filtered like lists", async () => {
    const csv = await exported("/export csv Quảng Tây 2023");
    expect(csv.fileName).toBe("chuyen-tham-nam-2023-quang-tay.csv");
    expect(csv.text).toMatch(/^\uFEFFMã,Loại,/u);
    expect(csv.text.trim().split("\r\n")).toHaveLength(7);
    expect(csv.caption).toBe(
      "6 chuyến thăm, cuộc gặp trong 6 bài viết (năm 2023 · Quảng Tây), theo tư liệu hiện có.",
    );
    const json = await exported("/export JSON");
    expect(json.fileName).toBe("chuyen-tham.json");
    expect(JSON.parse(json.text)).toHaveLength(10);
    const ics = await exported("/export ics");
    expect(ics.text.match(/BEGIN:VEVENT/gu)).toHaveLength(7);
    expect(ics.caption).toContain("3 chuyến thăm không rõ ngày nên không có trong lịch");
  });

  test("without a format offers them by buttons that keep the filter, in the reader's language", async () => {
    const { api } = setup;
    const offer = await say("/export Quảng Tây 2023");
    expect(offer.text).toMatch(/^Tải về 6 chuyến thăm, cuộc gặp \(năm 2023 · Quảng Tây\)/u);
    expect(texts(offer)).toEqual(["CSV", "Excel", "Lịch", "JSON"]);
    for (const [i, format] of ["CSV", "Excel", "Lịch", "JSON"].entries()) {
      api.press(offer, dataOf(offer, format));
      await api.waitFor("sendDocument", { count: i + 1 });
    }
    const files = api.done("sendDocument").map(({ params }) => params.document as UploadedFile);
    expect(files.map(({ fileName }) => fileName)).toEqual(
      ["csv", "xlsx", "ics", "json"].map((end) => `chuyen-tham-nam-2023-quang-tay.${end}`),
    );
    expect(files[1]!.content.subarray(0, 2).toString()).toBe("PK");
    expect(JSON.parse(files[3]!.content.toString("utf8"))).toHaveLength(6);
    const from = user(9, "en");
    const english = await say("/export", { from });
    expect(texts(english)).toContain("Calendar");
    api.press(english, dataOf(english, "CSV"), from);
    const calls = await api.waitFor("sendDocument", { count: 5 });
    const { content } = calls[4]!.params.document as UploadedFile;
    expect(content.toString("utf8")).toMatch(/^\uFEFFID,Kind,/u);
  });

  test("is a tap away from a list, whose filter it keeps", async () => {
    const list = await say("/visits Quảng Tây 2023");
    setup.api.press(list, dataOf(list, "⬇ Tải về"));
    const offer = await setup.api.reply(2);
    expect(offer.text).toMatch(/^Tải về 6 chuyến thăm, cuộc gặp \(năm 2023 · Quảng Tây\)/u);
  });

  test("of a forgotten filter says so; a calendar of no day is not sent", async () => {
    const offer = await say("/export 2023");
    expect(await toast(offer, "xp:f:csv:abcdefghij")).toMatch(/Danh sách này đã cũ/u);
    expect((await say("/export ics 2019")).text).toMatch(
      /^Cả 1 chuyến thăm phù hợp đều không rõ ngày/u,
    );
    expect(setup.api.done("sendDocument")).toHaveLength(0);
    expect((await say("/export 2099")).text).toMatch(/^Không có chuyến thăm nào/u);
  });
});

describe("/timeline", () => {
  test("sends a picture of what matches with its sources", async () => {
    setup.api.say("/timeline Quảng Tây");
    const [call] = await setup.api.waitFor("sendPhoto");
    const { fileName, content } = call!.params.photo as UploadedFile;
    expect(fileName).toBe("chuyen-tham-quang-tay.png");
    expect(content.readUInt32BE(16)).toBe(1080);
    expect(call!.params.caption).toBe(
      "9 chuyến thăm, cuộc gặp trong 9 bài viết (Quảng Tây), theo tư liệu hiện có.",
    );
  });

  test("says so where no year is known", async () => {
    register = registerOf([VISITS.at(-1)!]).register;
    expect((await say("/timeline")).text).toMatch(/^Cả 1 chuyến thăm phù hợp đều không rõ năm/u);
  });
});

describe("inline mode", () => {
  async function results(query: string, offset = "") {
    const { api } = setup;
    const before = api.done("answerInlineQuery").length;
    api.ask(query, { offset });
    const { params } = (await api.waitFor("answerInlineQuery", { count: before + 1 }))[before]!;
    const list = params.results as {
      id: string;
      title: string;
      description: string;
      input_message_content: { message_text: string };
    }[];
    return { list, params };
  }

  test("lists visits as cards with their sources; without words the newest", async () => {
    const { list, params } = await results("quang tay 2025");
    expect(list.map(({ id }) => id)).toEqual(["full"]);
    expect(list[0]).toMatchObject({
      title: "21–23/01/2025 · Tiếp xã giao",
      description: "UBND tỉnh Lạng Sơn – Chính phủ nhân dân thị Bằng Tường <&>",
    });
    expect(list[0]!.input_message_content.message_text).toContain(
      '<a href="https://bao.example/tin-1#:~:text=a,b">Tiếp đoàn &lt;Bằng Tường&gt;</a>',
    );
    expect(params).toMatchObject({ is_personal: true, cache_time: 10, next_offset: "" });
    expect((await results("")).list[0]!.id).toBe("full");
  });

  test("goes on by its offset, and says where nothing matches", async () => {
    register = registerOf(generateVisits(45)).register;
    const first = await results("");
    expect(first.list).toHaveLength(20);
    expect(first.params.next_offset).toBe("20");
    const last = await results("", "40");
    expect(last.list).toHaveLength(5);
    expect(last.params.next_offset).toBe("");
    const strange = await results("", "x-1");
    expect(strange.list.map(({ id }) => id)).toEqual(first.list.map(({ id }) => id));
    for (const words of ["2099", "tháng 13", "xyz khủng long"]) {
      const { list, params } = await results(words);
      expect(list).toEqual([]);
      expect(params.button).toEqual({
        text: "Không có chuyến thăm nào phù hợp",
        start_parameter: "visits",
      });
    }
  });
});

describe("10,000 visits", () => {
  test("stay paged and within the limits, however long their names", async () => {
    const long = "Ủy ban ".repeat(400);
    register = registerOf(
      generateVisits(10).map((one) => ({
        ...one,
        place: long,
        host: { ...one.host, organisation: long, head: long },
        topics: Array.from({ length: 40 }, () => long),
        sources: Array.from({ length: 30 }, (_, i) => ({
          ...one.sources[0]!,
          articleId: `bai-${i}`,
          title: long,
          quote: `${i} ${long}`,
        })),
      })),
    ).register;
    const list = await say("/visits");
    const card = await press(list, "1");
    expect(list.text!.length).toBeLessThanOrEqual(4096);
    expect(card.text!.length).toBeLessThanOrEqual(4096);
    expect(setup.api.calls.filter(({ status }) => status >= 400)).toEqual([]);
  });
});

describe("help", () => {
  test("names the commands, and tells admins that inline mode is off", async () => {
    expect((await say("/help")).text).toMatch(/\/visits – .*\n\/timeline – .*\n\/export – /u);
    expect((await say("/help")).text).not.toContain("/setinline");
    expect((await say("/help", { from: user(ADMIN_ID) })).text).toContain(
      "gửi /setinline cho @BotFather",
    );
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { phone, realEngine } from "./real-engine.ts";
import { runningBot } from "./running-bot.ts";

const TITLE = "Lãnh đạo tỉnh tiếp đoàn công tác thành phố Sùng Tả";
const LEAD =
  "Tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Thử dẫn đầu.";
const BODY =
  "Tại buổi tiếp, hai bên trao đổi về thông quan hàng hóa và việc giữ liên lạc thường xuyên giữa các huyện hai bên.";
const PAGE = `<html><head><title>${TITLE}</title></head><body><article><h1>${TITLE}</h1><p>${LEAD}</p><p>${BODY}</p></article></body></html>`;

const setup = runningBot();
realEngine(setup, () => ({
  "a.md": `---\n# một nhận xét\ntitle: "${TITLE}"\nsource: Báo Thử\npublished: 2024-03-20\n---\n\n${LEAD}\n\n${BODY}\n`,
  "trang.html": PAGE.replaceAll("Lý Thử", "Vương Thử").replaceAll("Sùng Tả", "Bách Sắc"),
}));
const admin = phone(setup);
const file = (path: string) => readFileSync(join(setup.corpusDir, path), "utf8");

async function openCard(words: string) {
  const list = await admin.say(`/articles ${words}`);
  await admin.press(list, "1");
  await admin.shows(list, "Mã bài");
  return list;
}

/** Opens what can be mended, presses a field and answers the question. */
async function mend(card: Awaited<ReturnType<typeof openCard>>, field: string, value: string) {
  if (admin.labels(card).includes("Sửa")) await admin.press(card, "Sửa");
  const question = await admin.next(() => admin.press(card, field));
  return { question, reply: await admin.reply(question, value) };
}

describe("an article that is indexed", () => {
  test("gets an event day, which settles its visit in the register and in answers", async () => {
    const card = await openCard("Sùng Tả");
    await admin.press(card, "Sửa");
    await expect
      .poll(() => admin.labels(card))
      .toEqual([
        ...["Tên bài", "Nguồn", "Địa chỉ", "Ngày đăng", "Ngày diễn ra", "Loại bài", "‹ Xong"],
      ]);
    const { question, reply } = await mend(card, "Ngày diễn ra", "12/3/2024");
    expect(question.text).toBe(
      `Xin trả lời tin nhắn này bằng ngày diễn ra sự kiện của bài “${TITLE}”, ví dụ 21/1/2025. Gửi “-” để bỏ trống.`,
    );
    await admin.shows(
      reply,
      /^Đã sửa ngày diễn ra của bài “.*”: 12\/03\/2024 \(.*\)\.\nChỉ mục đã được cập nhật/u,
    );
    expect(file("a.md")).toMatch(/^---\n# một nhận xét\n[\s\S]*event: 2024-03-12\n---\n/u);
    const [visit] = setup.engine.register().ofArticle("a");
    expect(visit!.date).toEqual({ year: 2024, month: 3, day: 12 });
    const answer = await admin.say("Lãnh đạo tỉnh Lạng Sơn tiếp đoàn Sùng Tả ngày nào?");
    expect(answer.text).toContain("12/3/2024");
    expect((await admin.say("/log")).text).toContain(
      `sửa thông tin bài “${TITLE}” (ngày diễn ra: 12/03/2024)`,
    );
    await admin.press(await admin.say("/undo"), "Hoàn tác");
    await expect.poll(() => setup.engine.register().ofArticle("a")[0]!.date.day).toBeNull();
    expect(file("a.md")).not.toContain("event");
  });

  test("gets every other field; what cannot be is asked for again with the reason", async () => {
    const card = await openCard("Sùng Tả");
    const { question, reply } = await mend(card, "Địa chỉ", "không phải địa chỉ");
    expect(reply.text).toMatch(/^Đây không phải là địa chỉ web/u);
    await admin.shows(
      await admin.reply(question, "https://bao.example/tin?a=1"),
      "Chỉ mục đã được",
    );
    expect((await mend(card, "Tên bài", "-")).reply.text).toMatch(/^Tên bài không được để trống/u);
    await admin.shows((await mend(card, "Tên bài", 'Tên "mới": a & <b>')).reply, "Chỉ mục đã");
    expect((await mend(card, "Ngày đăng", "1/1/2199")).reply.text).toMatch(/ở tương lai/u);
    await admin.shows((await mend(card, "Ngày đăng", "21/3/2024")).reply, "Chỉ mục đã được");
    await admin.shows((await mend(card, "Nguồn", "-")).reply, /^Đã bỏ nguồn/u);
    const kinds = await admin.next(() => admin.press(card, "Loại bài"));
    await admin.press(kinds, "Tóm lược theo nguồn");
    await expect.poll(() => setup.engine.article("a")!.article.isSummary).toBe(true);
    expect(setup.engine.article("a")!.article).toMatchObject({
      title: 'Tên "mới": a & <b>',
      url: "https://bao.example/tin?a=1",
      source: "bao.example",
      published: "2024-03-21",
    });
    expect(file("a.md")).toContain("# một nhận xét");
  });

  test("of a page becomes a Markdown file with the page kept, and the page again when undone", async () => {
    const card = await openCard("Bách Sắc");
    await admin.shows((await mend(card, "Nguồn", "Báo Mới")).reply, "Chỉ mục đã được");
    expect(existsSync(join(setup.corpusDir, "trang.html"))).toBe(false);
    expect(file("trang.md")).toMatch(/source: "Báo Mới"[\s\S]*original: ".originals\/\w+\.html"/u);
    expect(setup.engine.article("trang")).toMatchObject({ path: "trang.md" });
    await admin.press(await admin.say("/undo"), "Hoàn tác");
    await expect.poll(() => existsSync(join(setup.corpusDir, "trang.html"))).toBe(true);
    expect(existsSync(join(setup.corpusDir, "trang.md"))).toBe(false);
  });

  test("keeps the first change where a second one comes before the index knows it", async () => {
    const card = await openCard("Bách Sắc");
    const { start } = setup.reindexer;
    setup.reindexer.start = async () => ({ kind: "failed", reason: "not now" });
    await admin.shows((await mend(card, "Nguồn", "Báo Mới")).reply, "not now");
    await admin.shows((await mend(card, "Ngày diễn ra", "11/3/2024")).reply, "not now");
    expect(file("trang.md")).toContain('source: "Báo Mới"');
    expect(file("trang.md")).toContain("event: 2024-03-11");
    setup.reindexer.start = start;
  });
});

describe("an article that waits", () => {
  test("gets title, source, address and kind on its card before it is saved, and after", async () => {
    const text = `Đoàn thị xã thăm bạn\n\n${LEAD.replaceAll("Sùng Tả", "Nam Ninh").replaceAll("Lý", "Chu")}\n\n${BODY.replaceAll("thông quan", "đường sắt")}`;
    let card = await admin.say(`/add ${text}`);
    await admin.shows(card, /Chuyến thăm: .*Tiếp: .*Nam Ninh/u);
    for (const [field, value] of [
      ["Tên bài", "Lãnh đạo tỉnh tiếp đoàn Nam Ninh"],
      ["Nguồn", "Báo Thử nghiệm"],
      ["Địa chỉ", "https://bao.example/nam-ninh"],
      ["Ngày diễn ra", "9/3/2024"],
    ] as const) {
      await admin.press(card, "Sửa");
      const question = await admin.next(() => admin.press(card, field));
      card = await admin.reply(question, value);
    }
    await admin.press(card, "Sửa");
    await admin.press(card, "Loại bài");
    card = await admin.next(() => admin.press(card, "Tóm lược theo nguồn"));
    expect(card.text).toContain("Lãnh đạo tỉnh tiếp đoàn Nam Ninh\nNguồn: Báo Thử nghiệm");
    expect(card.text).toContain("Ngày diễn ra: 09/03/2024\nLoại bài: Tóm lược theo nguồn");
    await admin.press(card, "Lưu");
    await admin.shows(card, "có thể hỏi ngay");
    const path = /Mã bài: (\S+)/u.exec(admin.now(card).text!)![1]!;
    expect(path).toMatch(/^added\/undated\/2024-03-09-lanh-dao-tinh-tiep-doan-nam-ninh$/u);
    expect(setup.engine.article(path)!.article).toMatchObject({
      url: "https://bao.example/nam-ninh",
      isSummary: true,
      event: { date: { year: 2024, month: 3, day: 9 } },
    });
    await admin.press(card, "Sửa");
    const question = await admin.next(() => admin.press(card, "Ngày diễn ra"));
    await admin.shows(await admin.reply(question, "10/3/2024"), "Chỉ mục đã được");
    expect(setup.engine.register().ofArticle(path)[0]!.date.day).toBe(10);
    await admin.press(card, "‹ Xong");
    await admin.shows(card, "Ngày diễn ra: 10/03/2024");
  });

  test("that tells of no visit says so before it is saved", async () => {
    const words =
      "Huyện tổ chức trồng cây đầu xuân tại các xã vùng cao với nhiều loại cây bản địa. ";
    const card = await admin.say(`/add Tết trồng cây\n\n${words.repeat(4)}`);
    await admin.shows(card, /⚠️ Không nhận ra chuyến thăm hay buổi tiếp nào trong bài này\./u);
    expect(admin.labels(card)).toEqual(["Lưu", "Sửa", "Hủy"]);
  });
});

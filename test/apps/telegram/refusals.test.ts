import type { InlineKeyboardButton, Message } from "grammy/types";
import { beforeEach, describe, expect, test } from "vitest";
import { workspace } from "../../index/fixture.ts";
import { runningEngine } from "../../running-engine.ts";
import { runningBot } from "./running-bot.ts";

const space = workspace();
const report = (day: string, guest: string, head: string, title: string) =>
  `---\ntitle: "${title}"\nsource: Báo Thử Nghiệm\n---\n\nNgày ${day}, tại Lạng Sơn, đồng chí Hà Thị Sao, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn đại biểu ${guest} do ông ${head} làm trưởng đoàn.\n\nHai bên trao đổi về hợp tác cửa khẩu và du lịch.\n`;
const engine = runningEngine(space, () => {
  space.write(
    "sung-ta.md",
    report(
      "28/2/2023",
      "thành phố Sùng Tả (Quảng Tây, Trung Quốc)",
      "Lý Thử, Phó Thị trưởng,",
      "Lạng Sơn tiếp đoàn Sùng Tả",
    ),
  );
  space.write(
    "bach-sac.md",
    report(
      "5/6/2019",
      "thành phố Bách Sắc (Quảng Tây, Trung Quốc)",
      "Hoàng Mẫu, Thị trưởng,",
      "Lạng Sơn tiếp đoàn Bách Sắc",
    ),
  );
});

const setup = runningBot();

beforeEach(() => {
  const real = engine();
  Object.assign(setup.engine, {
    ask: real.ask.bind(real),
    article: real.article.bind(real),
    register: real.register.bind(real),
  });
});

const labels = (message: Message) =>
  (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
const flat = (message: Message): InlineKeyboardButton[] =>
  message.reply_markup?.inline_keyboard.flat() ?? [];

async function ask(question: string): Promise<Message> {
  const count = setup.api.sent().length;
  setup.api.say(question);
  return setup.api.reply(count + 1);
}

describe("a refusal", () => {
  test("says what was understood and the nearest on record, and offers questions that have answers", async () => {
    const refusal = await ask("Hà Thị Sao tặng quà gì cho đoàn Sùng Tả năm 2021?");
    expect(refusal.text).toContain("Tôi hiểu bạn hỏi về: năm 2021 · ");
    expect(refusal.text).toMatch(/Sùng Tả/u);
    expect(refusal.text).toContain("Không thấy năm 2021. Gần nhất: 28/2/2023: ");
    const questions = labels(refusal)
      .flat()
      .filter((text) => text.endsWith("?"));
    expect(questions).toHaveLength(2);
    for (const question of questions) {
      const data = flat(refusal).find(({ text }) => text === question);
      const count = setup.api.sent().length;
      setup.api.press(refusal, (data as { callback_data: string }).callback_data);
      const answer = await setup.api.reply(count + 1);
      expect(answer.text!.startsWith(`${question}\n\n`)).toBe(true);
      expect(answer.text).toContain("Nguồn: [1]");
    }
  });

  test("of what is no matter of the articles offers questions too, and claims nothing near", async () => {
    const refusal = await ask("Giá vàng hôm nay?");
    expect(refusal.text).toBe("Tôi không tìm thấy thông tin này trong tư liệu hiện có.");
    expect(
      labels(refusal)
        .flat()
        .filter((text) => text.endsWith("?")),
    ).toHaveLength(2);
  });

  test("of a visit that the register lacks names the nearest in time", async () => {
    const refusal = await ask("Lạng Sơn đã tiếp bao nhiêu đoàn Bách Sắc năm 2021?");
    expect(refusal.text).toContain("Không thấy năm 2021. Gần nhất: 5/6/2019: ");
  });

  test("has buttons that work after a restart", async () => {
    const refusal = await ask("Giá vàng hôm nay?");
    await setup.bot.stop();
    await setup.newBot().start();
    setup.api.press(refusal, "fb:down");
    await setup.api.waitFor("answerCallbackQuery");
    expect(setup.feedback).toHaveLength(1);
    const offered = flat(refusal).find(({ text }) => text.endsWith("?"));
    const count = setup.api.sent().length;
    setup.api.press(refusal, (offered as { callback_data: string }).callback_data);
    expect((await setup.api.reply(count + 1)).text).toContain("Nguồn:");
  });
});

test.each([
  "Tóm tắt giúp tôi",
  "Dịch bài này sang tiếng Anh",
  "Viết một bài thơ về Lạng Sơn",
  "Bạn nghĩ gì về quan hệ hai nước?",
])("%s is told to be no work of the bot", async (text) => {
  const reply = await ask(text);
  expect(reply.text).toMatch(/^Việc này tôi không làm/u);
  expect(reply.reply_markup).toBeUndefined();
});

test("a summary that is asked for is declined, with the passages instead", async () => {
  const reply = await ask("Tóm tắt buổi tiếp đoàn Sùng Tả");
  expect(reply.text).toMatch(/^Tóm tắt là việc tôi không làm; tôi chỉ trích nguyên văn:\n/u);
  expect(reply.text).toContain("Nguồn: [1]");
});

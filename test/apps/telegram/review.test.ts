import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { user } from "./fake-chats.ts";
import { phone, realEngine } from "./real-engine.ts";
import { runningBot } from "./running-bot.ts";

const setup = runningBot();
realEngine(setup, () => ({
  "sung-ta.md":
    '---\ntitle: "Lãnh đạo tỉnh tiếp đoàn công tác thành phố Sùng Tả"\nsource: Báo Thử\npublished: 2024-03-13\n---\n\nNgày 12/3/2024, tại thành phố Lạng Sơn, bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn công tác thành phố Sùng Tả (Trung Quốc) do ông Lý Thử dẫn đầu.\n\nTại buổi tiếp, hai bên trao đổi về thông quan hàng hóa.\n',
}));
const admin = phone(setup);
const guest = phone(setup, user(5));
const QUESTION = "Ai đã tiếp đoàn công tác thành phố Sùng Tả?";

test("a vote down asks for a reason, and stands in /review with answer, reason and article", async () => {
  const answer = await guest.say(QUESTION);
  await guest.press(answer, "👎");
  await expect.poll(() => guest.labels(answer)).toContain("Sai người");
  expect(guest.labels(answer)).toEqual(
    expect.arrayContaining(["👍", "👎", "Sai ngày", "Không đúng câu hỏi", "Thiếu"]),
  );
  await guest.press(answer, "Sai người");
  await expect.poll(() => guest.labels(answer)).not.toContain("Sai người");
  expect(guest.labels(answer)).toContain("👎");
  const item = await admin.say("/review");
  expect(item.text).toMatch(/^👎 Bị chê · .* · Sai người/u);
  expect(item.text).toContain(`Câu hỏi: ${QUESTION}`);
  expect(item.text).toContain("Lê Thị Mẫu");
  const [title] = admin.labels(item);
  expect(title).toMatch(/^Lãnh đạo tỉnh tiếp đoàn/u);
  const card = await admin.next(() => admin.press(item, title!));
  expect(card.text).toContain("Mã bài: sung-ta");
  await admin.press(item, "✓ Đã xem");
  await admin.shows(item, /^Không có câu trả lời nào bị 👎/u);
});

test("a refused question stands there with what was said; it becomes a check question that undo takes back", async () => {
  await guest.say("Thời tiết Hà Nội hôm qua thế nào?");
  await guest.say("Đoàn công tác Sùng Tả có bao nhiêu xe ô tô?");
  const item = await admin.say("/review");
  expect(item.text).toMatch(/^🚫 Không trả lời được · .* · độ chắc chắn \d+ %/u);
  expect(item.text).toContain("bao nhiêu xe ô tô");
  expect(admin.labels(item)).toContain("1/2");
  await admin.press(item, "Thêm câu kiểm tra");
  await admin.shows(item, /phải tìm ra bài nào\?\n\n1\. Lãnh đạo tỉnh/u);
  await admin.press(item, "1");
  await admin.shows(item, /^Đã thêm câu kiểm tra/u);
  const pinned = join(setup.corpusDir, "check-questions.tsv");
  expect(readFileSync(pinned, "utf8")).toBe(
    "Đoàn công tác Sùng Tả có bao nhiêu xe ô tô?\tsung-ta\n",
  );
  expect((await admin.say("/log")).text).toContain(
    "thêm câu kiểm tra “Đoàn công tác Sùng Tả có bao nhiêu xe ô tô?”",
  );
  const rest = await admin.say("/review");
  expect(rest.text).toContain("Thời tiết Hà Nội");
  await admin.press(await admin.say("/undo"), "Hoàn tác");
  await expect.poll(() => existsSync(pinned)).toBe(false);
});

test("a question by which the index finds no article is not pinned: it would block every update", async () => {
  await guest.say("Đoàn công tác Sùng Tả có bao nhiêu xe ô tô?");
  setup.engine.finds = async () => false;
  const item = await admin.say("/review");
  await admin.press(item, "Thêm câu kiểm tra");
  expect(await admin.press(item, "1")).toMatch(/chưa được thêm/u);
  expect(existsSync(join(setup.corpusDir, "check-questions.tsv"))).toBe(false);
});

test("others do not have /review, and a greeting is kept nowhere", async () => {
  await guest.say("Xin chào");
  expect((await guest.say("/review")).text).not.toContain("👎 Bị chê");
  expect(setup.state.reviews(0, 9).total).toBe(0);
  expect(setup.state.counts(7)).toEqual({ questions: 0, refusals: 0, down: 0 });
});

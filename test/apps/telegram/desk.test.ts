import { describe, expect, test } from "vitest";
import { group, user } from "./fake-chats.ts";
import { phone } from "./real-engine.ts";
import { runningBot } from "./running-bot.ts";
import { answered } from "./samples.ts";

const setup = runningBot({ retentionDays: 90 });
const admin = phone(setup);
const guest = phone(setup, user(5));

describe("/status", () => {
  test("tells admins what was asked, refused and voted down, the feeds, the undated visits and the disk", async () => {
    await guest.say("Hôm qua thời tiết thế nào?");
    const answer = await guest.say("Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?");
    await guest.press(answer, "👎");
    setup.upkeep = {
      ...setup.upkeep,
      feeds: () => ({ feeds: 5, failing: 1, checkedMs: Date.parse("2026-11-28T16:10:00Z") }),
      freeBytes: () => 20e9,
      unmatchedCorrections: () => 2,
    };
    const { text } = await admin.say("/status");
    expect(text).toContain("7 ngày qua: 2 câu hỏi, 1 câu không trả lời được, 1 lượt 👎");
    expect(text).toContain("Chưa xem: 2 mục (/review)");
    expect(text).toContain("lần gần nhất lúc 23:10 ngày 28/11/2026, 1/5 nguồn đang lỗi");
    expect(text).toContain("Chuyến thăm chưa rõ năm: 0");
    expect(text).toContain("không còn khớp với bài nào: 2");
    expect(text).toContain("Chỉ mục: 1 MB; đĩa còn trống 20 GB");
  });

  test("tells others what the collection holds, and nothing of that", async () => {
    const { text } = await guest.say("/status");
    expect(text).toMatch(/^Kho tư liệu có 20 bài viết/u);
    expect(text).not.toMatch(/câu hỏi|đĩa|Mô hình/u);
  });
});

test("/help shows admins their commands, and others none of them", async () => {
  const own = (await admin.say("/help")).text!;
  for (const command of ["/add", "/articles", "/undo", "/log", "/review", "/rollback"])
    expect(own).toContain(`\n${command} – `);
  expect(own).not.toContain("(quản trị viên)");
  const { text } = await guest.say("/help");
  expect(text).not.toMatch(/\/review|\/rollback|\/undo/u);
});

describe("/privacy and /forget", () => {
  test("tell what is kept and for how long, and delete one's own alone", async () => {
    const { text } = await guest.say("/privacy");
    expect(text).toContain("90 ngày");
    expect(text).toContain("/forget");
    expect((await admin.say("/privacy")).text).toContain("/log");
    await guest.say("Hôm qua thời tiết thế nào?");
    await guest.press(await guest.say("Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?"), "👎");
    await phone(setup, user(6)).say("Ngày kia thời tiết thế nào?");
    const question = await guest.say("/forget");
    expect(setup.state.reviews(0, 9).total).toBe(3);
    await guest.press(question, "Xóa dữ liệu của tôi");
    await guest.shows(question, /^Đã xóa 2 mục/u);
    expect(setup.state.reviews(0, 9).items.map(({ question: asked }) => asked)).toEqual([
      "Ngày kia thời tiết thế nào?",
    ]);
    await guest.press(await guest.say("/forget"), "Xóa dữ liệu của tôi");
  });

  test("delete votes on other people's questions in groups, which are kept under a number", async () => {
    setup.engine.respond = (question) => answered(question);
    const chat = group();
    const answer = await guest.next(() =>
      setup.api.say("/ask Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?", { from: user(6), chat }),
    );
    await guest.press(answer, "👎");
    const [vote] = setup.state.feedback(1);
    expect(vote!.userId).toBeLessThan(0);
    const question = await guest.say("/forget");
    await guest.press(question, "Xóa dữ liệu của tôi");
    await guest.shows(question, /^Đã xóa 1 mục/u);
    expect(setup.state.feedback(1)).toEqual([]);
  });
});

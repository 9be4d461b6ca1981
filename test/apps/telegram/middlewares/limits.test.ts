import { describe, expect, it, test } from "vitest";
import { memoryDatabase } from "../../../../src/apps/telegram/delivery/bot-database.ts";
import { questionLimits } from "../../../../src/apps/telegram/middlewares/limits.ts";
import { group, user } from "../fake-chats.ts";
import { ADMIN_ID, runningBot } from "../running-bot.ts";

const DAY_MS = 24 * 3_600_000;

describe("questionLimits", () => {
  const limits = (
    clock: { now: number; elapsed: number },
    perMinute: number | null,
    perDay: number | null,
  ) =>
    questionLimits(memoryDatabase(), {
      perMinute,
      perDay,
      adminIds: new Set(),
      now: () => clock.now,
      elapsed: () => clock.elapsed,
    });

  it("keeps nobody's minute longer where the clock is set back", () => {
    const clock = { now: Date.UTC(2026, 5, 1), elapsed: 0 };
    const { take } = limits(clock, 1, null);
    expect(take(1)).toBeNull();
    expect(take(1)).not.toBeNull();
    clock.now -= DAY_MS;
    clock.elapsed += 60_001;
    expect(take(1)).toBeNull();
  });

  it("does not believe days to come: after a clock that was ahead a day counts anew", () => {
    const clock = { now: Date.UTC(2026, 5, 3), elapsed: 0 };
    const { take } = limits(clock, null, 1);
    expect(take(1)).toBeNull();
    expect(take(1)).not.toBeNull();
    clock.now -= 2 * DAY_MS;
    expect(take(1)).toBeNull();
    clock.now += 2 * DAY_MS;
    expect(take(1)).toBeNull();
  });

  it("counts ten inline queries as a question", () => {
    const { takeInline, take } = limits({ now: 0, elapsed: 0 }, 1, null);
    for (let i = 0; i < 10; i++) expect(takeInline(1)).toBeNull();
    expect(takeInline(1)).not.toBeNull();
    expect(take(1)).toBeNull();
  });
});

describe("limits of what is dear", () => {
  const setup = runningBot({ limitPerMinute: 2 });

  test.each(["/timeline", "/export csv"])("%s counts as a question", async (command) => {
    const { api } = setup;
    for (let i = 0; i < 4; i++) api.say(command);
    await api.waitFor("sendMessage", {
      where: ({ params }) => /2 câu hỏi/u.test(String(params.text)),
    });
    api.say("/none");
    await api.waitFor("sendMessage", { where: ({ params }) => /lệnh/u.test(String(params.text)) });
    const files = [...api.done("sendPhoto"), ...api.done("sendDocument")];
    expect(files.length).toBeLessThanOrEqual(2);
  });
});

describe("commands and buttons of admins", () => {
  const setup = runningBot();
  const admin = user(ADMIN_ID);

  test("a command that an admin forwards is carried out by nobody", async () => {
    const { api } = setup;
    let calls = 0;
    setup.reindexer = {
      start: async () => ({ kind: "failed", reason: "no" }),
      cancel: () => {
        calls++;
        return false;
      },
      rollBack: () => ({ kind: "none" }),
    };
    const text = "/cancel";
    const entities = [{ type: "bot_command" as const, offset: 0, length: text.length }];
    const forward_origin = { type: "hidden_user" as const, sender_user_name: "Ai đó", date: 1 };
    api.say({ text, entities, forward_origin }, { from: admin });
    await api.reply(1);
    expect(calls).toBe(0);
    api.say({ text, entities }, { from: admin });
    await api.reply(2);
    expect(calls).toBe(1);
  });

  test("a stranger who presses an admin's button is told so, an admin that it is too old", async () => {
    const { api } = setup;
    api.say("/start", { from: admin });
    const message = await api.reply(1);
    api.press(message, "ar:x:0123456789", user(5));
    api.press(message, "add:none:0123456789ab", admin);
    await api.waitFor("answerCallbackQuery", { count: 2 });
    const [stranger, own] = api.done("answerCallbackQuery").map(({ params }) => params.text);
    expect(stranger).toBe("Nút này chỉ dành cho quản trị viên.");
    expect(own).not.toBe(stranger);
  });

  test("a vote on somebody else's question in a group is not kept under the voter's id", async () => {
    const { api } = setup;
    const chat = group();
    api.say("@visits_test_bot Ai tiếp đoàn Bằng Tường?", { chat, from: user(1) });
    const answer = await api.reply(1);
    api.press(answer, "fb:up", user(2));
    api.press(answer, "fb:up", user(1));
    await api.waitFor("answerCallbackQuery", { count: 2 });
    const [other, own] = setup.feedback.map(({ userId }) => userId);
    expect(other).toBeLessThan(0);
    expect(own).toBe(1);
  });
});

import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { reindexReport } from "../../../src/apps/telegram/features/reindex.ts";
import { localeFor } from "../../../src/locale/index.ts";
import type { IndexCounters, ReindexOutcome } from "../../../src/model/indexing.ts";
import { group, user } from "./fake-chats.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

const setup = runningBot();
const admin = user(ADMIN_ID);

const counters: IndexCounters = {
  indexed: 2,
  updated: 1,
  unchanged: 17,
  removed: 0,
  skipped: 1,
  failures: [{ path: "hỏng.txt", reason: "The file is empty." }],
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A re-index that runs until it is told how to end. */
function heldRun() {
  let end: (outcome: ReindexOutcome) => void = () => {};
  const outcome = new Promise<ReindexOutcome>((resolve) => {
    end = resolve;
  });
  const asked: { full: boolean; startedBy: string }[] = [];
  setup.reindexer = {
    ...setup.reindexer,
    start: async ({ full, startedBy, onProgress }) => {
      asked.push({ full, startedBy });
      for (let done = 1; done <= 20; done++) {
        onProgress({ phase: "embed", done, total: 20 });
        await pause(10);
      }
      return await outcome;
    },
  };
  return { asked, end };
}

const current = (message: Message) =>
  setup.api.chats.message(message.chat.id, message.message_id)!.text!;

/** The report that the message ends with. */
async function report(message: Message): Promise<string> {
  await setup.api.waitFor("editMessageText", {
    where: (call) => !String(call.params.text).startsWith("Đang"),
  });
  return current(message);
}

describe("/reindex by an admin", () => {
  test("shows progress in one message, then switches to the new index and reports", async () => {
    const { api, engine } = setup;
    const { asked, end } = heldRun();
    api.say("/reindex full", { from: admin });
    const message = await api.reply(1);
    expect(message.text).toBe("Đang chuẩn bị lập chỉ mục…");
    await api.waitFor("editMessageText", {
      where: (call) => call.params.text === "Đang xử lý nội dung: 20/20",
    });
    expect(asked).toEqual([{ full: true, startedBy: `User ${ADMIN_ID} (${ADMIN_ID})` }]);
    expect(engine.reloads).toBe(0);
    // The bot goes on answering the same chat meanwhile.
    api.say("Ai tiếp đoàn Bằng Tường?", { from: admin });
    expect((await api.reply(2)).text).toContain("Nguyễn Văn Mẫu");
    end({ kind: "done", counters });
    expect(await report(message)).toBe(
      [
        "Đã lập xong chỉ mục và đang dùng bản mới.",
        "Số tệp: thêm mới 2, cập nhật 1, giữ nguyên 17, gỡ bỏ 0, bỏ qua 1.",
        "",
        "1 tệp không đọc được:",
        "• hỏng.txt: The file is empty.",
      ].join("\n"),
    );
    expect(engine.reloads).toBe(1);
    const times = api.done("editMessageText").map((call) => call.atMs);
    expect(times.length).toBeGreaterThan(2);
    for (let i = 1; i < times.length; i++) expect(times[i]! - times[i - 1]!).toBeGreaterThan(39);
    expect(api.sent()).toHaveLength(2);
  });

  test("while a run is under way says who started it and when", async () => {
    const { api } = setup;
    const since = new Date("2025-01-21T02:05:00Z");
    setup.reindexer = {
      ...setup.reindexer,
      start: async () => ({ kind: "busy", startedBy: "@an (5)", since }),
    };
    api.say("/reindex", { from: admin });
    expect(await report(await api.reply())).toBe(
      "Việc lập chỉ mục đang chạy, do @an (5) bắt đầu lúc 09:05 ngày 21/01/2025. Xin chờ xong rồi thử lại.",
    );
    expect(setup.engine.reloads).toBe(0);
  });

  test("that fails says why and that the old index is still in use", async () => {
    const { api } = setup;
    setup.reindexer = {
      ...setup.reindexer,
      start: async () => ({ kind: "failed", reason: "the disk is full" }),
    };
    api.say("/reindex", { from: admin });
    const text = await report(await api.reply());
    expect(text).toContain("the disk is full");
    expect(text).toContain("chỉ mục cũ");
  });

  test("says so where the new index cannot be switched to", async () => {
    const { api, engine } = setup;
    setup.reindexer = { ...setup.reindexer, start: async () => ({ kind: "done", counters }) };
    engine.reload = async () => {
      throw new Error("index is foreign");
    };
    api.say("/reindex", { from: admin });
    expect(await report(await api.reply())).toContain("chưa chuyển sang được");
  });

  test("reports in a new message where the progress message was deleted", async () => {
    const { api } = setup;
    const { end } = heldRun();
    api.say("/reindex", { from: admin });
    const message = await api.reply(1);
    api.chats.remove(message.chat.id, message.message_id);
    end({ kind: "done", counters });
    expect((await api.reply(2)).text).toMatch(/^Đã lập xong chỉ mục/);
  });

  test("with another word explains itself", async () => {
    setup.api.say("/reindex now", { from: admin });
    expect((await setup.api.reply()).text).toMatch(/^Dùng \/reindex/);
  });

  test("does not hold up the shutdown", async () => {
    const { api, bot } = setup;
    heldRun();
    api.say("/reindex", { from: admin });
    await api.reply();
    await bot.stop();
    const edits = api.done("editMessageText").length;
    await pause(150);
    expect(api.done("editMessageText")).toHaveLength(edits);
  });
});

test("others get exactly the answer of an unknown command", async () => {
  const { api } = setup;
  const { asked } = heldRun();
  api.say("/reindex", { from: user(5) });
  api.say("/unknown", { from: user(5) });
  await api.reply(2);
  const [first, second] = api.sent();
  expect(first!.text).toBe(second!.text);
  api.say("/reindex", { from: user(5), chat: group() });
  api.say("/help", { from: user(6) });
  expect((await api.reply(3)).chat.id).toBe(6);
  expect(asked).toEqual([]);
});

test("a report names the first ten failures and counts the rest, within a message", () => {
  const failures = Array.from({ length: 25 }, (_, i) => ({
    path: `${"thư mục/".repeat(40)}tệp-${i}.txt`,
    reason: "r".repeat(500),
  }));
  const done = { kind: "done", counters: { ...counters, skipped: 25, failures } } as const;
  for (const language of ["vi", "en", "zh"] as const) {
    const text = reindexReport(done, localeFor(language));
    expect(text.split("\n").filter((line) => line.startsWith("•"))).toHaveLength(10);
    expect(text).toContain("15");
    expect(text.length).toBeLessThanOrEqual(4096);
  }
});

import { beforeEach, describe, expect, test } from "vitest";
import { reindexReport } from "../../../src/apps/telegram/features/reindex.ts";
import type { KeptGeneration } from "../../../src/indexing/list-generations.ts";
import { localeFor } from "../../../src/locale/index.ts";
import type { ReindexOutcome, RollBackOutcome } from "../../../src/model/indexing.ts";
import { user } from "./fake-chats.ts";
import { phone } from "./real-engine.ts";
import { ADMIN_ID, runningBot } from "./running-bot.ts";

const setup = runningBot();
const admin = user(ADMIN_ID);

describe("/cancel and the button of a run", () => {
  function heldRun() {
    let end: (outcome: ReindexOutcome) => void = () => {};
    setup.reindexer = {
      ...setup.reindexer,
      start: () =>
        new Promise((resolve) => {
          end = resolve;
        }),
      cancel: () => {
        end({ kind: "cancelled" });
        return true;
      },
    };
  }

  test("end the run, which says that what is done is kept", async () => {
    const { api } = setup;
    heldRun();
    api.say("/reindex full", { from: admin });
    const message = await api.reply(1);
    expect(JSON.stringify(message.reply_markup)).toContain("reindex:cancel");
    api.say("/cancel", { from: admin });
    expect((await api.reply(2)).text).toBe("Đang dừng…");
    await api.waitFor("editMessageText", {
      where: ({ params }) => String(params.text).startsWith("Đã dừng lập chỉ mục"),
    });
    const shown = api.chats.message(message.chat.id, message.message_id)!;
    expect(shown.reply_markup).toBeUndefined();
    expect(setup.engine.reloads).toBe(0);
  });

  test("say so where nothing runs, and are nothing to others", async () => {
    const { api } = setup;
    api.say("/cancel", { from: admin });
    expect((await api.reply(1)).text).toMatch(/^Hiện không có/u);
    api.say("/cancel", { from: user(5) });
    api.say("/none", { from: user(5) });
    await api.reply(3);
    const [, first, second] = api.sent();
    expect(first!.text).toBe(second!.text);
  });
});

describe("/rollback", () => {
  const now = {
    generation: "000004",
    articles: 12,
    briefs: 0,
    chunks: 40,
    visits: 2,
    model: "m",
    dimension: 3,
    builtAt: "2025-01-21T02:05:00.000Z",
    bytes: 1,
  };
  const outcome = (given: RollBackOutcome) => {
    const asked: (string | undefined)[] = [];
    setup.reindexer = {
      ...setup.reindexer,
      rollBack: (_, generation) => {
        asked.push(generation);
        return given;
      },
    };
    return asked;
  };

  const kept = (name: string, isCurrent: boolean): KeptGeneration => ({
    name,
    builtAt: "2025-01-21T02:05:00.000Z",
    articles: 12,
    isCurrent,
    without: isCurrent ? 0 : 3,
    again: 0,
    otherwise: isCurrent ? 0 : 1,
  });
  const phoneOfAdmin = phone(setup, admin);
  beforeEach(() => {
    setup.upkeep = {
      ...setup.upkeep,
      generations: () => [kept("000005", true), kept("000004", false)],
    };
  });

  test("lists what is kept and what would change, asks, switches, and says how to return", async () => {
    const { engine } = setup;
    const asked = outcome({ kind: "done", now, before: "000005" });
    const list = await phoneOfAdmin.say("/rollback");
    expect(list.text).toMatch(
      /• 000005 – .* trước, 12 bài \(đang dùng\)\n• 000004 – .* trước, 12 bài: mất 3 tệp bài, 1 tệp bài trở về nội dung cũ/u,
    );
    expect(phoneOfAdmin.labels(list)).toEqual(["000004"]);
    await phoneOfAdmin.press(list, "000004");
    await phoneOfAdmin.shows(
      list,
      /^Quay lại bản chỉ mục 000004 \(lập lúc 09:05 ngày 21\/01\/2025/u,
    );
    expect(asked).toEqual([]);
    await phoneOfAdmin.press(list, "Quay lại bản này");
    await phoneOfAdmin.shows(list, "000004 (12 bài, lập lúc 09:05 ngày 21/01/2025)");
    await phoneOfAdmin.shows(list, "/rollback 000005");
    expect(asked).toEqual(["000004"]);
    expect(engine.reloads).toBe(1);
    expect((await phoneOfAdmin.say("/log")).text).toContain(
      "quay lại chỉ mục cũ (000005 → 000004)",
    );
  });

  test("asks for a named one too, and stays where that is cancelled", async () => {
    const asked = outcome({ kind: "none" });
    const question = await phoneOfAdmin.say("/rollback 000004");
    await phoneOfAdmin.press(question, "Hủy");
    await phoneOfAdmin.shows(question, /^Đã hủy/u);
    expect((await phoneOfAdmin.say("/rollback 000009")).text).toContain("000005, 000004");
    setup.upkeep = { ...setup.upkeep, generations: () => [kept("000005", true)] };
    expect((await phoneOfAdmin.say("/rollback")).text).toContain("Không có bản chỉ mục cũ hơn");
    expect(asked).toEqual([]);
  });

  test("says why it cannot", async () => {
    const { engine } = setup;
    const failures: [RollBackOutcome, string][] = [
      [{ kind: "none" }, "Không có bản chỉ mục cũ hơn"],
      [{ kind: "unknown", generation: "9", known: ["000001"] }, "000001"],
      [{ kind: "busy", startedBy: "@an (5)" }, "@an (5)"],
      [{ kind: "damaged", generation: "000003", reason: "index.db is missing" }, "bị hỏng"],
    ];
    for (const [failure, words] of failures) {
      outcome(failure);
      const question = await phoneOfAdmin.say("/rollback 000004");
      await phoneOfAdmin.press(question, "Quay lại bản này");
      await phoneOfAdmin.shows(question, words);
    }
    expect(engine.reloads).toBe(0);
  });
});

test("a failed self-test is told in every language with what was missed", () => {
  for (const language of ["vi", "en", "zh"] as const) {
    const report = (selfTest: Extract<ReindexOutcome, { kind: "failed" }>["selfTest"]) =>
      reindexReport(
        { kind: "failed", reason: "x", ...(selfTest && { selfTest }) },
        localeFor(language),
      );
    expect(
      report({ check: "questions", missed: ["Ai tiếp đoàn Bằng Tường?"], asked: 9 }),
    ).toContain("Ai tiếp đoàn Bằng Tường?");
    expect(report({ check: "recall", recall: 0.931, least: 0.95 })).toMatch(/93[.,]1/u);
    expect(report({ check: "content", found: "3 of 4 vectors" })).toContain("3 of 4 vectors");
  }
});

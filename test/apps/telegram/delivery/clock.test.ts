import { describe, expect, test } from "vitest";
import { user } from "../fake-chats.ts";
import { ADMIN_ID, runningBot } from "../running-bot.ts";

const setup = runningBot();
const HOUR_MS = 3_600_000;

describe("a clock that is wrong", () => {
  test("is told to admins, and old by it is nobody's question", async () => {
    const { api, newBot } = setup;
    await setup.bot.stop();
    // This machine is 25 hours ahead: by its clock every message is a day old.
    api.clockAheadMs = -25 * HOUR_MS;
    setup.bot = newBot();
    await setup.bot.start();
    await api.waitFor("sendMessage", { where: ({ params }) => params.chat_id === ADMIN_ID });
    expect(String(api.done("sendMessage")[0]!.params.text)).toMatch(/nhanh 1\.500 phút/u);
    const from = user(1);
    api.say(
      { text: "Ai tiếp đoàn Bằng Tường?", date: Math.floor(Date.now() / 1000) - 25 * 3600 },
      { from },
    );
    await api.waitFor("sendMessage", { where: ({ params }) => params.chat_id === from.id });
    expect(setup.engine.asked).toEqual(["Ai tiếp đoàn Bằng Tường?"]);
    expect(setup.log.some((line) => line.includes("clock is wrong"))).toBe(true);
  });

  test("is not told where it is right", async () => {
    const { api } = setup;
    api.say("Ai tiếp đoàn Bằng Tường?");
    await api.reply(1);
    expect(api.done("sendMessage").map(({ params }) => params.chat_id)).not.toContain(ADMIN_ID);
  });
});

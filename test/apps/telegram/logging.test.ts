import { describe, expect, test } from "vitest";
import { runningBot } from "./running-bot.ts";

const SECRET_TEXT = "Ai tiếp đoàn bí mật?";

/** Asks one question that is answered and one that fails, and gives what was logged. */
async function logOf(setup: ReturnType<typeof runningBot>) {
  const { api, engine } = setup;
  api.say(SECRET_TEXT);
  await api.reply(1);
  engine.respond = () => {
    throw new Error(`cannot answer ${SECRET_TEXT}`);
  };
  api.say(SECRET_TEXT);
  await api.reply(2);
  return setup.log.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the log", () => {
  const setup = runningBot();

  test("has the update's id on what belongs to it, and no word of the user", async () => {
    const lines = await logOf(setup);
    const ofUpdates = lines.filter(({ msg }) => /question|update/u.test(String(msg)));
    expect(ofUpdates.map(({ updateId, level, msg }) => [updateId, level, msg])).toEqual([
      [1000, "info", "a question was answered"],
      [1001, "error", "an update could not be handled"],
    ]);
    for (const { time } of lines) expect(String(time)).toMatch(/^\d{4}-\d\d-\d\dT/u);
    expect(setup.log.join("")).not.toContain("bí mật");
    expect(setup.log.join("")).not.toContain("Nguyễn Văn Mẫu");
  });
});

describe("with LOG_MESSAGES=on the log", () => {
  const setup = runningBot({ logMessages: true });

  test("holds question and answer", async () => {
    const [line] = (await logOf(setup)).filter(({ msg }) => msg === "a question was answered");
    expect(line).toMatchObject({ question: SECRET_TEXT, outcome: "answered", updateId: 1000 });
    expect(line!.answer).toContain("Nguyễn Văn Mẫu");
  });
});

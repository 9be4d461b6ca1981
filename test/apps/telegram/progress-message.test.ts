import pino from "pino";
import { expect, test } from "vitest";
import { ProgressMessage } from "../../../src/apps/telegram/features/reindex.ts";

const logger = pino({ level: "silent" });

function follow(edit?: (text: string) => Promise<unknown>) {
  const shown: { text: string; atMs: number }[] = [];
  const sent: string[] = [];
  const stop = new AbortController();
  const message = new ProgressMessage({
    edit: async (text) => {
      shown.push({ text, atMs: performance.now() });
      return edit === undefined ? true : await edit(text);
    },
    send: async (text) => sent.push(text),
    intervalMs: 20,
    logger,
    stopping: stop.signal,
  });
  return { message, shown, sent, stop };
}

test("edits keep their distance, skip texts in between and end with the last one", async () => {
  const { message, shown } = follow();
  for (let i = 0; i < 50; i++) {
    message.show(`${i}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await message.finish("xong");
  expect(shown.length).toBeLessThan(15);
  expect(shown.at(-1)!.text).toBe("xong");
  for (let i = 1; i < shown.length; i++) {
    expect(shown[i]!.atMs - shown[i - 1]!.atMs).toBeGreaterThanOrEqual(19);
  }
});

test("a failed edit does not end the progress", async () => {
  let failures = 0;
  const { message, shown } = follow(async (text) => {
    if (text === "1") {
      failures++;
      throw new Error("network");
    }
    return true;
  });
  message.show("1");
  await message.finish("2");
  expect(failures).toBe(1);
  expect(shown.map((s) => s.text)).toEqual(["1", "2"]);
});

test("the last text is sent anew where the message is gone", async () => {
  const { message, sent } = follow(async () => null);
  message.show("1");
  await message.finish("2");
  expect(sent).toEqual(["2"]);
});

test("nothing is sent after the bot has stopped", async () => {
  const { message, shown, stop } = follow();
  message.show("1");
  await Promise.resolve();
  stop.abort();
  await message.finish("2");
  expect(shown.map((s) => s.text)).toEqual(["1"]);
});

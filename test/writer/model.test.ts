import { afterEach, beforeEach, expect, test } from "vitest";
import { createWriter, type Writer } from "../../src/writer/writer.ts";
import { FakeModel } from "./fake-model.ts";
import { sources, TRUE_TEXT, task } from "./made-up.ts";

let model: FakeModel;
beforeEach(async () => {
  model = await FakeModel.start();
});
afterEach(() => model.stop());

const states: string[] = [];
const writerAt = (pauseScale = 1, timeoutMs = 60_000): Promise<Writer> => {
  states.splice(0);
  const { url } = model;
  const settings = { url, model: "m", apiKey: null, maxTokens: 500, timeoutMs, atOnce: 2 };
  return createWriter({ settings, onChange: (state) => void states.push(state), pauseScale });
};
const outcomes = async (writer: Writer, count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => (await writer.write(task(), sources())).outcome),
  );

test("no more than are allowed are asked for at once; others wait, and of many some are not asked", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  model.respond = async () => {
    await held;
    return { kind: "text", text: TRUE_TEXT };
  };
  const all = outcomes(await writerAt(), 15);
  await expect.poll(() => model.calls.length).toBe(2);
  release();
  const ended = await all;
  expect(ended.filter((one) => one === "written")).toHaveLength(10);
  expect(ended.filter((one) => one === "busy")).toHaveLength(5);
  expect(model.most).toBe(2);
});

test("who waits for a turn waits no longer than for an answer", async () => {
  model.respond = () => ({ kind: "hang" });
  expect(await outcomes(await writerAt(1, 150), 5)).toEqual(Array(5).fill("slow"));
});

test("after five failures it is left alone, then tried once, and asked again when it answers", async () => {
  model.respond = () => ({ kind: "status", status: 500 });
  const writer = await writerAt(0.02);
  for (let i = 0; i < 5; i++) expect(await outcomes(writer, 1)).toEqual(["down"]);
  expect(writer.state).toBe("open");
  expect(await outcomes(writer, 3)).toEqual(Array(3).fill("open-circuit"));
  expect(model.calls).toHaveLength(5);
  await expect.poll(async () => (await outcomes(writer, 1))[0]).toBe("down");
  expect(writer.state).toBe("open");
  model.respond = () => ({ kind: "text", text: TRUE_TEXT });
  await expect.poll(async () => (await outcomes(writer, 1))[0]).toBe("written");
  expect(writer.state).toBe("closed");
  expect(states).toEqual(["open", "half-open", "open", "half-open", "closed"]);
});

test("what it declines or what does not pass the check is no failure of its", async () => {
  model.respond = () => ({ kind: "text", text: "NO_ANSWER" });
  const writer = await writerAt();
  for (let i = 0; i < 8; i++) expect(await outcomes(writer, 1)).toEqual(["refused"]);
  expect(writer.state).toBe("closed");
});

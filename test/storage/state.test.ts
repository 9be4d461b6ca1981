import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Feedback, openState } from "../../src/storage/state.ts";
import { report, temporaryFolder, workspace } from "../index/fixture.ts";

const verdict: Feedback = {
  chatId: -1001234567890,
  messageId: 7,
  userId: 42,
  question: "Ai tiếp đoàn?",
  answer: "Ông A tiếp đoàn. [1]",
  citations: [
    {
      n: 1,
      articleId: "bai-1",
      title: "Bài",
      source: null,
      url: null,
      link: null,
      published: null,
      quote: "Ông A tiếp đoàn.",
      start: 0,
      end: 16,
    },
  ],
  verdict: "up",
};

it("keeps verdicts, the newest first, and replaces one that changes", () => {
  const state = openState(temporaryFolder());
  state.saveFeedback(verdict);
  state.saveFeedback({ ...verdict, userId: 43 });
  state.saveFeedback({ ...verdict, messageId: 8 });
  state.saveFeedback({ ...verdict, verdict: "down" });
  const stored = state.feedback(10);
  expect(stored).toHaveLength(3);
  expect(stored.find(({ userId, messageId }) => userId === 42 && messageId === 7)).toMatchObject({
    ...verdict,
    verdict: "down",
  });
  expect(state.feedback(1)).toHaveLength(1);
  state.close();
});

it("outlives a full re-index and is read by a second connection", async () => {
  const space = workspace();
  space.write("bai-1.md", report(1));
  const state = openState(space.indexDir);
  state.saveFeedback(verdict);
  await space.build({ full: true });
  const other = openState(space.indexDir);
  expect(other.feedback(10)).toHaveLength(1);
  other.close();
  state.close();
});

it("deletes verdicts past their term, and what the file holds of them", () => {
  const folder = temporaryFolder();
  const state = openState(folder);
  state.saveFeedback({ ...verdict, question: "Câu hỏi riêng tư nào đó?" });
  expect(state.forgetBefore(new Date(Date.now() - 1000))).toBe(0);
  expect(state.forgetBefore(new Date(Date.now() + 1000))).toBe(1);
  expect(state.feedback(10)).toEqual([]);
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), "utf8")).not.toContain("riêng tư nào");
  state.close();
});

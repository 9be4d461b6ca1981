import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openWritable } from "../../src/storage/sqlite.ts";
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

it("a file of before reasons and reviews is taken over, and what was refused is kept, seen and counted", () => {
  const folder = temporaryFolder();
  const old = openWritable(join(folder, "state.db"));
  old.exec(
    `CREATE TABLE feedback (chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, user_id INTEGER NOT NULL,
       question TEXT NOT NULL, answer TEXT NOT NULL, citations TEXT NOT NULL, verdict TEXT NOT NULL, at TEXT NOT NULL,
       PRIMARY KEY (chat_id, message_id, user_id));
     INSERT INTO feedback VALUES (1, 2, 3, 'Ai?', 'Ông A.', '[]', 'down', '2026-01-01T00:00:00.000Z')`,
  );
  old.close();
  const state = openState(folder);
  const vote = { chatId: 1, messageId: 2, userId: 3 };
  expect(state.giveReason(vote, "date")).toBe(true);
  expect(state.giveReason({ ...vote, userId: 4 }, "date")).toBe(false);
  state.saveRefusal({
    ...vote,
    question: "Gì?",
    answer: "Không thấy.",
    nearest: [],
    confidence: 0.1,
  });
  state.countQuestion(true);
  const { items } = state.reviews(0, 9);
  expect(items.map(({ kind, question, reason }) => [kind, question, reason])).toEqual([
    ["refused", "Gì?", null],
    ["down", "Ai?", "date"],
  ]);
  state.markSeen(items[1]!.key);
  expect(state.reviews(0, 9).total).toBe(1);
  expect(state.reviews(0, 9, true).total).toBe(2);
  expect(state.counts(7)).toEqual({ questions: 1, refusals: 1, down: 0 });
  expect(state.forgetUser(3, () => 0)).toBe(2);
  expect(state.reviews(0, 9, true).items).toEqual([]);
  state.close();
});

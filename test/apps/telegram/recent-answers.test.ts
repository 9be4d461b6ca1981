import { expect, test } from "vitest";
import { memoryDatabase } from "../../../src/apps/telegram/delivery/bot-database.ts";
import { RecentAnswers } from "../../../src/apps/telegram/messages/kept-texts.ts";
import { answered } from "./samples.ts";

test("recent answers are found by chat and message", () => {
  const recent = new RecentAnswers(memoryDatabase());
  const answer = answered("a");
  recent.remember(1, 2, answer);
  expect(recent.recall(1, 2)).toBe(answer);
  expect(recent.recall(2, 1)).toBeNull();
});

test("the answer that was not used for longest is forgotten first", () => {
  const recent = new RecentAnswers(memoryDatabase(), { maxAnswers: 2 });
  recent.remember(1, 1, answered("a"));
  recent.remember(1, 2, answered("b"));
  recent.recall(1, 1);
  recent.remember(1, 3, answered("c"));
  expect(recent.recall(1, 1)?.question).toBe("a");
  expect(recent.recall(1, 2)).toBeNull();
  expect(recent.recall(1, 3)?.question).toBe("c");
});

test("questions that are kept outlive the process until their time, or until a chat is forgotten", () => {
  const db = memoryDatabase();
  const asked = { question: "a", language: null };
  const recent = new RecentAnswers(db, { now: () => 1000 });
  recent.remember(1, 1, answered("a"), asked);
  recent.remember(2, 1, answered("a"), asked);
  const later = new RecentAnswers(db);
  expect(later.asked(1, 1)).toEqual(asked);
  later.forgetChat(1);
  expect(later.asked(1, 1)).toBeNull();
  later.forgetBefore(1000);
  expect(later.asked(2, 1)).toEqual(asked);
  later.forgetBefore(1001);
  expect(later.asked(2, 1)).toBeNull();
});

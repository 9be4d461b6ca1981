import { expect, test } from "vitest";
import { RecentAnswers } from "../../../src/apps/telegram/messages/kept-texts.ts";
import { answered } from "./samples.ts";

test("recent answers are found by chat and message", () => {
  const recent = new RecentAnswers();
  const answer = answered("a");
  recent.remember(1, 2, answer);
  expect(recent.recall(1, 2)).toBe(answer);
  expect(recent.recall(2, 1)).toBeNull();
});

test("the answer that was not used for longest is forgotten first", () => {
  const recent = new RecentAnswers(2);
  recent.remember(1, 1, answered("a"));
  recent.remember(1, 2, answered("b"));
  recent.recall(1, 1);
  recent.remember(1, 3, answered("c"));
  expect(recent.recall(1, 1)?.question).toBe("a");
  expect(recent.recall(1, 2)).toBeNull();
  expect(recent.recall(1, 3)?.question).toBe("c");
});

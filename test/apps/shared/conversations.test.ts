import { describe, expect, test } from "vitest";
import { Conversations } from "../../../src/apps/shared/conversations.ts";
import { LED, WHEN } from "../../answers/question/exchanges.ts";

const MINUTE_MS = 60_000;

describe("the last exchange of a chat", () => {
  test("is kept for 30 minutes and no longer", () => {
    let now = 1_000_000;
    const conversations = new Conversations({ now: () => now });
    conversations.remember("1:", { ...LED, at: now });
    now += 30 * MINUTE_MS;
    expect(conversations.last("1:")?.question).toBe(LED.question);
    now += 1;
    expect(conversations.last("1:")).toBeNull();
    now -= 5 * MINUTE_MS;
    expect(conversations.last("1:")).toBeNull();
  });

  test("belongs to that chat alone, is replaced by the next one and can be forgotten", () => {
    const conversations = new Conversations({ now: () => 0 });
    conversations.remember("1:", LED);
    expect(conversations.last("2:")).toBeNull();
    conversations.remember("1:", WHEN);
    conversations.remember("2:", LED);
    expect(conversations.last("1:")?.question).toBe(WHEN.question);
    conversations.forget("1:");
    conversations.forget("3:");
    expect(conversations.last("1:")).toBeNull();
    expect(conversations.last("2:")?.question).toBe(LED.question);
  });

  test("goes first where it was not used for longest", () => {
    const conversations = new Conversations({ now: () => 0, maxChats: 2 });
    conversations.remember("1:", LED);
    conversations.remember("2:", LED);
    conversations.last("1:");
    conversations.remember("3:", LED);
    expect(["1:", "2:", "3:"].map((key) => conversations.last(key) !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { sendsUnderWay, turns } from "../../../../src/apps/telegram/delivery/turns.ts";

/** Work that ends when it is told to, with the order in which works began. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    end: (name: string) => ends.get(name)!(),
    work: (name: string) => () =>
      new Promise<void>((resolve) => {
        begun.push(name);
        ends.set(name, resolve);
      }),
  };
}

const settle = () => sleep(5);

describe("turns", () => {
  it("lets chats take turns: one with many wishes keeps nobody else waiting", async () => {
    const { begun, end, work } = works();
    const take = turns({ questionsAtOnce: 1 });
    for (const name of ["a1", "a2", "a3"]) void take(1, "question", work(name));
    void take(2, "question", work("b1"));
    await settle();
    for (const name of ["a1", "a2", "b1"]) {
      end(name);
      await settle();
    }
    expect(begun).toEqual(["a1", "a2", "b1", "a3"]);
  });

  it("makes pictures one at a time, and none while a question waits", async () => {
    const { begun, end, work } = works();
    const take = turns({ questionsAtOnce: 1 });
    void take(1, "dear", work("picture 1"));
    void take(2, "dear", work("picture 2"));
    await settle();
    void take(3, "question", work("question 1"));
    void take(3, "question", work("question 2"));
    await settle();
    expect(begun).toEqual(["picture 1", "question 1"]);
    end("picture 1");
    await settle();
    expect(begun).not.toContain("picture 2");
    end("question 1");
    await settle();
    expect(begun.at(-1)).toBe("picture 2");
    expect(begun).toContain("question 2");
  });

  it("goes on after work that fails", async () => {
    const take = turns({ questionsAtOnce: 1 });
    await expect(
      take(1, "question", async () => Promise.reject(new Error("no"))),
    ).rejects.toThrow();
    expect(await take(1, "question", async () => 7)).toBe(7);
  });
});

describe("sendsUnderWay", () => {
  it("waits for a message on its way, but not for ever", async () => {
    const { count, sent } = sendsUnderWay();
    let acknowledge: (value: { ok: true; result: never }) => void = () => {};
    const prev = () =>
      new Promise<{ ok: true; result: never }>((resolve) => {
        acknowledge = resolve;
      });
    let isSent = false;
    const call = count(prev as never, "sendMessage", {} as never);
    const waiting = sent().then(() => {
      isSent = true;
    });
    await settle();
    expect(isSent).toBe(false);
    acknowledge({ ok: true, result: null as never });
    await call;
    await waiting;
    expect(isSent).toBe(true);
    void count(prev as never, "sendMessage", {} as never);
    // Never acknowledged.
    await sent();
  });
});

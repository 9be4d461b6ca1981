import { expect, it } from "vitest";
import { warmUp } from "../../../src/apps/shared/start-up.ts";
import type { Engine } from "../../../src/engine.ts";

const asking = (ask: (question: string) => Promise<never>) =>
  ({ ask }) as unknown as Pick<Engine, "ask" | "register">;

it("asks some questions, whatever becomes of them", async () => {
  const asked: string[] = [];
  const engine = asking((question) => {
    asked.push(question);
    return Promise.reject(new Error("damaged"));
  });
  await warmUp(engine, new AbortController().signal);
  expect(asked.length).toBeGreaterThan(1);
});

it("asks nothing more once the bot stops", async () => {
  const stopping = new AbortController();
  let asked = 0;
  const engine = asking(() => {
    asked++;
    stopping.abort();
    return Promise.reject(new Error("closed"));
  });
  await warmUp(engine, stopping.signal);
  expect(asked).toBe(1);
});

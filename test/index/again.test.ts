import pino from "pino";
import { expect, it } from "vitest";
import { followGenerations } from "../../src/index/read/open-index.ts";
import { counting, report, shippedEmbedder, workspace } from "./fixture.ts";

it("a file that is named is read and embedded again though nothing touched it, and no other", async () => {
  const space = workspace();
  for (const n of [1, 2, 3]) space.write(`bai-${n}.md`, report(n));
  const first = await space.build();
  const embedder = counting(await shippedEmbedder());
  const same = await space.build({ embedder });
  expect([same.generation, embedder.calls()]).toEqual([first.generation, 0]);
  const again = await space.build({ embedder, again: ["bai-2.md", "khong-co.md"] });
  expect(again.generation).not.toBe(first.generation);
  expect(again).toMatchObject({ indexed: 0, removed: 0, skipped: 0 });
  const one = embedder.calls();
  expect(one).toBeGreaterThan(0);
  await space.build({ embedder, again: ["bai-1.md", "bai-2.md", "bai-3.md"] });
  expect(embedder.calls() - one).toBeGreaterThan(2 * one);
  expect(space.read((index) => index.status().articles)).toBe(3);
  // The same where changes lie beside a large index.
  await space.build({ changesFrom: 1, again: ["bai-2.md"] });
  expect(space.read((index) => index.articles(0, 9).length)).toBe(3);
});

it("the generation that another process puts in use is switched to", async () => {
  const space = workspace();
  space.write("bai-1.md", report(1));
  await space.build();
  let reloads = 0;
  const reload = async () => {
    reloads++;
  };
  const logger = pino({ level: "silent" });
  const stop = followGenerations({ place: space.indexDir, reload, logger, lookEveryMs: 10 });
  await new Promise((wake) => setTimeout(wake, 60));
  expect(reloads).toBe(0);
  space.write("bai-2.md", report(2));
  await space.build();
  await expect.poll(() => reloads).toBe(1);
  stop();
});

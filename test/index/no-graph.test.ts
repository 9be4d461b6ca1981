import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { report, shippedEmbedder, workspace } from "./fixture.ts";

const FEW = 5_000;

it("a small index holds its vectors once, finds the same, and gets a graph once it is larger", async () => {
  const space = workspace();
  for (const n of [1, 2, 3]) space.write(`bai-${n}.md`, report(n));
  const { embedQuery } = await shippedEmbedder();
  const asked = (await embedQuery("đoàn đại biểu thăm và làm việc"))!;
  const bytes = (generation: string) =>
    statSync(join(space.indexDir, "generations", generation, "vectors.hnsw")).size;
  const found = () => space.read((index) => index.searchDense(asked, 5));

  const whole = bytes((await space.build()).generation);
  const hits = found();
  expect(hits.length).toBeGreaterThan(0);
  const none = bytes((await space.build({ full: true, graphFrom: FEW })).generation);
  expect(none).toBeLessThan(whole / 10);
  expect(found()).toEqual(hits);

  space.write("bai-4.md", report(4));
  expect(bytes((await space.build({ graphFrom: FEW })).generation)).toBe(none);
  space.write("bai-5.md", report(5));
  await space.build({ graphFrom: FEW, changesFrom: 1 });
  const layered = found();
  space.write("bai-6.md", report(6));
  expect(bytes((await space.build({ full: true })).generation)).toBeGreaterThan(whole);
  expect(layered.length).toBe(5);
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { quantizeRows, readModel } from "../../../scripts/training/model-files.ts";
import { createEmbedder } from "../../../src/embedding/create-embedder.ts";
import { writeTinyModel } from "../../embedding/tiny-model.ts";

test("whole numbers and scale give every row back within half a step", () => {
  const rows = fc.float32Array({ minLength: 12, maxLength: 12, noNaN: true, min: -50, max: 50 });
  fc.assert(
    fc.property(rows, (values) => {
      const quantized = quantizeRows(values, 4);
      for (const [i, x] of values.entries()) {
        const scale = quantized.scales[Math.floor(i / 4)]!;
        expect(Math.abs(quantized.values[i]! * scale - x)).toBeLessThanOrEqual(
          scale * 0.5001 + 1e-30,
        );
      }
    }),
  );
});

test("what is read back from a model folder is what the model computes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "model-"));
  await writeTinyModel(join(folder, "tiny"));
  const { pieces, rows, dimension } = await readModel(join(folder, "tiny"));
  const embedder = await createEmbedder({ model: "tiny", modelsDir: folder, cacheDir: folder });
  const ids = pieces.map((_, i) => i);
  expect(await embedder.tokenRows!(ids)).toEqual(rows);
  expect(dimension).toBe(8);
  await rm(folder, { recursive: true });
});

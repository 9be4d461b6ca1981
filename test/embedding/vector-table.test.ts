import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import wabt from "wabt";
import { DOTS_WASM, VectorTable } from "../../src/embedding/vector-table.ts";

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

test("what runs is what dots.wat says", async () => {
  const text = readFileSync("src/embedding/dots.wat", "utf8");
  const module = (await wabt()).parseWat("dots.wat", text, { simd: true });
  expect(Buffer.from(module.toBinary({}).buffer).toString("base64")).toBe(DOTS_WASM);
});

test("products are those of a plain loop, for any dimension and number of rows", () => {
  const component = fc.float({ min: -1, max: 1, noNaN: true });
  const table = fc.integer({ min: 1, max: 50 }).chain((dimension) => {
    const vector = fc
      .array(component, { minLength: dimension, maxLength: dimension })
      .map((values) => Float32Array.from(values));
    return fc.tuple(vector, fc.array(vector, { maxLength: 40 }));
  });
  fc.assert(
    fc.property(table, ([asked, rows]) => {
      const vectors = new VectorTable(asked.length);
      expect(rows.map((row) => vectors.add(row))).toEqual(rows.map((_, i) => i));
      const products = vectors.products(asked);
      const pairs = vectors.asking([asked, ...rows]);
      expect(products).toHaveLength(rows.length);
      rows.forEach((row, i) => {
        expect(vectors.row(i)).toEqual(row);
        expect(products[i]).toBeCloseTo(dot(asked, row), 4);
        const written = new Float32Array(rows.length + 3).fill(7);
        pairs(i, written, 1);
        expect(written[1]).toBe(products[i]);
        expect([written[0], written.at(-1)]).toEqual([7, 7]);
      });
    }),
    { numRuns: 30 },
  );
});

test("rows stay while the table grows over many pages of memory", () => {
  const table = new VectorTable(384);
  const vectors = Array.from({ length: 6_000 }, (_, i) => new Float32Array(384).fill(i));
  for (const vector of vectors) table.add(vector);
  const products = table.products(new Float32Array(384).fill(1));
  expect([...products.filter((_, i) => i % 1_000 === 5)]).toEqual(
    [5, 1_005, 2_005, 3_005, 4_005, 5_005].map((i) => 384 * i),
  );
});

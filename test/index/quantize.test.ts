import fc from "fast-check";
import { expect, it } from "vitest";
import { meanDirection } from "../../src/embedding/meanings.ts";
import { dequantize, quantize } from "../../src/index/read/stored-rows.ts";

const DIMENSION = 24;
const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: DIMENSION,
    maxLength: DIMENSION,
  })
  .map((values) => meanDirection(Float32Array.from(values), DIMENSION));

it("keeps the direction of every vector and the place of missing ones", () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 6 }), fc.nat(3), (vectors, shift) => {
      const bytes = quantize(vectors, DIMENSION);
      expect(bytes.byteLength).toBe(vectors.length * (4 + DIMENSION));
      // A blob of the database may start anywhere in its buffer.
      const moved = new Uint8Array(bytes.byteLength + shift).subarray(shift);
      moved.set(bytes);
      const read = dequantize(moved, DIMENSION);
      expect(read.map((vector) => vector === null)).toEqual(vectors.map((v) => v === null));
      for (const [i, vector] of vectors.entries()) {
        if (vector === null) continue;
        expect(vector.reduce((sum, value, d) => sum + value * read[i]![d]!, 0)).toBeGreaterThan(
          0.999,
        );
      }
    }),
  );
});

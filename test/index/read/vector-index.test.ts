import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { meanDirection } from "../../../src/embedding/meanings.ts";
import { HnswIndex } from "../../../src/index/read/hnsw-index.ts";
import { ExactIndex, type VectorIndex } from "../../../src/index/read/vector-index.ts";
import { temporaryFolder } from "../fixture.ts";

const DIMENSION = 32;

/** Unit vectors from a small generator with a fixed seed. */
function vectors(count: number, seed = 1): { row: number; vector: Float32Array }[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: count }, (_, i) => ({
    row: i * 3 + 1,
    vector: meanDirection(Float32Array.from({ length: DIMENSION }, next), DIMENSION)!,
  }));
}

function hnsw(list: readonly { row: number; vector: Float32Array }[]): HnswIndex {
  const index = HnswIndex.create(DIMENSION, 1);
  for (const { row, vector } of list) index.add(row, vector);
  return index;
}

describe.each<[string, (list: ReturnType<typeof vectors>) => VectorIndex]>([
  ["exact", (list) => new ExactIndex(DIMENSION, list)],
  ["HNSW", hnsw],
])("the %s vector index", (_name, create) => {
  const list = vectors(300);
  const index = create(list);

  it("finds each vector itself first, with cosine 1", () => {
    for (const { row, vector } of list) {
      const [best] = index.search(vector, 1);
      expect(best?.row).toBe(row);
      expect(best?.score).toBeCloseTo(1, 5);
    }
  });

  it("gives the cosine as score, best first", () => {
    const query = vectors(1, 99)[0]!.vector;
    const hits = index.search(query, 10);
    expect(hits).toHaveLength(10);
    for (const [i, { row, score }] of hits.entries()) {
      const { vector } = list.find((one) => one.row === row)!;
      expect(score).toBeCloseTo(
        vector.reduce((sum, value, d) => sum + value * query[d]!, 0),
        5,
      );
      if (i > 0) expect(score).toBeLessThanOrEqual(hits[i - 1]!.score);
    }
  });

  it("gives what there is where more is asked for", () => {
    expect(index.search(list[0]!.vector, 10_000)).toHaveLength(300);
    expect(index.search(list[0]!.vector, 0)).toEqual([]);
    expect(create([]).search(list[0]!.vector, 5)).toEqual([]);
  });

  it("refuses vectors that would break the native code", () => {
    const bad = Float32Array.from(list[0]!.vector);
    bad[3] = Number.NaN;
    expect(() => index.search(bad, 5)).toThrow(/not finite/u);
    expect(() => index.search(new Float32Array(DIMENSION - 1), 5)).toThrow(/31 numbers/u);
    expect(() => create([{ row: 1, vector: bad }])).toThrow(/not finite/u);
  });
});

describe("HNSW", () => {
  it("finds at least 95 of 100 that the exact index finds", () => {
    const list = vectors(2_000);
    const exact = new ExactIndex(DIMENSION, list);
    const approximate = hnsw(list);
    let found = 0;
    for (const { vector } of vectors(50, 7)) {
      const rows = new Set(exact.search(vector, 10).map(({ row }) => row));
      found += approximate.search(vector, 10).filter(({ row }) => rows.has(row)).length;
    }
    expect(found / 500).toBeGreaterThan(0.95);
  });

  it("does not find removed vectors, also after saving and loading", () => {
    const list = vectors(60);
    const index = hnsw(list);
    for (const { row } of list.slice(0, 20)) index.remove(row);
    const path = join(temporaryFolder(), "vectors.hnsw");
    index.save(path);
    for (const one of [index, HnswIndex.load(path, DIMENSION, 20)]) {
      expect(one.count).toBe(40);
      const rows = one.search(list[0]!.vector, 60).map(({ row }) => row);
      expect(rows).toHaveLength(40);
      expect(Math.min(...rows)).toBe(list[20]!.row);
    }
  });

  it("grows when it is loaded and added to", () => {
    const list = vectors(50);
    const path = join(temporaryFolder(), "vectors.hnsw");
    hnsw(list.slice(0, 20)).save(path);
    const index = HnswIndex.load(path, DIMENSION, 0);
    for (const { row, vector } of list.slice(20)) index.add(row, vector);
    expect(index.search(list[49]!.vector, 1)[0]?.row).toBe(list[49]!.row);
    expect(index.count).toBe(50);
  });

  it("throws for a file that is none", () => {
    const path = join(temporaryFolder(), "vectors.hnsw");
    writeFileSync(path, "short");
    expect(() => HnswIndex.load(path, DIMENSION, 0)).toThrow();
  });
});

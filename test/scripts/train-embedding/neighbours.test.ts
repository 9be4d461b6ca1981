import { expect, test } from "vitest";
import { neighbourGroups } from "../../../scripts/train-embedding/neighbours.ts";
import { Random } from "../../../scripts/train-embedding/random.ts";

test("every article is in one group, groups are small, and neighbours share theirs", () => {
  const random = new Random(2);
  const count = 256;
  // Four bundles of directions, one behind the other in turn.
  const vectors = new Float32Array(count * 4);
  for (let a = 0; a < count; a++) {
    for (let j = 0; j < 4; j++) vectors[a * 4 + j] = (a % 4 === j ? 1 : 0) + 0.05 * random.normal();
  }
  const groups = neighbourGroups(vectors, 4, 16, random);
  expect(groups.flatMap((g) => [...g]).sort((a, b) => a - b)).toEqual(
    Array.from({ length: count }, (_, i) => i),
  );
  let same = 0;
  for (const group of groups) {
    expect(group.length).toBeLessThanOrEqual(16);
    for (const a of group) for (const b of group) if (a < b && a % 4 === b % 4) same++;
  }
  const pairs = groups.reduce((sum, g) => sum + (g.length * (g.length - 1)) / 2, 0);
  expect(same / pairs).toBeGreaterThan(0.6);
});

test("equal vectors end the halving", () => {
  const groups = neighbourGroups(new Float32Array(100 * 2).fill(1), 2, 8, new Random(1));
  expect(groups.reduce((sum, g) => sum + g.length, 0)).toBe(100);
});

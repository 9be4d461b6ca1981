import type { Hit } from "./types.ts";

/** More than are asked for are kept before they are sorted. */
const ROOM = 4;

/** The `k` rows with the highest scores above 0, best first, lower rows first among equal ones; the place is the row. */
export function topHits(scores: ArrayLike<number>, k: number): Hit[] {
  if (k < 1) return [];
  let kept: Hit[] = [];
  let least = 0;
  const best = () => kept.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, k);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    // Rows ascend: an equal score comes after those that are kept.
    if (score <= least) continue;
    kept.push({ row, score });
    if (kept.length < ROOM * k) continue;
    kept = best();
    least = kept[k - 1]!.score;
  }
  return best();
}

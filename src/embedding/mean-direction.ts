/**
 * Direction of the mean of vectors that stand one after another in `rows`, and in `more`: a unit vector, or null where
 * there is none (no rows, they cancel out, or they are not finite).
 */
export function meanDirection(
  rows: Float32Array,
  dimension: number,
  more?: Float32Array,
): Float32Array | null {
  const sum = new Float32Array(dimension);
  addRows(sum, rows);
  if (more !== undefined) addRows(sum, more);
  let squares = 0;
  for (const value of sum) squares += value * value;
  const norm = Math.sqrt(squares);
  return norm > 0 && Number.isFinite(norm) ? sum.map((value) => value / norm) : null;
}

function addRows(sum: Float32Array, rows: Float32Array): void {
  for (let base = 0; base < rows.length; base += sum.length) {
    for (let d = 0; d < sum.length; d++) sum[d]! += rows[base + d]!;
  }
}

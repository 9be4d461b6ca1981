/**
 * Direction of the mean of vectors that stand one after another in `rows`: a unit vector, or null where
 * there is none (no rows, they cancel out, or they are not finite).
 */
export function meanDirection(rows: Float32Array, dimension: number): Float32Array | null {
  const sum = new Float32Array(dimension);
  for (let base = 0; base < rows.length; base += dimension) {
    for (let d = 0; d < dimension; d++) sum[d]! += rows[base + d]!;
  }
  let squares = 0;
  for (const value of sum) squares += value * value;
  const norm = Math.sqrt(squares);
  return norm > 0 && Number.isFinite(norm) ? sum.map((value) => value / norm) : null;
}

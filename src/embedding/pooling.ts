/**
 * One unit vector from token vectors.
 *
 * @param tokens count × dimension values, token by token.
 * @returns Null where the result has no direction (all zero) or is not finite.
 */
export function pool(
  tokens: Float32Array,
  dimension: number,
  pooling: "mean" | "cls",
): Float32Array | null {
  const sum = new Float32Array(dimension);
  const end = pooling === "cls" ? Math.min(dimension, tokens.length) : tokens.length;
  for (let at = 0; at < end; at += dimension) {
    for (let j = 0; j < dimension; j++) sum[j]! += tokens[at + j]!;
  }
  let square = 0;
  for (let j = 0; j < dimension; j++) square += sum[j]! * sum[j]!;
  const norm = Math.sqrt(square);
  if (!(norm > 0) || !Number.isFinite(norm)) return null;
  for (let j = 0; j < dimension; j++) sum[j]! /= norm;
  return sum;
}

import { meanDirection } from "./mean-direction.ts";

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
  return meanDirection(pooling === "cls" ? tokens.subarray(0, dimension) : tokens, dimension);
}

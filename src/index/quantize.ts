import { meanDirection } from "../embedding/meanings.ts";

/**
 * Vectors at 8 bits a number: a quarter of the space, for the many sentence vectors. Each vector has its
 * own scale (its greatest absolute value / 127), so that the cosine to the exact vector stays > 0.999.
 *
 * Layout: `count` float32 scales, then `count × dimension` int8. Scale 0 stands for no vector.
 */
export function quantize(vectors: readonly (Float32Array | null)[], dimension: number): Uint8Array {
  const count = vectors.length;
  const buffer = new ArrayBuffer(count * (4 + dimension));
  const scales = new Float32Array(buffer, 0, count);
  const values = new Int8Array(buffer, count * 4);
  for (const [i, vector] of vectors.entries()) {
    if (vector === null) continue;
    let peak = 0;
    for (const value of vector) peak = Math.max(peak, Math.abs(value));
    const scale = peak / 127;
    scales[i] = scale;
    if (scale === 0) continue;
    for (let d = 0; d < dimension; d++) values[i * dimension + d] = Math.round(vector[d]! / scale);
  }
  return new Uint8Array(buffer);
}

/** Reads back what `quantize` wrote, as unit vectors. */
export function dequantize(blob: Uint8Array, dimension: number): (Float32Array | null)[] {
  const count = Math.floor(blob.byteLength / (4 + dimension));
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const values = new Int8Array(blob.buffer, blob.byteOffset + count * 4, count * dimension);
  return Array.from({ length: count }, (_, i) => {
    if (view.getFloat32(i * 4, littleEndian) === 0) return null;
    const vector = Float32Array.from(values.subarray(i * dimension, (i + 1) * dimension));
    return meanDirection(vector, dimension);
  });
}

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Typed arrays as database blobs, in the byte order of the machine (an index is not carried between machines of different order). */

/** The bytes of a typed array, not copied. */
export function bytesOf(values: Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A blob copied to where a typed array may start (a multiple of 4). */
function aligned(blob: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(blob.byteLength);
  new Uint8Array(copy).set(blob);
  return copy;
}

export function floatsOf(blob: Uint8Array): Float32Array {
  return new Float32Array(aligned(blob));
}

export function int32sOf(blob: Uint8Array): Int32Array {
  return new Int32Array(aligned(blob));
}

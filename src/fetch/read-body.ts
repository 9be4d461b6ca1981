import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** The body is larger than allowed, packed or unpacked. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
}

/** The body is packed in a way that was not asked for. */
export class EncodingError extends Error {
  override readonly name = "EncodingError";
}

/** What `readBody` can unpack, for the request's header. */
export const ACCEPT_ENCODING = "gzip, deflate, br";

function unpacker(encoding: string): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      // Several layers ("gzip, gzip") are how bombs are built; no server that was asked for one layer sends them.
      throw new EncodingError(encoding);
  }
}

/**
 * Reads a body and unpacks it, piece by piece, so that never more than the limit is held.
 *
 * @throws {TooLargeError} Over `maxBytes`.
 * @throws {EncodingError} For an unknown packing; errors of the stream and of zlib as they come.
 */
export async function readBody(
  body: Readable,
  encoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const unpack = unpacker(encoding);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const piece of source) {
      size += piece.length;
      if (size > maxBytes) throw new TooLargeError();
      pieces.push(piece);
    }
  };
  try {
    await (unpack === null ? pipeline(body, collect) : pipeline(body, unpack, collect));
  } catch (error) {
    // What the end of a longer pipeline throws comes out as its beginning's being aborted.
    throw size > maxBytes ? new TooLargeError() : error;
  }
  return Buffer.concat(pieces, size);
}

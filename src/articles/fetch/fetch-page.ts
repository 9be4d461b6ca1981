import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { FetchCode } from "./addresses.ts";

/** Headers as undici gives them. */
type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a header, or null. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** Media type and charset of a `content-type` header. */
export function contentType(value: string | null): {
  mediaType: string | null;
  charset: string | null;
} {
  const mediaType = value?.split(";")[0]?.trim().toLowerCase() || null;
  const charset = /;\s*charset\s*=\s*["']?([^"';\s]{1,40})/iu.exec(value ?? "")?.[1] ?? null;
  return { mediaType, charset };
}

/** True for types that never hold an article. */
export function isMedia(mediaType: string | null): boolean {
  return /^(?:image|audio|video|font)\//u.test(mediaType ?? "");
}

/** What a status other than success and redirect means. */
export function statusCode(status: number): FetchCode {
  if (status === 304) return "not-modified";
  if (status === 404 || status === 410) return "not-found";
  if (status === 401 || status === 403 || status === 451) return "forbidden";
  if (status === 429) return "too-many-requests";
  return status >= 500 ? "server-error" : "http-error";
}

/** Milliseconds of a `retry-after` header (seconds or an HTTP date), or null. */
export function retryAfterMs(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/u.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

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

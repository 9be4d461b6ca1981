/** What one fetch may cost. */
export interface FetchLimits {
  /** Bytes, both as they come over the line and unpacked. */
  readonly maxBytes: number;
  /** Bytes of all response headers together. */
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  /** Everything together: resolving, connecting, redirects, body. */
  readonly totalMs: number;
  /** Longest silence: until the connection stands, until the headers, between two pieces of the body. */
  readonly idleMs: number;
}

/** An article with its markup is far smaller; 20 MB is what Telegram lets a bot download. */
export const FETCH_LIMITS: FetchLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxHeaderBytes: 16 * 1024,
  maxRedirects: 5,
  totalMs: 30_000,
  idleMs: 10_000,
};

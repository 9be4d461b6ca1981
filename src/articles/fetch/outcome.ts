/** Why an address could not be fetched; stable keys for translation and counting. */
export type FetchCode =
  /** Not an address that a browser would understand. */
  | "bad-url"
  /** Neither http nor https. */
  | "bad-scheme"
  /** A user or password stands in the address. */
  | "credentials"
  | "bad-port"
  /** The address, or the name's address, lies in a private or reserved network. */
  | "private-address"
  | "unknown-host"
  /** No connection, or it was lost. */
  | "unreachable"
  /** The certificate is not valid. */
  | "tls-error"
  | "timeout"
  /** By the caller's signal. */
  | "cancelled"
  | "too-many-redirects"
  /** From https to http. */
  | "insecure-redirect"
  | "too-large"
  /** Not what HTTP allows: headers too large, a compression that is broken or unknown. */
  | "bad-response"
  /** Sound, video, picture, font. */
  | "wrong-type"
  | "empty"
  | "not-found"
  | "forbidden"
  | "too-many-requests"
  | "server-error"
  /** Any other status. */
  | "http-error"
  /** Only to a conditional request: nothing has changed since. */
  | "not-modified";

/** What was fetched. */
export interface Fetched {
  readonly ok: true;
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Declared media type, lower case without parameters, or null. It may lie. */
  readonly mediaType: string | null;
  /** Declared charset, or null. */
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Nothing was fetched. */
export interface FetchFailure {
  readonly ok: false;
  readonly code: FetchCode;
  /** The address that failed, without user, password and query: it may be shown and logged. */
  readonly url: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** What the server asks to wait, of 429 and 503. */
  readonly retryAfterMs?: number;
}

export type FetchOutcome = Fetched | FetchFailure;

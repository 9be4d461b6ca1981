import type { FetchCode } from "./outcome.ts";

/** Headers as undici gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

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

import type { Transformer } from "grammy";

/** A text without halves of surrogate pairs, of an object or array every text; files stay as they are. */
function wellFormed<T>(value: T): T {
  if (typeof value === "string") return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wellFormed(v)])) as T;
}

/** Telegram refuses a whole message for one half of a surrogate pair: it becomes U+FFFD instead. */
export const sendWellFormed: Transformer = (prev, method, payload, signal) =>
  prev(method, wellFormed(payload), signal);

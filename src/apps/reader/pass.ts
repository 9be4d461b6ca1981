import { createHmac, timingSafeEqual } from "node:crypto";

const DAY_MS = 86_400_000;
/** Days that a link of the bot opens the reader. */
const VALID_DAYS = 90;

const dayOf = (now: number) => Math.floor(now / DAY_MS);

/** 128 bits: nobody guesses them, and the address stays short. */
const signature = (token: string, until: string) =>
  createHmac("sha256", token).update(`reader until ${until}`).digest("base64url").slice(0, 22);

/**
 * What a link carries where not everyone may read: its last day, signed. It opens all pages, as whoever may ask the bot
 * may be told of each; it is not the token, and ends by itself.
 *
 * @param now Milliseconds since 1970.
 */
export function passFor(token: string, now: number): string {
  const until = (dayOf(now) + VALID_DAYS).toString(36);
  return `${until}.${signature(token, until)}`;
}

/** Whether a pass opens the reader: it may be none of this token's, or past its last day. */
export function checkPass(
  token: string,
  pass: string | null,
  now: number,
): "valid" | "ended" | "none" {
  const [, until, given] = /^([0-9a-z]{1,6})\.([\w-]{22})$/u.exec(pass ?? "") ?? [];
  if (until === undefined || given === undefined) return "none";
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(token, until)))) return "none";
  return Number.parseInt(until, 36) < dayOf(now) ? "ended" : "valid";
}

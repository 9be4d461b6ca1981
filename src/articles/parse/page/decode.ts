import type { Skip, SkipCode } from "../../../model/index.ts";

/** Files over this size are skipped: 5 MB holds any article, and more than a parser should be given. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** A document that only a password opens. */
export const PROTECTED: Skip = {
  ok: false,
  code: "encrypted",
  reason: "The file is protected by a password. Save it without one.",
};

/** Says why a file is not taken. */
export function skip(code: SkipCode, reason: string): Skip {
  return { ok: false, code, reason };
}

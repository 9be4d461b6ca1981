/** Which files are not taken, what of a source did not get into its article, and why. */

import { isReadable } from "../../../language/text/index.ts";
import type { Article, LeftOut, LeftOutReason, Skip, SkipCode } from "../../../model/index.ts";

/** Letters and digits of a text: what a reader would miss. */
export function lettersIn(text: string): number {
  let count = 0;
  // Runs, because there are fewer of them; a letter beyond the basic plane is one as well.
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? [])
    count += /[\u{10000}-\u{10FFFF}]/u.test(run) ? Array.from(run).length : run.length;
  return count;
}

/** Counts what is left out. */
export class LeftOutCounter {
  readonly #left = new Map<LeftOutReason, number>();

  add(reason: LeftOutReason, letters: number): void {
    if (letters > 0) this.#left.set(reason, (this.#left.get(reason) ?? 0) + letters);
  }

  /** @param taken Letters of the article with its title. */
  sum(taken: number): LeftOut {
    const left = Object.fromEntries(this.#left);
    return { source: taken + [...this.#left.values()].reduce((sum, one) => sum + one, 0), left };
  }
}

/** Letters left out in all. */
export const leftOutLetters = ({ left }: LeftOut) =>
  Object.values(left).reduce((sum, one) => sum + one, 0);

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

/** Why an article is not taken whose letters are others than its writer meant; null where it can be read. */
export function unreadableSkip({ title, text }: Pick<Article, "title" | "text">): Skip | null {
  if (isReadable(`${title}\n${text}`)) return null;
  return skip(
    "bad-encoding",
    "Its letters can't be read for sure. Save the text as Unicode (UTF-8).",
  );
}

/** What of a source did not get into its article, and why. */

/** Why text is left out; stable keys for translation and counting. */
export type LeftOutReason =
  /** Menus, buttons, counters, imprint. */
  | "furniture"
  /** Lists of other articles. */
  | "related"
  /** Outside of what a web page marks as its article. */
  | "outside"
  /** Told a second time. */
  | "repeated"
  /** Became day of publication, source or address. */
  | "details"
  /** Names of files of pictures. */
  | "pictures"
  /** Hidden in the document. */
  | "hidden"
  /** Deleted in tracked changes. */
  | "deleted"
  /** Running heads, page numbers, the furniture of a letter, numbers of rows. */
  | "heads";

/** Letters and digits of the source, and how many of them were left out for which reason. */
export interface LeftOut {
  readonly source: number;
  readonly left: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** Letters and digits of a text: what a reader would miss. */
export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
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

import type { TextRange, WriterPassage } from "../model/index.ts";

/** The place of a supporting sentence; where it is not found as it was told, the whole passage. */
export function placeOf(
  { n, quote }: { readonly n: number; readonly quote: string },
  passages: readonly WriterPassage[],
): (TextRange & { readonly articleId: string }) | null {
  const passage = passages.find((one) => one.n === n);
  if (passage === undefined) return null;
  const { articleId, start, end, text } = passage;
  const at = quote === "" ? -1 : text.indexOf(quote);
  if (at < 0) return { articleId, start, end };
  return { articleId, start: start + at, end: start + at + quote.length };
}

import { sentences } from "../../language/text/index.ts";
import type { Article, Passage } from "../../model/index.ts";

/**
 * The passages of a side together with the sentence that first names its head, where none of them does: what is told of
 * a visit must stand in what is cited.
 */
export function withHeadNamed(
  passages: readonly Passage[],
  head: string | null,
  { text, blocks }: Article,
): readonly Passage[] {
  if (head === null || passages.some(({ start, end }) => text.slice(start, end).includes(head)))
    return passages;
  for (const { kind, start, end } of blocks) {
    if (kind !== "lead" && kind !== "paragraph") continue;
    const block = text.slice(start, end);
    const named = sentences(block).find((range) =>
      block.slice(range.start, range.end).includes(head),
    );
    if (named !== undefined)
      return [...passages, { start: start + named.start, end: start + named.end }];
  }
  return passages;
}

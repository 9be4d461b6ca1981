import { sentences, type TextRange } from "../text/sentences.ts";
import type { Article, BlockKind } from "./article.ts";

/** What a chunk is made of. */
export type ChunkKind = "body" | "caption" | "byline";

/** Sizes in syllables (runs of characters between white space). */
export interface ChunkOptions {
  /** Only a single longer sentence exceeds this. */
  readonly maxSyllables: number;
  /** Paragraphs are put together up to this size. */
  readonly targetSyllables: number;
}

/** A paragraph, or a part of one that is too long for a chunk. */
export interface Piece {
  readonly sentences: TextRange[];
  readonly syllables: number;
  readonly kind: ChunkKind;
  readonly startsSection: boolean;
}

/** One piece a paragraph, several where it exceeds the maximum. */
export function* pieces(
  { text, blocks }: Pick<Article, "text" | "blocks">,
  { maxSyllables, targetSyllables }: ChunkOptions,
): Generator<Piece> {
  for (const block of blocks) {
    const own = text.slice(block.start, block.end);
    const ranges = sentences(own).map(({ start, end }) => ({
      start: start + block.start,
      end: end + block.start,
      syllables: countSyllables(own.slice(start, end)),
    }));
    const total = ranges.reduce((sum, range) => sum + range.syllables, 0);
    const parts = total <= maxSyllables ? 1 : Math.ceil(total / targetSyllables);
    const kind = chunkKind(block.kind);
    let part: typeof ranges = [];
    let size = 0;
    let first = true;
    const close = (): Piece => {
      const piece = {
        sentences: part.map(({ start, end }) => ({ start, end })),
        syllables: size,
        kind,
        startsSection: first && block.kind === "heading",
      };
      part = [];
      size = 0;
      first = false;
      return piece;
    };
    for (const range of ranges) {
      const full = size + range.syllables > maxSyllables || size >= total / parts;
      if (part.length > 0 && full) yield close();
      part.push(range);
      size += range.syllables;
    }
    if (part.length > 0) yield close();
  }
}

function chunkKind(kind: BlockKind): ChunkKind {
  return kind === "caption" || kind === "byline" ? kind : "body";
}

function countSyllables(text: string): number {
  // Han text has no spaces: about two characters make a word.
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.split(/\s+/u).filter(Boolean).length + Math.floor(han / 2);
}

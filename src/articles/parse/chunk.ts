import { sentences } from "../../language/text/index.ts";
import {
  type Article,
  type BlockKind,
  CHUNK_DEFAULTS,
  type Chunk,
  type ChunkKind,
  type ChunkOptions,
  type TextRange,
} from "../../model/index.ts";

/** A paragraph, or a part of one that is too long for a chunk. */
interface Piece {
  readonly sentences: TextRange[];
  readonly syllables: number;
  readonly kind: ChunkKind;
  readonly startsSection: boolean;
}

/** One piece a paragraph, several where it exceeds the maximum. */
function* pieces(
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

/**
 * Cuts an article into chunks that follow its paragraphs and sentences.
 *
 * Neighbouring paragraphs are put together up to the target, a paragraph over the maximum is cut between
 * sentences into parts of about equal size, a heading opens a new chunk. Captions and bylines don't mix
 * with the report. Every sentence is in exactly one chunk.
 *
 * @throws RangeError where the sizes are not whole numbers with 1 <= target <= max.
 */
export function chunkArticle(
  article: Pick<Article, "text" | "blocks">,
  options: ChunkOptions = CHUNK_DEFAULTS,
): Chunk[] {
  const { maxSyllables, targetSyllables } = options;
  if (!(Number.isInteger(targetSyllables) && Number.isInteger(maxSyllables)))
    throw new RangeError("chunk sizes must be whole numbers");
  if (targetSyllables < 1 || targetSyllables > maxSyllables)
    throw new RangeError("chunk sizes must satisfy 1 <= targetSyllables <= maxSyllables");
  const groups = joinSmall(joinToTarget(pieces(article, options), targetSyllables), options);
  return groups.map(({ sentences: ranges, kind }, ordinal) => ({
    ordinal,
    start: ranges[0]!.start,
    end: ranges.at(-1)!.end,
    sentences: ranges,
    kind,
  }));
}

/** Puts neighbouring paragraphs together as long as they keep to the target. */
function joinToTarget(all: Iterable<Piece>, targetSyllables: number): Piece[] {
  const groups: Piece[] = [];
  for (const piece of all) {
    const last = groups.at(-1);
    if (last !== undefined && mayJoin(last, piece, targetSyllables)) {
      groups[groups.length - 1] = joined(last, piece);
    } else groups.push(piece);
  }
  return groups;
}

/** A small rest is better off with a neighbour than alone, up to the maximum. */
function joinSmall(
  all: readonly Piece[],
  { maxSyllables, targetSyllables }: ChunkOptions,
): Piece[] {
  const isSmall = (piece: Piece) => piece.syllables * 4 <= targetSyllables;
  const groups: Piece[] = [];
  let lastIsJoined = false;
  for (const piece of all) {
    const last = groups.at(-1);
    const isRest = isSmall(piece) && !lastIsJoined;
    lastIsJoined = false;
    if (last !== undefined && (isRest || isSmall(last)) && mayJoin(last, piece, maxSyllables)) {
      groups[groups.length - 1] = joined(last, piece);
      lastIsJoined = true;
    }
    if (!lastIsJoined) groups.push(piece);
  }
  return groups;
}

function mayJoin(last: Piece, next: Piece, maxSyllables: number): boolean {
  return (
    last.kind === next.kind &&
    !next.startsSection &&
    last.syllables + next.syllables <= maxSyllables
  );
}

function joined(last: Piece, next: Piece): Piece {
  return {
    sentences: [...last.sentences, ...next.sentences],
    syllables: last.syllables + next.syllables,
    kind: last.kind,
    startsSection: last.startsSection,
  };
}

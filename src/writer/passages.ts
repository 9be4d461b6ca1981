import type { ArticleLookup } from "../answers/passages/index.ts";
import { sentences } from "../language/text/index.ts";
import type { Article, Citation, TextRange, WriterPassage } from "../model/index.ts";
import type { WriterTask } from "./outcome.ts";

/** Passages that are sent, and what each may take: together about three thousand tokens. */
const MOST = 8;
const PASSAGE_CHARS = 1_100;
/** Fewer than these are joined by further paragraphs of the article. */
const FEW = 4;
/** Of a summary or a comparison all of an article is wanted, as far as it goes. */
const WHOLE_CHARS = 9_000;

interface Piece extends TextRange {
  readonly articleId: string;
}

/**
 * The passages that the writer may use, numbered from 1: the paragraphs that the answer cites and, with them, the
 * beginning of their article, where people and days are introduced, then those of the passages behind it. A summary
 * gets the article, a comparison both.
 */
export function passagesFor(task: WriterTask, lookup: ArticleLookup): WriterPassage[] {
  const { answer, kind } = task;
  const cited = articlesOf(answer.citations);
  const meant = answer.wish?.articleIds ?? cited.slice(0, 1);
  const pieces =
    kind === "summary"
      ? wholeOf(meant, MOST, lookup)
      : kind === "comparison"
        ? wholeOf(meant, MOST / meant.length, lookup)
        : [
            ...paragraphs(answer.citations, lookup),
            ...(kind === "answer"
              ? [...openings(cited.slice(0, 2), lookup), ...paragraphs(answer.more, lookup)]
              : []),
          ];
  // One sentence tells little of its meeting.
  const more = kind === "answer" ? further(cited.slice(0, 1), lookup) : [];
  const found = merged(pieces);
  const room = Math.max(0, FEW - found.length);
  const added = more.filter((one) => merged([...found, one]).length > found.length);
  const chosen = [...found, ...added.slice(0, room)].slice(0, MOST);
  return numbered(inOrder(chosen), lookup);
}

const articlesOf = (citations: readonly Citation[]) => [
  ...new Set(citations.map(({ articleId }) => articleId)),
];

/** The paragraph around each citation; of a long one the sentences around it. */
function paragraphs(citations: readonly Citation[], lookup: ArticleLookup): Piece[] {
  return citations.flatMap(({ articleId, start, end }) => {
    const article = lookup(articleId);
    // What was cited stood in the article before it was read again.
    if (article === null || end > article.text.length || start >= end) return [];
    const blocks = article.blocks.filter((block) => block.start < end && start < block.end);
    const whole = {
      articleId,
      start: Math.min(start, ...blocks.map((block) => block.start)),
      end: Math.max(end, ...blocks.map((block) => block.end)),
    };
    return [
      whole.end - whole.start <= PASSAGE_CHARS ? whole : around(whole, { start, end }, article),
    ];
  });
}

/** As many whole sentences of a piece around a range as may be sent. */
function around(piece: Piece, { start, end }: TextRange, { text }: Article): Piece {
  const room = Math.max(0, PASSAGE_CHARS - (end - start)) / 2;
  const inside = sentences(text.slice(piece.start, piece.end))
    .map((one) => ({ start: one.start + piece.start, end: one.end + piece.start }))
    .filter((one) => one.end > start - room && one.start < end + room)
    .filter(
      (one) =>
        (one.start < end && start < one.end) ||
        (one.start >= start - room && one.end <= end + room),
    );
  return {
    ...piece,
    start: Math.min(start, ...inside.map((one) => one.start)),
    end: Math.max(end, ...inside.map((one) => one.end)),
  };
}

const TOLD: ReadonlySet<string> = new Set(["lead", "paragraph"]);

/** The paragraphs of articles. */
function further(articleIds: readonly string[], lookup: ArticleLookup): Piece[] {
  return articleIds.flatMap((articleId) =>
    (lookup(articleId)?.blocks ?? [])
      .filter(({ kind }) => TOLD.has(kind))
      .map(({ start, end }) => ({ articleId, start, end: Math.min(end, start + PASSAGE_CHARS) })),
  );
}

function openings(articleIds: readonly string[], lookup: ArticleLookup): Piece[] {
  return articleIds.flatMap((articleId) => further([articleId], lookup).slice(0, 1));
}

/** Articles in `most` pieces each, of whole paragraphs, as far as they may be sent. */
function wholeOf(articleIds: readonly string[], most: number, lookup: ArticleLookup): Piece[] {
  const chars = WHOLE_CHARS / articleIds.length;
  return articleIds.flatMap((articleId) => {
    const blocks = lookup(articleId)?.blocks.filter(({ kind }) => TOLD.has(kind)) ?? [];
    const target = Math.min(chars, (blocks.at(-1)?.end ?? 0) - (blocks[0]?.start ?? 0)) / most;
    const pieces: Piece[] = [];
    for (const { start, end } of blocks) {
      const last = pieces.at(-1);
      if (last !== undefined && end - last.start <= Math.max(target, PASSAGE_CHARS / 2))
        pieces[pieces.length - 1] = { ...last, end };
      else pieces.push({ articleId, start, end: Math.min(end, start + 2 * PASSAGE_CHARS) });
    }
    return pieces.slice(0, most);
  });
}

/** Those that overlap are one, in the place of the first of them. */
function merged(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const at = all.findIndex(
      (one) => one.articleId === piece.articleId && one.start < piece.end && piece.start < one.end,
    );
    const one = all[at];
    if (one === undefined) all.push(piece);
    else
      all[at] = {
        ...one,
        start: Math.min(one.start, piece.start),
        end: Math.max(one.end, piece.end),
      };
  }
  return all;
}

/** Articles in the order of their first piece, each read from its beginning on. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const rank = [...new Set(pieces.map(({ articleId }) => articleId))];
  return pieces.toSorted(
    (a, b) => rank.indexOf(a.articleId) - rank.indexOf(b.articleId) || a.start - b.start,
  );
}

function numbered(pieces: readonly Piece[], lookup: ArticleLookup): WriterPassage[] {
  return pieces.map(({ articleId, start, end }, i) => {
    const { title, source, published, text } = lookup(articleId)!;
    return {
      n: i + 1,
      articleId,
      title,
      source,
      published,
      text: text.slice(start, end),
      start,
      end,
    };
  });
}

import { datesIn, normalizeLine } from "../../language/text/index.ts";
import type { Article, Block, BlockKind } from "../../model/index.ts";
import type { Draft, DraftBlock } from "./draft.ts";
import { lettersIn } from "./left-out.ts";

/** The opening of a report: its lead and the paragraphs right behind it name the day. */
const OPENING_BLOCKS = 3;
const OPENING_CHARS = 2000;
const ANNIVERSARY = /(?:kỷ niệm|ngày thiết lập|thành lập|sinh|kể từ|từ năm|nhân dịp)[^.]{0,80}$/iu;

/**
 * Finds the date of the reported event: the first day named in the opening of the report.
 *
 * Days of anniversaries are passed over. Missing parts stay null; nothing is taken from the date of publication.
 */
export function findEvent(text: string, blocks: readonly Block[]): Article["event"] {
  const opening = blocks
    .filter(({ kind }) => kind === "lead" || kind === "paragraph")
    .slice(0, OPENING_BLOCKS);
  for (const block of opening) {
    const own = text.slice(block.start, Math.min(block.end, block.start + OPENING_CHARS));
    for (const { kind, date, endDate, start, end } of datesIn(own)) {
      if (kind !== "date" && kind !== "range") continue;
      if (date === null || date.day === null || date.month === null) continue;
      if (ANNIVERSARY.test(own.slice(0, start))) continue;
      return {
        date,
        ...(endDate === null ? {} : { endDate }),
        start: block.start + start,
        end: block.start + end,
      };
    }
  }
  return null;
}

// Captions go behind the report and the byline behind them, so that the report reads without a break.
const PLACE: Readonly<Record<BlockKind, number>> = {
  lead: 0,
  heading: 0,
  paragraph: 0,
  caption: 1,
  byline: 2,
};

/**
 * Characters of one article: 200 pages. What the bot's own process does with an article (comparing it with others,
 * writing it down, showing it) must not take seconds.
 */
export const MAX_ARTICLE_CHARS = 400_000;

/** Puts the clean text of an article together, and one brief for each teaser with a summary. */
export function assemble(id: string, draft: Draft): Article[] {
  const { text, blocks, cut } = layOut(withByline(draft));
  const title = draft.title ?? id.split("/").at(-1)!;
  const { url, source, author } = draft;
  const published = notInFuture(draft.published);
  const event = findEvent(text, blocks);
  const leftOut = draft.left?.sum(lettersIn(text) + lettersIn(title)) ?? null;
  const articles: Article[] = [
    {
      id,
      partOf: null,
      title,
      url,
      source,
      author,
      published,
      event,
      text,
      blocks,
      ...cut,
      leftOut,
    },
  ];
  for (const teaser of draft.teasers) {
    const { cut: _, ...brief } = layOut([{ kind: "lead", text: teaser.summary }]);
    articles.push({
      id: `${id}#${articles.length + 1}`,
      partOf: id,
      title: teaser.title,
      url,
      source,
      author: null,
      published: null,
      event: findEvent(brief.text, brief.blocks),
      ...brief,
    });
  }
  return articles;
}

/** A report is not of tomorrow, but for a clock that is wrong by a time zone: such a day is a template's or a slip. */
function notInFuture(published: string | null): string | null {
  const latest = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  return published !== null && published > latest ? null : published;
}

const DAY_MS = 24 * 3_600_000;

/** A writer known from the page's metadata gets a byline too, so that it can be quoted. */
function withByline({ blocks, author }: Draft): readonly DraftBlock[] {
  if (author === null || blocks.some(({ kind }) => kind === "byline")) return blocks;
  return blocks.length === 0 ? blocks : [...blocks, { kind: "byline", text: author }];
}

/** What an article is laid out to. */
interface Layout {
  readonly text: string;
  readonly blocks: Block[];
  readonly cut: Pick<Article, "leftOutChars">;
}

function layOut(drafts: readonly DraftBlock[]): Layout {
  const ordered = drafts
    .map(({ kind, text }) => ({ kind, text: normalizeLine(text) }))
    .filter(({ text }) => text !== "")
    .sort((a, b) => PLACE[a.kind] - PLACE[b.kind]);
  const texts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  let leftOutChars = 0;
  for (const { kind, text: whole } of ordered) {
    const text = leftOutChars > 0 ? "" : cutTo(whole, MAX_ARTICLE_CHARS - at);
    leftOutChars += whole.length - text.length;
    if (text === "") continue;
    texts.push(text);
    blocks.push({ kind, start: at, end: at + text.length });
    at += text.length + 2;
  }
  const cut = leftOutChars > 0 ? { leftOutChars } : {};
  return { text: texts.join("\n\n"), blocks, cut };
}

/** A text cut at the last space of its first `room` characters; empty where there is none. */
function cutTo(text: string, room: number): string {
  if (text.length <= room) return text;
  return room <= 0 ? "" : text.slice(0, Math.max(0, text.lastIndexOf(" ", room)));
}

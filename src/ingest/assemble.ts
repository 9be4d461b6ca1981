import { normalizeLine } from "../text/normalize.ts";
import type { Article, Block, BlockKind } from "./article.ts";
import type { Draft, DraftBlock } from "./draft.ts";
import { findEvent } from "./event.ts";
import { lettersIn } from "./left-out.ts";

// Captions go behind the report and the byline behind them, so that the report reads without a break.
const PLACE: Readonly<Record<BlockKind, number>> = {
  lead: 0,
  heading: 0,
  paragraph: 0,
  caption: 1,
  byline: 2,
};

/** Puts the clean text of an article together, and one brief for each teaser with a summary. */
export function assemble(id: string, draft: Draft): Article[] {
  const { text, blocks } = layOut(withByline(draft));
  const title = draft.title ?? id.split("/").at(-1)!;
  const { url, source, author, published } = draft;
  const event = findEvent(text, blocks);
  const leftOut = draft.left?.sum(lettersIn(text) + lettersIn(title)) ?? null;
  const articles: Article[] = [
    { id, partOf: null, title, url, source, author, published, event, text, blocks, leftOut },
  ];
  for (const teaser of draft.teasers) {
    const brief = layOut([{ kind: "lead", text: teaser.summary }]);
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

/** A writer known from the page's metadata gets a byline too, so that it can be quoted. */
function withByline({ blocks, author }: Draft): readonly DraftBlock[] {
  if (author === null || blocks.some(({ kind }) => kind === "byline")) return blocks;
  return blocks.length === 0 ? blocks : [...blocks, { kind: "byline", text: author }];
}

function layOut(drafts: readonly DraftBlock[]): { text: string; blocks: Block[] } {
  const ordered = drafts
    .map(({ kind, text }) => ({ kind, text: normalizeLine(text) }))
    .filter(({ text }) => text !== "")
    .sort((a, b) => PLACE[a.kind] - PLACE[b.kind]);
  const blocks: Block[] = [];
  let at = 0;
  for (const { kind, text } of ordered) {
    blocks.push({ kind, start: at, end: at + text.length });
    at += text.length + 2;
  }
  return { text: ordered.map(({ text }) => text).join("\n\n"), blocks };
}

import type { SourceRow } from "../engine.ts";
import type { Locale } from "../locale/locale.ts";
import { sourceNote } from "../locale/source-note.ts";
import { type Block, composeMessages, type RenderedMessage } from "./compose.ts";

// A page is edited in place, so it must fit into one message: 8 x (200 + source + date) does.
const MAX_TITLE_CHARS = 200;

export function shorten(text: string, maxChars: number): string {
  const chars = [...text];
  return chars.length <= maxChars ? text : `${chars.slice(0, maxChars - 1).join("")}…`;
}

/**
 * Renders one page of the source list.
 *
 * @param offset Rows before this page; the rows are numbered from `offset + 1`.
 */
export function renderSources(
  page: { readonly total: number; readonly rows: readonly SourceRow[] },
  offset: number,
  locale: Locale,
): RenderedMessage {
  const heading: Block = {
    runs: [{ text: locale.telegram.sourcesHeading(page.total), bold: true }],
  };
  const rows = page.rows.map(
    (row, i): Block => ({
      runs: [
        { text: `${offset + i + 1}. ` },
        { text: shorten(row.title, MAX_TITLE_CHARS), link: row.url },
        { text: sourceNote(row, locale) },
      ],
      gap: i === 0,
    }),
  );
  return composeMessages([heading, ...rows])[0]!;
}

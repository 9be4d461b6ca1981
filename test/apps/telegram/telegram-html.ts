/** Telegram's HTML subset as the Bot API documents and enforces it ("Formatting options", HTML style). */

/** Refused formatting, in the words of the real server. */
export class EntityError extends Error {
  constructor(detail: string) {
    super(`Bad Request: can't parse entities: ${detail}`);
  }
}

export interface ParsedEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  code: "code",
  pre: "pre",
  a: "text_link",
  blockquote: "blockquote",
};

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return NAMED[name!.toLowerCase()] ?? whole;
    },
  );
}

const byteOffset = (html: string, at: number) => Buffer.byteLength(html.slice(0, at));

/**
 * Parses Telegram HTML into text and entities; offsets are UTF-16 units.
 *
 * @throws {EntityError} as the real server answers: unknown tags, unmatched or unclosed tags.
 */
export function parseTelegramHtml(html: string): { text: string; entities: ParsedEntity[] } {
  let text = "";
  const entities: ParsedEntity[] = [];
  const open: { tag: string; type: string; offset: number; url?: string }[] = [];
  let at = 0;
  while (at < html.length) {
    const tagStart = html.indexOf("<", at);
    text += decode(html.slice(at, tagStart === -1 ? undefined : tagStart));
    if (tagStart === -1) break;
    const where = `at byte offset ${byteOffset(html, tagStart)}`;
    const match =
      /<(\/?)([a-z-]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*>/iuy;
    match.lastIndex = tagStart;
    const found = match.exec(html);
    if (found === null) {
      const name = /^<\/?([a-z-]*)/iu.exec(html.slice(tagStart))![1]!;
      throw new EntityError(`Unsupported start tag "${name}" ${where}`);
    }
    const [whole, slash, rawTag, attributes] = found as unknown as [string, string, string, string];
    const tag = rawTag.toLowerCase();
    if (slash === "/") {
      const top = open.pop();
      if (top === undefined) throw new EntityError(`Unexpected end tag ${where}`);
      if (tag !== "" && top.tag !== tag) {
        throw new EntityError(
          `Unmatched end tag ${where}, expected "</${top.tag}>", found "</${tag}>"`,
        );
      }
      const length = text.length - top.offset;
      if (length > 0) {
        const { type, offset, url } = top;
        entities.push({ type, offset, length, ...(url === undefined ? {} : { url }) });
      }
    } else {
      let type = TYPES[tag];
      if (type === undefined) throw new EntityError(`Unsupported start tag "${tag}" ${where}`);
      if (tag === "blockquote") {
        if (open.some((o) => o.tag === tag)) throw new EntityError(`Nested blockquote ${where}`);
        if (/\bexpandable\b/iu.test(attributes)) type = "expandable_blockquote";
      }
      const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/iu.exec(attributes);
      const url = href === null ? undefined : decode(href[1] ?? href[2] ?? href[3] ?? "");
      open.push({ tag, type, offset: text.length, ...(url === undefined ? {} : { url }) });
    }
    at = tagStart + whole.length;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw new EntityError(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  }
  return { text, entities: entities.sort((a, b) => a.offset - b.offset) };
}

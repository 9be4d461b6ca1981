import { parse, parseDocument } from "yaml";
import { z } from "zod/v3";
import { isoDate, normalizeLine, parseFullDate } from "../../../language/text/index.ts";
import type { Article, Skip } from "../../../model/index.ts";
import type { Metadata } from "./assemble.ts";
import { skip } from "./left-out.ts";

/** A Markdown file parted into what its front matter tells and its text. */
export interface Parted {
  readonly ok: true;
  readonly metadata: Metadata;
  /** Date of the event as front matter gives it (`YYYY-MM-DD`), or null. */
  readonly event: string | null;
  /** The body was written by `toMarkdown`: its blocks are taken as they stand. */
  readonly isClean: boolean;
  /** Bylines as they stood below the report; of a clean body only. */
  readonly bylines: readonly string[];
  /** How its text was read from pictures; of what `toMarkdown` wrote. */
  readonly image: Article["image"] | null;
  /** `kind: summary`: the report is in other words than its source's. */
  readonly isSummary: boolean;
  readonly hasFrontMatter: boolean;
  readonly body: string;
}

const FENCED = /^\s*---[ \t]*\n([\s\S]{0,20000}?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/** True for a file that `toMarkdown` wrote: its text was read and judged before. */
export function isWritten(text: string): boolean {
  return /^---\n/u.test(text) && /\nclean: "?true"?\n/u.test(text.slice(0, 20_000));
}

/**
 * Reads the front matter of a Markdown file: `title`, `url`, `source`, `published`, `author`, `event`, `kind`, all
 * optional; `clean: true` and `byline` are what `toMarkdown` adds.
 *
 * Dates are `YYYY-MM-DD` or `dd/mm/yyyy`; a URL that is not http(s) and a date that is none are left out.
 * A file that begins with `---` but has no second fence has no front matter; nor has one with text between the two,
 * which are rules of an article.
 */
export function splitFrontMatter(text: string): Parted | Skip {
  const match = FENCED.exec(text);
  if (match === null || isRule(match[1]!))
    return { ok: true, ...readKeys({}), hasFrontMatter: false, body: text };
  let keys: unknown;
  try {
    keys = parse(match[1]!, { schema: "failsafe", maxAliasCount: 0, logLevel: "error" }) ?? {};
  } catch (error) {
    const line = /at line (\d+)/u.exec(error instanceof Error ? error.message : "")?.[1];
    const where = line === undefined ? "" : ` in line ${Number(line) + 1}`;
    return skip(
      "bad-front-matter",
      `The front matter has an error${where}. Put values that contain a colon in quotation marks.`,
    );
  }
  if (typeof keys !== "object" || keys === null || Array.isArray(keys))
    return skip("bad-front-matter", "The front matter must be lines of `key: value`.");
  const body = text.slice(match[0].length);
  return { ok: true, ...readKeys(keys as Record<string, unknown>), hasFrontMatter: true, body };
}

/**
 * The text of a Markdown file with other lines of front matter; what else stands there, remarks included, stays.
 *
 * @param changes Values by key; null takes a line out.
 * @returns Null where the file has no front matter.
 */
export function withFrontMatter(
  text: string,
  changes: Readonly<Record<string, string | null>>,
): string | null {
  const match = FENCED.exec(text);
  if (match === null || isRule(match[1]!)) return null;
  const head = parseDocument(match[1]!, { schema: "failsafe", logLevel: "error" });
  if (head.errors.length > 0) return null;
  for (const [key, value] of Object.entries(changes))
    if (value === null) head.delete(key);
    else head.set(key, value);
  return `---\n${head.toString({ lineWidth: 0 })}---\n${text.slice(match[0].length)}`;
}

/** The first line behind a `---` that is no front matter but a rule: text of an article, or an empty line. */
function isRule(block: string): boolean {
  const first = block
    .split("\n")
    .find((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  if (first === undefined) return /^\s*\n/u.test(block);
  return (
    !/^\s*["']?[A-Za-z][\w -]{0,40}["']?\s*:(?:\s|$)/u.test(first) && !/^\s*[[{-]/u.test(first)
  );
}

function readKeys(
  keys: Record<string, unknown>,
): Pick<Parted, "metadata" | "event" | "isClean" | "bylines" | "image" | "isSummary"> {
  const line = (key: string) => {
    const value = keys[key];
    const all = Array.isArray(value) ? value : [value];
    const text = normalizeLine(all.filter((one) => typeof one === "string").join(", "));
    return text === "" || text === "null" || text === "~" ? null : text;
  };
  const date = (key: string) => {
    const value = line(key);
    const read = value === null ? null : parseFullDate(value);
    return read === null ? null : isoDate(read);
  };
  const metadata = {
    title: line("title"),
    url: webAddress(line("url")),
    source: line("source"),
    author: line("author"),
    published: date("published"),
  };
  const bylines = [keys.byline].flat().filter((one) => typeof one === "string" && one !== "");
  return {
    metadata,
    event: date("event"),
    isClean: keys.clean === "true",
    isSummary: keys.kind === "summary",
    image: keys.clean === "true" ? imageOf(keys.image) : null,
    bylines: bylines as string[],
  };
}

const IMAGE = z.object({
  sureness: z.number(),
  pages: z.array(z.number()),
  unread: z.array(z.number()),
  of: z.number(),
});

function imageOf(value: unknown): Article["image"] | null {
  try {
    return IMAGE.safeParse(JSON.parse(String(value))).data ?? null;
  } catch {
    return null;
  }
}
/** Longer addresses fit in no button and on no page; browsers and servers cut them. */
const MAX_ADDRESS_CHARS = 2_000;

/** The address in its normal form if it is an http or https one, else null. */
export function webAddress(text: string | null): string | null {
  if (text === null || text.length > MAX_ADDRESS_CHARS) return null;
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  // What a name and a password open is no source for readers, and theirs alone.
  url.username = "";
  url.password = "";
  return url.href;
}

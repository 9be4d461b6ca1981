import { isoDate, normalizeLine } from "../../language/text/index.ts";
import type { Article } from "../../model/index.ts";
import {
  decodeText,
  extensionOf,
  findEvent,
  ingestFile,
  TEXT_EXTENSIONS,
  toMarkdown,
  webAddress,
  withFrontMatter,
} from "../parse/index.ts";
import { type DateProblem, readTypedDate } from "./typed-date.ts";

/** What can be mended of an article, in the order in which it is offered. */
export const EDIT_FIELDS = ["title", "source", "url", "published", "event", "kind"] as const;
export type EditField = (typeof EDIT_FIELDS)[number];

/** Fields with their new values as front matter has them; null: taken away. */
export type FieldChanges = Readonly<Partial<Record<EditField, string | null>>>;

/** Why a typed value is not taken; stable keys for translation. */
export type EditProblem = DateProblem | "no-title" | "too-long" | "bad-address" | "bad-kind";

/** What a typed value makes of an article, or why it is not taken. */
type TypedField =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly problem: EditProblem };

/** Takes a value away. */
const NOTHING = "-";
const MAX_FIELD_CHARS: Readonly<Record<"title" | "source", number>> = {
  title: 500,
  source: 100,
};

/**
 * An article with another value of a field, as a person typed it; `-` takes the value away. An event day that is
 * taken away is again the one that the text tells. A kind is `original` or `summary`.
 *
 * @param now Milliseconds since 1970.
 */
export function withTypedField(
  article: Article,
  field: EditField,
  typed: string,
  now = Date.now(),
): TypedField {
  const text = normalizeLine(typed);
  const value = text === NOTHING || text === "" ? null : text;
  const ok = (changes: Partial<Article>): TypedField => ({
    ok: true,
    article: { ...article, ...changes },
  });
  const fail = (problem: EditProblem): TypedField => ({ ok: false, problem });
  if (field === "title" || field === "source") {
    if (field === "title" && value === null) return fail("no-title");
    return (value?.length ?? 0) > MAX_FIELD_CHARS[field]
      ? fail("too-long")
      : ok({ [field]: value });
  }
  if (field === "url") {
    const url = webAddress(value);
    return value !== null && url === null ? fail("bad-address") : ok({ url });
  }
  if (field === "kind") {
    const { isSummary: _, ...original } = article;
    if (value === "original") return { ok: true, article: original };
    return value === "summary" ? ok({ isSummary: true }) : fail("bad-kind");
  }
  if (value === null)
    return ok(
      field === "published"
        ? { published: null }
        : { event: findEvent(article.text, article.blocks) },
    );
  const read = readTypedDate(value, field, now);
  if (!read.ok) return fail(read.problem);
  return field === "published"
    ? ok({ published: read.iso })
    : // No words of the text tell it.
      ok({ event: { date: read.date, start: 0, end: 0, set: true } });
}

/** A field as front matter has it; null: it has none. */
export function fieldValue(article: Article, field: EditField): string | null {
  if (field === "kind") return article.isSummary ? "summary" : null;
  if (field === "event") return article.event?.set ? isoDate(article.event.date) : null;
  return article[field];
}

/** Sheets hold a visit in every row: no front matter can stand above them. */
const SHEETS = new Set([".xlsx", ".csv"]);

/** Whether the fields of the article in a corpus file can be mended. */
export const isEditable = (path: string): boolean => !SHEETS.has(extensionOf(path));

/**
 * The content of a corpus file in which an article has other fields: its front matter is changed, or, where it can have
 * none, it becomes a Markdown file.
 *
 * @param edited The article as it shall be.
 * @param fields Those that are changed.
 * @param more Further lines of a new front matter.
 */
export function editedFile(
  path: string,
  bytes: Uint8Array,
  edited: Article,
  fields: readonly EditField[],
  more: Readonly<Record<string, string>>,
): string {
  if (/^\.(?:md|markdown)$/u.test(extensionOf(path))) {
    const decoded = decodeText(bytes);
    const values = Object.fromEntries(fields.map((field) => [field, fieldValue(edited, field)]));
    const text = decoded.ok ? withFrontMatter(decoded.text, values) : null;
    if (text !== null) return text;
  }
  // What somebody changed in the file since it was indexed is kept.
  const read = TEXT_EXTENSIONS.has(extensionOf(path)) ? ingestFile(path, bytes) : null;
  const { text, blocks } = read?.ok ? read.articles[0]! : edited;
  return toMarkdown({ ...edited, text, blocks }, more);
}

import { isoDate, isPossibleDate, normalizeLine } from "../../language/text/index.ts";
import type { Article, PartialDate } from "../../model/index.ts";
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

/** Which of an article's dates. */
type DateField = "published" | "event";

/** Why a typed date is not taken. */
type DateProblem = "unreadable" | "impossible" | "too-late" | "too-early";

/** A date that a person typed, or why it is not taken. */
type TypedDate =
  | { readonly ok: true; readonly date: PartialDate; readonly iso: string }
  | { readonly ok: false; readonly problem: DateProblem };

const DAY_MS = 24 * 3_600_000;
/** Visits are announced some weeks ahead; a report is not of tomorrow, but for a clock that is wrong. */
const AHEAD_DAYS: Readonly<Record<DateField, number>> = { published: 1, event: 366 };
/** The two countries established relations in 1950; what an office files is not older. */
const EARLIEST = "1945-01-01";

const FORMS: readonly (readonly [RegExp, "dmy" | "ymd"])[] = [
  [/^(?:ngày\s+)?(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/iu, "dmy"],
  [/^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/u, "ymd"],
  [/^(?:ngày\s+)?(\d{1,2})\s+(tháng)\s+(\d{1,2})\s+năm\s+(\d{4})$/iu, "dmy"],
  [/^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/u, "ymd"],
];

/**
 * Reads a day that a person typed: `21/1/2025`, `2025-01-21`, `21 tháng 1 năm 2025`, `2025年1月21日`.
 *
 * @param text Normalised.
 * @param now Milliseconds since 1970; days of the far future are slips of the finger.
 */
export function readTypedDate(text: string, field: DateField, now = Date.now()): TypedDate {
  const date = partsOf(text.trim());
  if (date === null) return { ok: false, problem: "unreadable" };
  const iso = isPossibleDate(date) ? isoDate(date) : null;
  if (iso === null) return { ok: false, problem: "impossible" };
  const latest = new Date(now + AHEAD_DAYS[field] * DAY_MS).toISOString().slice(0, 10);
  if (iso > latest) return { ok: false, problem: "too-late" };
  return iso < EARLIEST ? { ok: false, problem: "too-early" } : { ok: true, date, iso };
}

function partsOf(text: string): PartialDate | null {
  for (const [form, order] of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [first, month, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
    return order === "dmy" ? { year: last, month, day: first } : { year: first, month, day: last };
  }
  return null;
}

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

import type { Article, Skip } from "./article.ts";
import type { Metadata } from "./draft.ts";

/** What a document is by its content. */
export type DocumentKind =
  | "html"
  | "text"
  | "markdown"
  | "docx"
  | "pdf"
  | "xlsx"
  | "csv"
  | "odt"
  | "rtf"
  | "image";

/** A document from outside: fetched, uploaded, or pasted (as UTF-8 text). */
export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** Declared media type without parameters; what the bytes say wins. */
  readonly mediaType?: string | null;
  /** Declared charset. */
  readonly charset?: string | null;
  /** Name of an uploaded file; its extension tells text types apart. */
  readonly fileName?: string | null;
  /** Where it was fetched. Metadata of the page that claims another site is not believed. */
  readonly url?: string | null;
  /** Words sent along with a file: its title, and its address where one stands among them. */
  readonly caption?: string | null;
  /** What the sender knows (a channel's name, the day of a post); it wins over what the document shows. */
  readonly known?: Partial<Metadata>;
}

/** A document that was read: its article, then the briefs found on the same page. */
export interface DocumentRead {
  readonly ok: true;
  readonly kind: DocumentKind;
  readonly articles: readonly [Article, ...Article[]];
}

export type DocumentOutcome = DocumentRead | Skip;

import type { Engine, SameArticle } from "../engine.ts";
import type { Article } from "../ingest/article.ts";
import type { DocumentKind } from "../ingest/document.ts";
import type { Actor } from "./actor.ts";
import type { Original } from "./corpus-store.ts";
import type { Proposal, Proposals } from "./proposals.ts";

const EXTENSIONS: Readonly<Record<DocumentKind, string>> = {
  html: ".html",
  text: ".txt",
  markdown: ".md",
  docx: ".docx",
  pdf: ".pdf",
  image: ".jpg",
  xlsx: ".xlsx",
  csv: ".csv",
  odt: ".odt",
  rtf: ".rtf",
};

/** What an article was read from, to be kept under the extension of what it is by its content. */
export function originalOf(bytes: Uint8Array, kind: DocumentKind): Original {
  const isPng = kind === "image" && bytes[0] === 0x89;
  return { bytes, extension: isPng ? ".png" : EXTENSIONS[kind] };
}

/** Sets an article down for a decision: as an update, where it is the same as an indexed one; with a note, where alike. */
export async function propose(
  engine: Pick<Engine, "sameAs">,
  proposals: Proposals,
  { article, original, by }: { article: Article; original: Original; by: Actor },
): Promise<Proposal> {
  return proposals.create({ article, original, ...standingOf(await engine.sameAs(article)), by });
}

/** What a proposal replaces, and what it is alike to, by what the index holds of it. */
export function standingOf(same: SameArticle | null): Pick<Proposal, "replaces" | "alike"> {
  if (same === null) return { replaces: null, alike: null };
  if (same.by !== "alike") return { replaces: same.path, alike: null };
  const { own = "", other = "" } = same.difference ?? {};
  return { replaces: null, alike: { path: same.path, own, other } };
}

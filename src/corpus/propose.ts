import type { Engine } from "../engine.ts";
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
  xlsx: ".xlsx",
  csv: ".csv",
  odt: ".odt",
  rtf: ".rtf",
};

/** What an article was read from, to be kept under the extension of what it is by its content. */
export function originalOf(bytes: Uint8Array, kind: DocumentKind): Original {
  return { bytes, extension: EXTENSIONS[kind] };
}

/** Sets an article down for a decision: as an update, where it is the same as an indexed one. */
export async function propose(
  engine: Pick<Engine, "sameAs">,
  proposals: Proposals,
  { article, original, by }: { article: Article; original: Original; by: Actor },
): Promise<Proposal> {
  const same = await engine.sameAs(article);
  return proposals.create({ article, original, replaces: same?.path ?? null, by });
}

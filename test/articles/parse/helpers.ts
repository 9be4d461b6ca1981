import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { ingestFile } from "../../../src/articles/parse/parse-document.ts";
import { normalizeText } from "../../../src/language/text/normalize.ts";
import type { Article, BlockKind } from "../../../src/model/article.ts";

/** Reads a file of the test's fixture pages. */
export function fixture(name: string): Article[] {
  const bytes = readFileSync(new URL(`../../fixtures/pages/${name}`, import.meta.url));
  return articlesOf(name, bytes);
}

/** Ingests a text as a file of that name; fails the test where it is skipped. */
export function ingest(name: string, text: string): Article[] {
  return articlesOf(name, new TextEncoder().encode(text));
}

function articlesOf(name: string, bytes: Uint8Array): Article[] {
  const result = ingestFile(name, bytes);
  if (!result.ok) throw new Error(`${name}: ${result.reason}`);
  return [...result.articles];
}

/** The texts of an article's blocks of one kind. */
export function blocksOf(article: Article, kind: BlockKind): string[] {
  return article.blocks
    .filter((block) => block.kind === kind)
    .map(({ start, end }) => article.text.slice(start, end));
}

/** Words from which the event's date was read. */
export function eventWords({ event, text }: Article): string | null {
  return event === null ? null : text.slice(event.start, event.end);
}

/** What holds for every article, whatever it was read from. */
export function expectWellFormed({ text, blocks, title, event, id }: Article): void {
  const parts = blocks.map(({ start, end }) => text.slice(start, end));
  expect(parts.join("\n\n")).toBe(text);
  expect(parts.every((part) => part !== "" && part === part.trim())).toBe(true);
  let at = 0;
  for (const { start, end } of blocks) {
    expect(start).toBe(at);
    at = end + 2;
  }
  expect(normalizeText(text)).toBe(text);
  expect(normalizeText(title)).toBe(title);
  expect(title.trim()).not.toBe("");
  expect(id).toBe(id.normalize("NFC"));
  if (event !== null) {
    expect(event.start).toBeGreaterThanOrEqual(0);
    expect(event.end).toBeLessThanOrEqual(text.length);
  }
}

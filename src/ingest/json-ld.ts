import { normalizeLine } from "../text/normalize.ts";
import { type Metadata, NO_METADATA } from "./draft.ts";
import type { MetadataDocument } from "./html-metadata.ts";
import { personName, vietnamDate } from "./metadata-values.ts";

/** Reads the metadata of the article from a page's JSON-LD; what it does not tell is null. */
export function jsonLd(document: MetadataDocument): Metadata {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of itemsOf(script.textContent ?? "")) {
      const type = [item["@type"]].flat().join(" ");
      if (!/article|posting|report/iu.test(type)) continue;
      const publisher = nameOf(item.publisher);
      return {
        title: stringOf(item.headline),
        url: stringOf(item.url) ?? stringOf(item.mainEntityOfPage),
        source: publisher,
        author: personName(nameOf(item.author), publisher),
        published: vietnamDate(stringOf(item.datePublished)),
      };
    }
  }
  return NO_METADATA;
}

type Item = Record<string, unknown>;

function itemsOf(json: string): Item[] {
  try {
    const data: unknown = JSON.parse(json.replace(/[\n\r\t]/gu, " "));
    const list = Array.isArray(data) ? data : [data];
    const isItem = (one: unknown): one is Item => typeof one === "object" && one !== null;
    return list.filter(isItem).flatMap((one) => {
      const graph = one["@graph"];
      return Array.isArray(graph) ? [one, ...graph.filter(isItem)] : [one];
    });
  } catch {
    // A page with broken JSON-LD still has its other metadata.
    return [];
  }
}

function stringOf(value: unknown): string | null {
  if (typeof value === "object" && value !== null && "@id" in value) return stringOf(value["@id"]);
  const line = typeof value === "string" ? normalizeLine(value) : "";
  return line === "" ? null : line;
}

function nameOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((one) =>
      typeof one === "object" && one !== null && "name" in one ? stringOf(one.name) : stringOf(one),
    );
  return names.filter(Boolean).join(", ") || null;
}

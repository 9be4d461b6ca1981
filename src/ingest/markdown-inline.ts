import { collapseSpaces } from "../text/normalize.ts";

// The lengths are bounded so that hostile text can't make the matching slow.
const TARGET = String.raw`\([^()\s]{0,2000}(?:\([^()]{0,200}\)[^()\s]{0,200}){0,9}(?:\s{1,9}["'][^"'\n]{0,400}["'])?\s{0,9}\)`;
/** An image; group 1 is its alternative text. */
export const IMAGE = new RegExp(String.raw`!\[([^[\]]{0,600})\]${TARGET}`, "gu");
const LINK = new RegExp(String.raw`\[([^[\]]{1,600})\]${TARGET}`, "gu");
const REFERENCE_LINK = /\[([^[\]]{1,600})\]\[[^[\]]{0,200}\]/gu;
const CODE = /(`{1,3})([^`\n]{1,600})\1/gu;
const STARS = /(\*{1,3})(?=\S)([^*\n]{1,1500})(?<=\S)\1/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{1,1500})(?<=\S)\1(?![\p{L}\p{N}_])/gu;
const STRUCK = /~~([^~\n]{1,1500})~~/gu;
const ESCAPABLE = "\\`*_{}[]()#+-.!|>~<&";
const ESCAPE = /\\([\\`*_{}[\]()#+\-.!|>~<&])/gu;
// Escaped characters wait as noncharacters, which no text holds, until the markup is gone.
const FIRST_NONCHARACTER = 0xfdd0;
const NONCHARACTER = /[\uFDD0-\uFDEF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

/** Takes the markup off a run of Markdown: emphasis, links, images, code, tags, escapes, entities. */
export function inline(text: string): string {
  const plain = text
    .replace(NONCHARACTER, "")
    .replace(ESCAPE, (_, ch: string) =>
      String.fromCharCode(FIRST_NONCHARACTER + ESCAPABLE.indexOf(ch)),
    )
    .replace(IMAGE, "$1")
    .replace(LINK, "$1")
    .replace(REFERENCE_LINK, "$1")
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/gu, "$1")
    .replace(/<\/?[a-z][^<>]{0,2000}>/giu, " ")
    .replace(CODE, "$2")
    // Twice, for emphasis within emphasis.
    .replace(STARS, "$2")
    .replace(STARS, "$2")
    .replace(UNDERSCORES, "$2")
    .replace(STRUCK, "$1")
    .replace(/&(?:nbsp|quot|lt|gt|amp);/gu, (entity) => ENTITIES[entity]!)
    .replace(/&#(\d{2,3});/gu, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(NONCHARACTER, (ch) => ESCAPABLE[ch.charCodeAt(0) - FIRST_NONCHARACTER] ?? "");
  return collapseSpaces(plain);
}

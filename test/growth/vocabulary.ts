import { readFileSync } from "node:fs";
import { parseAst } from "vitest/node";
import { sourceFiles } from "../../scripts/expressions/literals.ts";

/** Signs and letters that readers look for, each alone and with a space. */
export const SIGNS: readonly string[] = [
  ..."-–—*+•·&<>()[]{}“”\"'’«».,;:/|_#=!?…@%$~^`\\\t\n中访张1５",
  ...[
    "a\n",
    "\n\n",
    "1/1",
    "1/1/2020 ",
    "12.",
    "--- ",
    "***\n",
    "\u0301\u0323",
    "e\u0301",
    "\u200b",
  ],
  ...[
    "<p>",
    "<div>",
    "</p>",
    "<a href=x>",
    "<!--",
    "&amp;",
    "&#",
    "![",
    "](",
    "**",
    "> ",
    "| ",
    "||\n",
  ],
  ...["A. ", "Nguyễn Văn A ", "đồng chí ", "TP. ", "tiếp đoàn ", "访问", "2019年"],
];
const ROOMS = /src\/(?:answers|apps\/shared|articles\/(?:feeds|parse)|language|visits)\//u;

/**
 * The words of every reader: those of its string and regular expression literals, read from the sources, so that
 * a word that is added tomorrow is pumped tomorrow. In a fixed order that mixes the rooms.
 */
export function vocabulary(): string[] {
  const words = new Set<string>();
  for (const path of sourceFiles("src")) {
    if (!ROOMS.test(path)) continue;
    const pending: unknown[] = [parseAst(readFileSync(path, "utf8"), { lang: "ts" })];
    while (pending.length > 0) {
      const node = pending.pop();
      if (Array.isArray(node)) pending.push(...node);
      else if (typeof node === "object" && node !== null) {
        if ((node as { type?: string }).type === "ImportDeclaration") continue;
        for (const [key, value] of Object.entries(node))
          if (typeof value === "string" && /^(?:value|pattern|cooked)$/u.test(key))
            for (const word of wordsOf(value)) words.add(word);
          else pending.push(value);
      }
    }
  }
  const list = [...words].sort();
  const step = 619; // Prime: neighbours of the alphabet come far apart.
  const mixed = list.map((_, i) => list[(i * step) % list.length]!);
  return [...new Set(mixed)];
}

function wordsOf(literal: string): string[] {
  return [...literal.matchAll(/(?:\\.|(?<word>[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*))/gu)]
    .flatMap(({ groups }) => groups?.word ?? [])
    .filter((word) => word.length > 1 && word.length < 40)
    .map((word) => `${word} `);
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vitest/node";

/** A regular expression and where it stands. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** `src/language/text/dates.ts:12` */
  readonly place: string;
}

/** The regular expressions of a source text: literals, and the places where others are constructed. */
interface SourceExpressions {
  readonly literals: readonly Expression[];
  /** Places of `new RegExp(…)` and `RegExp(…)`. */
  readonly constructions: readonly string[];
}

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Paths of the TypeScript files below a folder, sorted. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads a source file by the parser of the language, so that neither strings nor divisions mislead it. */
export function expressionsOf(path: string, text = readFileSync(path, "utf8")): SourceExpressions {
  const literals: Expression[] = [];
  const constructions: string[] = [];
  const placeOf = ({ start }: Node) => `${path}:${text.slice(0, start).split("\n").length}`;
  const pending: unknown[] = [parseAst(text, { lang: "ts" })];
  while (pending.length > 0) {
    const node = pending.pop();
    if (Array.isArray(node)) pending.push(...node);
    if (!isNode(node)) continue;
    pending.push(...Object.values(node));
    const regex = node.type === "Literal" ? node.regex : undefined;
    if (regex !== undefined && regex !== null) {
      const { pattern, flags } = regex as { pattern: string; flags: string };
      literals.push({ source: pattern, flags, place: placeOf(node) });
    }
    const callee = /^(?:New|Call)Expression$/u.test(node.type) ? node.callee : undefined;
    if (isNode(callee) && callee.name === "RegExp") constructions.push(placeOf(node));
  }
  return { literals, constructions };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && !Array.isArray(value);
}

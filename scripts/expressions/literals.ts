import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseAst } from "vitest/node";
import { makeAllExpressions } from "../../src/language/text/whole-words.ts";

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
export function expressionsOf(path: string): SourceExpressions {
  const text = readFileSync(path, "utf8");
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

/** Programs: they start something when they are imported. Children end with what holds their standard input open. */
const PROGRAMS = [
  "src/main.ts",
  "src/apps/cli/main.ts",
  "src/indexing/worker.ts",
  "src/articles/parse/document-worker.ts",
  "src/storage/postgres/postgres-worker.ts",
];

/**
 * Records every regular expression that is constructed while the given modules are loaded. What a helper
 * constructs belongs to the helper's line.
 */
export async function constructedAtLoad(paths: readonly string[]): Promise<Expression[]> {
  const found: Expression[] = [];
  const own = globalThis.RegExp;
  Error.stackTraceLimit = 30;
  const record = (args: unknown[]) => {
    const expression = Reflect.construct(own, args) as RegExp;
    const place = caller(new Error().stack ?? "");
    if (place !== undefined)
      found.push({ source: expression.source, flags: expression.flags, place });
  };
  globalThis.RegExp = new Proxy(own, {
    construct(target, args, made) {
      record(args);
      return Reflect.construct(target, args, made) as object;
    },
    apply(target, self, args) {
      record(args);
      return Reflect.apply(target, self, args) as RegExp;
    },
  });
  try {
    for (const path of paths)
      if (!PROGRAMS.includes(path)) await import(pathToFileURL(resolve(path)).href);
    makeAllExpressions();
  } finally {
    globalThis.RegExp = own;
  }
  return found;
}

/** `src/….ts:line` of the innermost frame of a stack that lies in this project's sources. */
function caller(stack: string): string | undefined {
  const root = resolve("src");
  const line = stack.split("\n").find((frame) => frame.includes(root));
  if (line === undefined) return undefined;
  const [path, row] = line.slice(line.indexOf(root) + root.length).split(":");
  return `src${path?.replaceAll("\\", "/")}:${row}`;
}

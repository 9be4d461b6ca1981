import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Expression } from "./literals.ts";

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

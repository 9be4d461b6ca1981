import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Builds `dist/`: the sources as JavaScript in a few files, with the small libraries that every start needs, so that
 * nothing is compiled at run time. `npm ci` does it; `scripts/run.mjs` does it again where sources have changed.
 */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");
const STAMP = join(DIST, "built");
const ENTRIES = {
  main: "src/main.ts",
  cli: "src/apps/cli/main.ts",
  // Run as processes of their own.
  worker: "src/indexing/worker.ts",
  "document-worker": "src/articles/parse/document-worker.ts",
  // A thread.
  "postgres-worker": "src/storage/postgres/postgres-worker.ts",
};
/** Libraries that go into the files; the others hold native code, WebAssembly or data, or are needed rarely. */
const INSIDE = ["@xenova/transformers", "commander", "dotenv", "lru-cache", "yaml", "zod"];
/** Folders of files that are read at run time, and their names in `dist/`. */
const DATA = { data: "src/language/data", migrations: "src/index/migrations" };

/** Whether `dist/` is as new as the sources. Where the program is only run (NODE_ENV=production) it is believed. */
export function isBuilt() {
  const built = statSync(STAMP, { throwIfNoEntry: false });
  if (built === undefined || process.env.NODE_ENV === "production") return built !== undefined;
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const sources = [...files.map((file) => join("src", file)), "package-lock.json"];
  return sources.every((file) => statSync(join(ROOT, file)).mtimeMs <= built.mtimeMs);
}

/** Builds anew. What an earlier build left stays, because a running program may still load parts of it. */
export async function build() {
  const { build: bundle } = await import("esbuild");
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const begun = new Date();
  const { outputFiles } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: join(DIST, "run"),
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: [
      ...Object.keys(dependencies).filter((name) => !INSIDE.includes(name)),
      "onnxruntime-node",
      "onnxruntime-web",
    ],
    // Names stay readable in a stack; `NODE_OPTIONS=--enable-source-maps` shows the lines of the sources.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    legalComments: "none",
    banner: {
      js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);',
    },
    logLevel: "warning",
    write: false,
  });
  const data = Object.entries(DATA).flatMap(([folder, from]) =>
    readdirSync(join(ROOT, from)).map((name) => ({
      path: join(DIST, folder, name),
      contents: readFileSync(join(ROOT, from, name)),
    })),
  );
  // Entries come last, whole: who starts meanwhile runs the build before or this one.
  const isEntry = ({ path }) =>
    Object.keys(ENTRIES).some((name) => path === join(DIST, "run", `${name}.js`));
  const files = [...outputFiles, ...data].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const { path, contents } of files) write(path, contents);
  write(STAMP, begun.toISOString());
}

function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await rm(DIST, { recursive: true, force: true });
  await build();
}

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMPILED, PROGRAM } from "./load.mjs";

/**
 * Builds `dist/`: the sources as one file of JavaScript, with the small libraries that every start needs, so that
 * nothing is compiled at run time, and what V8 makes of it, so that hardly anything is parsed either (`load.mjs`).
 * `npm ci` does it; `scripts/run.mjs` does it again where sources have changed.
 */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const DIST = join(ROOT, "dist");
const STAMP = join(DIST, "built");
/** What can be run, each loaded with its own part alone. */
const ENTRIES = {
  main: "src/main.ts",
  cli: "src/apps/cli/main.ts",
  // Run as processes of their own.
  worker: "src/indexing/worker.ts",
  "document-worker": "src/articles/parse/document-worker.ts",
  // A thread.
  "postgres-worker": "src/storage/postgres/postgres-worker.ts",
};
/** Libraries that go into the file; the others hold native code, WebAssembly or data, or are needed rarely. */
const INSIDE = [
  "@xenova/transformers",
  "commander",
  "dotenv",
  "https-proxy-agent",
  "lru-cache",
  "pino",
  "yaml",
  "zod",
];
/** Folders of files that are read at run time, and their names in `dist/`. */
const DATA = { data: "src/language/data", migrations: "src/index/migrations" };

/** The embedding library reads pictures with it, which this program never asks of it: 20 ms and 10 MB of each start. */
const WITHOUT_SHARP = {
  name: "without-sharp",
  setup(build) {
    build.onResolve({ filter: /^sharp$/ }, ({ importer }) =>
      importer.includes("transformers") ? { path: "sharp", namespace: "none" } : undefined,
    );
    build.onLoad({ filter: /./, namespace: "none" }, () => ({
      contents: "export default () => {};",
    }));
  },
};

/** Whether `dist/` is as new as the sources. Where the program is only run (NODE_ENV=production) it is believed. */
export function isBuilt() {
  const built = statSync(STAMP, { throwIfNoEntry: false });
  if (built === undefined || process.env.NODE_ENV === "production") return built !== undefined;
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const sources = [...files.map((file) => join("src", file)), "package-lock.json"];
  return sources.every((file) => statSync(join(ROOT, file)).mtimeMs <= built.mtimeMs);
}

/** Builds anew. Whole files are put in place, so that who starts meanwhile runs the build before or this one. */
export async function build() {
  const { build: bundle } = await import("esbuild");
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const begun = new Date();
  const entries = Object.entries(ENTRIES).map(
    ([name, file]) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`./${file}`)})`,
  );
  const { outputFiles } = await bundle({
    absWorkingDir: ROOT,
    stdin: { contents: `module.exports = { ${entries.join(", ")} };`, resolveDir: ROOT },
    outfile: PROGRAM,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    supported: {
      // A text that was compiled before has lost where its imports lead.
      "dynamic-import": false,
      // Node reads all expressions; rewritten ones would be made anew at each use.
      "regexp-lookbehind-assertions": true,
      "regexp-named-capture-groups": true,
      "regexp-sticky-and-unicode-flags": true,
      "regexp-unicode-property-escapes": true,
    },
    external: [
      ...Object.keys(dependencies).filter((name) => !INSIDE.includes(name)),
      "onnxruntime-node",
      "onnxruntime-web",
    ],
    plugins: [WITHOUT_SHARP],
    define: { "import.meta.url": "__url" },
    // Names stay readable in a stack; `NODE_OPTIONS=--enable-source-maps` shows the lines of the sources.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    legalComments: "none",
    banner: { js: 'const __url=require("node:url").pathToFileURL(__filename).href;' },
    logLevel: "warning",
    write: false,
  });
  const data = Object.entries(DATA).flatMap(([folder, from]) =>
    readdirSync(join(ROOT, from)).map((name) => ({
      path: join(DIST, folder, name),
      contents: readFileSync(join(ROOT, from, name)),
    })),
  );
  mkdirSync(dirname(PROGRAM), { recursive: true });
  for (const { path, contents } of data) write(path, contents);
  // What was compiled of another text is of no use any more.
  for (const name of readdirSync(dirname(PROGRAM))) {
    if (name.endsWith(COMPILED)) rmSync(join(dirname(PROGRAM), name));
  }
  for (const { path, contents, text } of outputFiles) {
    write(path, path === PROGRAM ? inAscii(text) : contents);
  }
  const load = JSON.stringify("../../scripts/load.mjs");
  for (const name of Object.keys(ENTRIES)) {
    const contents = `import { load } from ${load};\nawait load(${JSON.stringify(name)});\n`;
    write(join(dirname(PROGRAM), `${name}.js`), contents);
  }
  write(STAMP, begun.toISOString());
}

/**
 * Text of ASCII alone takes a byte a character in memory. What is not stands in regular expressions, whole or as parts
 * of them (`String.raw`), where the escaped form means the same; strings have been escaped already.
 */
const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

/** Questions of every kind, so that the functions which answer are among those that are kept compiled. */
const WARM_UP = [
  "Ai dẫn đầu đoàn Quảng Tây thăm Lạng Sơn?",
  "doan van nam sang lao cai khi nao",
  "Hai bên đã thống nhất những gì về cửa khẩu?",
  "Tỉnh Cao Bằng đón bao nhiêu đoàn trong năm 2024?",
  "Liệt kê các chuyến thăm của Quảng Ninh năm 2023",
  "Who received the delegation from Yunnan?",
  "广西代表团什么时候访问谅山？",
  "Vì sao hai bên hoãn cuộc gặp?",
];

/**
 * Runs the program once as it is started (`npm run cli`, `npm start`), on the shipped articles, and keeps what V8 compiled
 * of it. It only makes starts quicker: without articles or model nothing happens.
 */
export function warmUp(corpus = join(ROOT, "corpus")) {
  if (!existsSync(corpus) || !existsSync(join(ROOT, "embeddings"))) return;
  const folder = mkdtempSync(join(tmpdir(), "visits-warm-"));
  const run = (args, input) =>
    spawnSync(process.execPath, args, {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        BOT_TOKEN: "",
        CORPUS_DIR: corpus,
        INDEX_DIR: folder,
        KEEP_COMPILED: "1",
      },
      input,
      stdio: ["pipe", "ignore", "ignore"],
      timeout: 120_000,
    });
  const lines = WARM_UP.map((question) => JSON.stringify({ question })).join("\n");
  const script = join(ROOT, "scripts/run.mjs");
  run([script, "cli", "ask", "--batch", "-"], lines);
  run(["--max-semi-space-size=4", "--v8-pool-size=1", script, "main"], `${WARM_UP.join("\n")}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , only, corpus] = process.argv;
  if (only !== "--warm-up") {
    rmSync(DIST, { recursive: true, force: true });
    await build();
  }
  warmUp(corpus);
}

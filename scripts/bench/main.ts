import { execFileSync, fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readConfig } from "../../src/config/config.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { buildIndex } from "../../src/index/build.ts";
import { corpusDir, temporaryDir } from "../shared/corpus-dir.ts";
import { readQuestions } from "../shared/question-set.ts";
import { writeArticles } from "./generated-articles.ts";

const USAGE = `Measures speed and memory.

npm run bench                                   294 generated articles
npm run bench -- --articles N                   N generated articles
npm run bench -- --corpus DIR|FILE.json --questions FILE.tsv`;

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "294" },
    corpus: { type: "string" },
    questions: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || (values.corpus === undefined) !== (values.questions === undefined)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** Questions asked of generated articles. */
const GENERATED_QUESTIONS = 200;

const folder = temporaryDir("visits-bench-");
const corpus = values.corpus ? corpusDir(values.corpus) : folder;
const questions = values.questions
  ? readQuestions(values.questions).map((q) => q.question)
  : writeArticles(folder.dir, Number(values.articles))
      .filter((_, i, all) => i % Math.max(1, Math.floor(all.length / GENERATED_QUESTIONS)) === 0)
      .map((g) => g.question);
const index = temporaryDir("visits-bench-index-");
const env = {
  ...process.env,
  BOT_TOKEN: "",
  CORPUS_DIR: corpus.dir,
  INDEX_DIR: index.dir,
  LOG_LEVEL: "error",
};
const config = readConfig(env, process.cwd());

const line = (name: string, value: string, target = "") =>
  console.log(`${name.padEnd(44)}${value.padStart(14)}  ${target}`);
const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
async function timed<T>(task: () => T | Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await task(), performance.now() - started];
}

const [embedder, loadMs] = await timed(() =>
  createEmbedder({
    model: config.model,
    modelsDir: config.modelsDir,
    cacheDir: config.modelCacheDir,
  }),
);
line("model loaded", `${loadMs.toFixed(0)} ms`, "≤ 1000 ms");
const build = () =>
  buildIndex({ corpusDir: corpus.dir, indexDir: index.dir, embedder, startedBy: "bench" });
const [built, buildMs] = await timed(build);
line(
  `index of ${built.indexed} articles`,
  `${((1000 * built.indexed) / buildMs).toFixed(0)} a second`,
  "≥ 100 a second",
);
const [, unchangedMs] = await timed(build);
line("index again, nothing changed", `${unchangedMs.toFixed(0)} ms`, "≤ 500 ms");
await embedder.close();

const answers = await new Promise<{ openMs: number; times: number[]; rssBytes: number }>(
  (resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./answer-process.ts", import.meta.url)), {
      env,
      execArgv: ["--heap-growing-percent=5", "--import", "tsx"],
    });
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`the answering process ended with code ${code}`)),
    );
    child.send(questions);
  },
);
const sorted = answers.times.sort((a, b) => a - b);
line("engine opened (model and index)", `${answers.openMs.toFixed(0)} ms`);
line(
  `question to answer, p50 of ${sorted.length}`,
  `${quantile(sorted, 0.5).toFixed(1)} ms`,
  "≤ 15 ms",
);
line("question to answer, p95", `${quantile(sorted, 0.95).toFixed(1)} ms`, "≤ 40 ms");
line("memory of the answering process", `${(answers.rssBytes / 1e6).toFixed(0)} MB`, "≤ 350 MB");

const walls: number[] = [];
for (let i = 0; i < 5; i++) {
  const [, ms] = await timed(() =>
    execFileSync("npm", ["run", "-s", "cli", "--", "status"], {
      env,
      cwd: join(import.meta.dirname, "../.."),
      stdio: "ignore",
    }),
  );
  walls.push(ms);
}
line(
  "cli status, median of 5",
  `${quantile(
    walls.sort((a, b) => a - b),
    0.5,
  ).toFixed(0)} ms`,
  "≤ 700 ms",
);
index.dispose();
folder.dispose();
corpus.dispose();

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeServed } from "../../src/index/postgres/served.ts";
import { connectPostgres } from "../../src/storage/postgres/index.ts";
import { corpusDir, temporaryDir } from "../shared/corpus.ts";
import { timesOf } from "../shared/figures.ts";
import { readQuestions } from "../shared/question-set.ts";
import { writeArticles } from "./generated-articles.ts";
import { type Figures, measure } from "./measure.ts";
import { checkOut, measurePrograms, type ProgramFigures } from "./program.ts";

const USAGE = `Measures speed, memory and recall.

npm run bench                                   294 generated articles
npm run bench -- --articles N                   N generated articles
npm run bench -- --articles 20000 --growth      1,000, 5,000 and 20,000, side by side
npm run bench -- --articles 5000 --database URL  the same index in a folder and in PostgreSQL, side by side
npm run bench -- --corpus DIR|FILE.json --questions FILE.tsv
npm run bench -- --program [--baseline COMMIT]  commands and the bot as they are run, a commit beside them in turn`;

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "294" },
    database: { type: "string" },
    growth: { type: "boolean", default: false },
    corpus: { type: "string" },
    questions: { type: "string" },
    program: { type: "boolean", default: false },
    baseline: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help || (values.corpus === undefined) !== (values.questions === undefined)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** Questions asked of generated articles; of two stores fewer each. */
const GENERATED_QUESTIONS = values.database === undefined ? 200 : 60;

interface Line {
  readonly name: string;
  readonly value: (figures: Figures) => string;
  /** For an office's corpus, some hundred articles. */
  readonly small?: string;
  /** For 20,000 articles. */
  readonly large?: string;
}

const ms = (of: (figures: Figures) => number) => (figures: Figures) => {
  const value = of(figures);
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
};
const mb = (of: (figures: Figures) => number) => (figures: Figures) =>
  `${(of(figures) / 1e6).toFixed(0)} MB`;
const count = (of: (figures: Figures) => number) => (figures: Figures) => `${of(figures)}`;

const LINES: readonly Line[] = [
  { name: "chunks", value: count((f) => f.chunks) },
  { name: "visits", value: count((f) => f.visits) },
  { name: "model loaded", value: ms((f) => f.loadMs), small: "≤ 1000 ms", large: "≤ 1000 ms" },
  { name: "index built", value: (f) => `${(f.buildMs / 1000).toFixed(1)} s` },
  {
    name: "articles a second",
    value: (f) => ((1000 * f.articles) / f.buildMs).toFixed(0),
    small: "≥ 100",
  },
  { name: "index again, nothing changed", value: ms((f) => f.unchangedMs), small: "≤ 500 ms" },
  { name: "one changed article", value: ms((f) => f.changedMs), large: "≤ 2000 ms" },
  { name: "the same, by /reindex", value: ms((f) => f.changedInChildMs) },
  { name: "engine opened (model and index)", value: ms((f) => f.openMs), large: "≤ 3000 ms" },
  { name: "question, p50", value: ms((f) => f.p50Ms), small: "≤ 15 ms", large: "≤ 60 ms" },
  { name: "question, p95", value: ms((f) => f.p95Ms), small: "≤ 40 ms", large: "≤ 150 ms" },
  { name: "recall@10 of the vector search", value: (f) => f.recall.toFixed(4), large: "≥ 0.98" },
  { name: "memory of the answering process", value: mb((f) => f.rssBytes), small: "≤ 350 MB" },
  { name: "gone back to the index before", value: ms((f) => f.rollBackMs), large: "≤ 1000 ms" },
  { name: "index on the disk", value: mb((f) => f.indexBytes) },
];

/** Generated articles, or those of the arguments, with their questions. */
async function withCorpus<T>(
  articles: number,
  use: (dir: string, questions: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = temporaryDir("visits-bench-");
  const corpus = values.corpus ? corpusDir(values.corpus) : folder;
  try {
    const questions = values.questions
      ? readQuestions(values.questions).map((q) => q.question)
      : writeArticles(folder.dir, articles).filter(
          (_, i, all) => i % Math.max(1, Math.floor(all.length / GENERATED_QUESTIONS)) === 0,
        );
    return await use(corpus.dir, questions);
  } finally {
    folder.dispose();
    corpus.dispose();
  }
}

/** The index in a folder; with a database, then the same one there, which takes what the folder holds. */
const run = (articles: number): Promise<Figures[]> =>
  withCorpus(articles, async (dir, questions) => {
    const index = temporaryDir("visits-bench-index-");
    const { database } = values;
    const env = (url: string) => ({
      ...process.env,
      BOT_TOKEN: "",
      CORPUS_DIR: dir,
      INDEX_DIR: index.dir,
      LOG_LEVEL: "error",
      DATABASE_URL: url,
      DATABASE_READ_URL: "",
      DATABASE_SCHEMA: SCHEMA,
    });
    try {
      const local = await measure(env(""), questions);
      if (!values.growth) await statusTime(env(""));
      if (database === undefined) return [local];
      console.error("the same in PostgreSQL …");
      const there = await measure(env(database), questions);
      return [local, { ...there, buildMs: local.buildMs + there.buildMs }];
    } finally {
      if (database !== undefined) await dropSchema(database);
      index.dispose();
    }
  });

/** Of its own, and dropped afterwards. */
const SCHEMA = `bench_${process.pid}`;

async function dropSchema(url: string): Promise<void> {
  const session = await connectPostgres({ url, schema: SCHEMA }, "bench");
  await session.query(`DROP SCHEMA IF EXISTS "${SCHEMA}" CASCADE`);
  await session.close();
}

const column = (text: string) => text.padStart(14);

const PROGRAM_LINES: readonly (readonly [string, (f: ProgramFigures) => number, string])[] = [
  ["indexing, processor time", (f) => f.indexCpuS, "s"],
  ["index on the disk", (f) => f.indexMb, "MB"],
  ["cold cli ask, processor time", (f) => f.askCpuS, "s"],
  ["cold cli ask, wall", (f) => f.askWallS, "s"],
  ["bot started, with an index", (f) => f.startMs / 1000, "s"],
  ["bot at rest", (f) => f.restMb, "MB"],
  ["first 20 questions, p95", (f) => f.firstP95Ms, "ms"],
  ["then, message to answer, p50", (f) => f.p50Ms, "ms"],
  ["then, p95", (f) => f.p95Ms, "ms"],
  ["bot after 1,000 questions", (f) => f.afterMb, "MB"],
];
/** Questions that each bot is asked. */
const ASKED = 1_000;

/** Prints what this checkout costs, and with `--baseline` another commit on the same corpus, with the ratio. */
async function comparePrograms(dir: string, questions: readonly string[]): Promise<void> {
  const other = values.baseline === undefined ? null : checkOut(values.baseline);
  const roots = other === null ? [process.cwd()] : [process.cwd(), other.root];
  try {
    const [own, base] = await measurePrograms(roots, dir, questions, ASKED);
    for (const [name, of, unit] of PROGRAM_LINES) {
      const shown = (f: ProgramFigures) => column(`${of(f).toFixed(of(f) < 10 ? 2 : 0)} ${unit}`);
      const ratio =
        base === undefined ? "" : `${shown(base)}${column((of(own!) / of(base)).toFixed(2))}`;
      console.log(`${name.padEnd(36)}${shown(own!)}${ratio}`);
    }
  } finally {
    other?.dispose();
  }
}

async function statusTime(env: NodeJS.ProcessEnv): Promise<void> {
  const cwd = join(import.meta.dirname, "../..");
  const status = () =>
    execFileSync("npm", ["run", "-s", "cli", "--", "status"], { env, cwd, stdio: "ignore" });
  const { medianMs } = await timesOf(status, 5);
  console.log(
    `${"cli status, median of 5".padEnd(36)}${column(`${medianMs.toFixed(0)} ms`)}  ≤ 700 ms`,
  );
}

const wanted = Number(values.articles);
if (values.program) {
  await withCorpus(wanted, comparePrograms);
  process.exit();
}
const sizes = values.growth ? [wanted / 20, wanted / 4, wanted].map(Math.floor) : [wanted];
const results: Figures[] = [];
for (const size of sizes) {
  console.error(`measuring ${values.corpus ?? `${size} articles`} …`);
  results.push(...(await run(size)));
}
closeServed();
const isLarge = results.at(-1)!.articles >= 5_000;
if (values.database !== undefined)
  console.log(
    "".padEnd(36) + results.map((_, i) => column(i % 2 ? "PostgreSQL" : "folder")).join(""),
  );
console.log("articles".padEnd(36) + results.map((f) => column(`${f.articles}`)).join(""));
for (const { name, value, small, large } of LINES) {
  const target = (isLarge ? large : small) ?? "";
  console.log(`${name.padEnd(36)}${results.map((f) => column(value(f))).join("")}  ${target}`);
}

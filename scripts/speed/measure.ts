import { fork } from "node:child_process";
import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dot } from "../../src/answers/search/late-interaction.ts";
import { readConfig } from "../../src/config/config.ts";
import type { Config } from "../../src/config/fields.ts";
import { createEmbedder, embedderOptions } from "../../src/embedding/create-embedder.ts";
import { isProblem } from "../../src/index/files/manifest.ts";
import { openDatabase } from "../../src/index/files/schema.ts";
import { indexPlace } from "../../src/index/place.ts";
import { lockDatabase } from "../../src/index/postgres/served.ts";
import { localManifest, openIndex } from "../../src/index/read/open-index.ts";
import { exactIndex } from "../../src/index/read/reader.ts";
import { ChildReindexer } from "../../src/indexing/build-in-child.ts";
import { buildIndex } from "../../src/indexing/ensure-index.ts";
import { isPublished, publishIndex } from "../../src/indexing/publish-index.ts";
import { rollBack } from "../../src/indexing/roll-back.ts";
import { recallOf } from "../../src/indexing/self-check.ts";
import type { Embedder } from "../../src/model/embedder.ts";
import { quantile } from "../shared/figures.ts";

/** Questions whose nearest vectors are compared with a full comparison. */
const RECALL_QUESTIONS = 100;

async function timed<T>(task: () => T | Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await task(), performance.now() - started];
}

/** Asks in a process of its own, as the bot does. */
function answers(env: NodeJS.ProcessEnv, questions: readonly string[]) {
  return new Promise<{ openMs: number; times: number[]; rssBytes: number }>((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("./answer-process.ts", import.meta.url)), {
      env,
      execArgv: [
        "--heap-growing-percent=5",
        "--max-semi-space-size=4",
        "--v8-pool-size=1",
        "--import",
        "tsx",
      ],
    });
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`the answering process ended with code ${code}`)),
    );
    child.send(questions);
  });
}

/** Changes the last sentence of an article, as an editor does. */
function changeOne(corpusDir: string): void {
  const first = readdirSync(corpusDir, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()[0]!;
  appendFileSync(join(corpusDir, first), "\nHai bên thống nhất gặp lại vào quý sau.\n");
}

async function recallAt10(config: Config, embedder: Embedder, questions: readonly string[]) {
  const current = localManifest(config.indexDir);
  const reader = openIndex(indexPlace(config));
  if (isProblem(current) || isProblem(reader)) throw new Error("the index does not open");
  const db = openDatabase(current.dir, current.manifest);
  try {
    const vectors = await Promise.all(
      questions.slice(0, RECALL_QUESTIONS).map(embedder.embedQuery),
    );
    const search = (vector: Float32Array, k: number) => {
      const hits = reader.searchDense(vector, k);
      if (config.databaseUrl === null) return hits;
      // A server keeps 16 bits a number: what it finds is compared by what is stored beside.
      const chunks = new Map(
        reader.chunks(hits.map(({ row }) => row)).map((chunk) => [chunk.row, chunk.vector!]),
      );
      return hits.map(({ row }) => ({ row, score: dot(vector, chunks.get(row)!) }));
    };
    const found = { count: reader.chunkCount, search };
    const exact = exactIndex(db, embedder.dimension);
    return recallOf(
      found,
      exact,
      vectors.filter((vector) => vector !== null),
    );
  } finally {
    db.close();
    reader.close();
  }
}

/** Measures building, changing and asking on one corpus. The corpus folder gets a changed article. */
export async function measure(env: NodeJS.ProcessEnv, questions: readonly string[]) {
  const config = readConfig(env, process.cwd());
  const { corpusDir, indexDir } = config;
  const [embedder, loadMs] = await timed(() => createEmbedder(embedderOptions(config)));
  const place = indexPlace(config);
  const { databaseUrl: url, databaseSchema: schema } = config;
  const build = async () => {
    await buildIndex({ corpusDir, indexDir, embedder, startedBy: "bench" });
    if (url === null || isPublished(place, indexDir)) return;
    const session = await lockDatabase({ url, schema }, "bench");
    await publishIndex({ indexDir, session });
    await session.close();
  };
  const [, buildMs] = await timed(build);
  // What is known of the files is kept a moment after they were written.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await build();
  const [, unchangedMs] = await timed(build);
  const reader = openIndex(place);
  changeOne(corpusDir);
  const [, changedMs] = await timed(async () => {
    await build();
    const next = openIndex(place);
    if (!isProblem(next)) next.close();
  });
  changeOne(corpusDir);
  const [outcome, changedInChildMs] = await timed(() =>
    new ChildReindexer(config).start({ full: false, startedBy: "bench", onProgress: () => {} }),
  );
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  if (!isProblem(reader)) reader.close();
  const recall = await recallAt10(config, embedder, questions);
  await embedder.close();
  const { openMs, times, rssBytes } = await answers(env, questions);
  const [back, rollBackMs] = await timed(async () => rollBack({ place, by: "bench" }));
  // The newest again, for what is measured next.
  if (back.kind === "done") rollBack({ place, by: "bench", generation: back.before });
  const sorted = times.sort((a, b) => a - b);
  const status = openIndex(place);
  if (isProblem(status)) throw new Error(status.reason);
  const { articles, chunks, bytes } = status.status();
  const visits = status.register().find({}, { offset: 0, limit: 0 }).total;
  status.close();
  return {
    articles,
    chunks,
    visits,
    loadMs,
    buildMs,
    unchangedMs,
    /** One changed article: built, checked, and open for answers. */
    changedMs,
    /** The same as `/reindex` does it, in a process of its own. */
    changedInChildMs,
    openMs,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    recall,
    /** Until the generation before is the one in use. */
    rollBackMs,
    rssBytes,
    indexBytes: bytes,
  };
}

/** What was measured of one corpus; times in ms, sizes in bytes. */
export type Figures = Awaited<ReturnType<typeof measure>>;

import { join } from "node:path";
import {
  CHANGES_FILE,
  DB_FILE,
  ExactIndex,
  exactIndex,
  FOLDED_TABLE,
  hasChanges,
  hasGraph,
  layeredVectors,
  loadVectors,
  MARKED_TABLE,
  type Manifest,
  openDatabase,
  unitVectorOf,
  type VectorIndex,
} from "../index/index.ts";
import type { SelfTestFailure } from "../model/index.ts";
import { IndexError, openImmutable, type Sqlite } from "../storage/index.ts";

function told(failure: SelfTestFailure): string {
  if (failure.check === "content") return failure.found;
  if (failure.check === "recall")
    return `its vector search finds ${(100 * failure.recall).toFixed(1)} % of the nearest passages, at least ${100 * failure.least} % are needed`;
  const questions = failure.missed.map((question) => `"${question}"`).join(", ");
  return `${failure.missed.length} of ${failure.asked} check questions no longer find their article: ${questions}`;
}

const NEXT = {
  content: "Check the free disk space, then run the index again.",
  recall: 'Run "npm run -s cli -- index --full".',
  questions:
    "Look at what changed in the corpus; questions that no longer apply can be taken out of check-questions.tsv.",
} as const;

/** A new index was built and did not pass its test; the present one stays in use. */
export class SelfTestError extends IndexError {
  constructor(readonly failure: SelfTestFailure) {
    super(
      `The new index failed its self-test: ${told(failure)}. The present one stays in use. ${NEXT[failure.check]}`,
    );
  }
}

/** Vectors that must find themselves, and queries of which the search must find the nearest. */
const SAMPLE = 50;
/** Of 10 nearest vectors this share must be found; as many vectors must find themselves. */
const LEAST_RECALL = 0.95;
const NEIGHBOURS = 10;
/** Tells a vector's own length, at the precision of 32 bits, from another one's. */
const LENGTH_TOLERANCE = 1e-3;

const fail = (found: string): never => {
  throw new SelfTestError({ check: "content", found });
};

/** Opens what the check reads; a file that cannot be opened has failed it. */
function readable<T>(name: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof SelfTestError) throw error;
    return fail(`${name}: ${(error as Error).message}`);
  }
}

function checkCounts(db: Sqlite, table: string, expected: number): void {
  const found = db.prepare(`SELECT count(*) FROM ${table}`).get()![0] as number;
  if (found !== expected) fail(`${found} of ${expected} rows in ${table}`);
}

/** All vectors of a table: finite, of unit length and of the right dimension. */
function checkedVectors(db: Sqlite, table: string, dimension: number) {
  const rows = db.prepare(`SELECT row FROM ${table} WHERE vector IS NOT NULL ORDER BY row`).all();
  const vectorOf = db.prepare(`SELECT vector FROM ${table} WHERE row = ?`);
  return rows.map(([row]) => {
    const blob = vectorOf.get(row as number)![0] as Uint8Array;
    const vector = unitVectorOf(blob, dimension);
    let squares = 0;
    for (let d = 0; d < (vector?.length ?? 0); d++) squares += vector![d]! * vector![d]!;
    // A sum that is not finite fails the comparison too.
    if (
      vector === null ||
      vector.length !== dimension ||
      !(Math.abs(squares - 1) < LENGTH_TOLERANCE)
    )
      return fail(`vector ${row} is not a unit vector of ${dimension} numbers`);
    return { row: row as number, vector };
  });
}

type Vectors = ReturnType<typeof checkedVectors>;

function sampleOf(vectors: Vectors): Vectors {
  const step = Math.max(1, Math.floor(vectors.length / SAMPLE));
  return vectors.filter((_, i) => i % step === 0).slice(0, SAMPLE);
}

/**
 * As many equal vectors link to each other alone and lie in the graph where no search comes by: paragraphs that an
 * article, or a file that is there many times, repeats. Their words are found by the full text.
 */
const ISLAND = 8;
/** Cosine of vectors that are equal but for rounding. */
const SAME = 0.999;

function isOnIsland(vector: Float32Array, exact: ExactIndex): boolean {
  return (exact.search(vector, ISLAND)[ISLAND - 1]?.score ?? 0) >= SAME;
}

function checkFound(vectors: VectorIndex, sample: Vectors, exact: ExactIndex): void {
  const lost = sample.filter(({ vector }) => {
    const [hit] = vectors.search(vector, 1);
    // A duplicate may stand in for it.
    return (hit === undefined || hit.score < SAME) && !isOnIsland(vector, exact);
  });
  // The graph may miss one of many; a file that was not written as it should be misses most.
  if (lost.length > sample.length * (1 - LEAST_RECALL))
    fail(`vector ${lost[0]!.row} does not find itself`);
}

/** Compares the graph's nearest vectors with those of a full comparison. */
export function recallOf(graph: VectorIndex, exact: VectorIndex, queries: readonly Float32Array[]) {
  let found = 0;
  let wanted = 0;
  for (const query of queries) {
    const right = exact.search(query, NEIGHBOURS);
    // Of equally near vectors, any may be found.
    const least = (right.at(-1)?.score ?? 0) - 1e-5;
    wanted += right.length;
    found += graph.search(query, NEIGHBOURS).filter(({ score }) => score >= least).length;
  }
  return wanted === 0 ? 1 : found / wanted;
}

/**
 * Reads a finished generation back through fresh handles: numbers of rows, every new vector, a sample that
 * must find itself in the vector file (whose writing never reports a failure), and the recall of that file.
 * Of a generation with changes only the changes are read: the rest was checked when it was written.
 *
 * @throws {SelfTestError} Naming what does not fit.
 */
export function selfCheck(dir: string, manifest: Manifest): void {
  const { counts, olderCounts, model } = manifest;
  const graph = readable("vectors", () => loadVectors(dir, manifest));
  const inGraph = hasGraph(manifest) ? (olderCounts ?? counts).vectors : 0;
  if (graph.count !== inGraph) fail(`${graph.count} of ${inGraph} vectors`);
  const db = readable("database", () => openDatabase(dir, manifest));
  try {
    if (hasChanges(manifest)) {
      const layered = hasGraph(manifest)
        ? layeredVectors(graph, db, model.dimension)
        : exactIndex(db, model.dimension);
      if (layered.count !== counts.vectors) fail(`${layered.count} of ${counts.vectors} vectors`);
      const added = checkedVectors(db, "main.chunks", model.dimension);
      checkFullText(join(dir, CHANGES_FILE));
      checkFound(layered, sampleOf(added), new ExactIndex(model.dimension, added));
      return;
    }
    readable("database", () => checkCounts(db, "chunks", counts.chunks));
    const vectors = checkedVectors(db, "chunks", model.dimension);
    checkFullText(join(dir, DB_FILE));
    if (!hasGraph(manifest)) return;
    const sample = sampleOf(vectors);
    const exact = new ExactIndex(model.dimension, vectors);
    checkFound(graph, sample, exact);
    const recall = recallOf(
      graph,
      exact,
      sample.map(({ vector }) => vector).filter((vector) => !isOnIsland(vector, exact)),
    );
    if (recall < LEAST_RECALL)
      throw new SelfTestError({ check: "recall", recall, least: LEAST_RECALL });
  } finally {
    db.close();
  }
}

/** Every chunk of a database stands in both full texts. */
function checkFullText(path: string): void {
  const db = readable("database", () => openImmutable(path));
  try {
    const chunks = db.prepare("SELECT count(*) FROM chunks").get()![0] as number;
    for (const table of [MARKED_TABLE, FOLDED_TABLE])
      readable("database", () => checkCounts(db, table, chunks));
  } finally {
    db.close();
  }
}

import { setImmediate } from "node:timers/promises";
import type { BuildProgress } from "../../model/index.ts";
import {
  DatabaseError,
  inPostgresTransaction,
  type PostgresSession,
} from "../../storage/postgres/index.ts";
import { isProblem, type Manifest, parsePublished } from "../files/manifest.ts";
import { cleanUp, FOREVER, generationTables, pruneRows } from "./generations.ts";
import { digestOfFile, digestOfVisit, type LocalRows, openLocalRows } from "./local-rows.ts";
import { EXACT_UP_TO } from "./reader.ts";
import { RowWriter } from "./row-writer.ts";
import { CHANNEL, generationName } from "./served.ts";
import { indexVectors, makeVectorTable, vectorTables } from "./vectors.ts";
import { indexWords } from "./words.ts";

interface PublishOptions {
  /** A complete generation on this disk, whose files were compared with its sidecar. */
  readonly dir: string;
  readonly manifest: Manifest;
  /** Of the one who has the lock. */
  readonly session: PostgresSession;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Tells one local generation from another. */
const identity = ({ builtAt, files }: Manifest) => JSON.stringify([builtAt, files]);

/** Whether a published generation is this local one. */
export const isSame = (published: Manifest, local: Manifest) =>
  identity(published) === identity(local);

/** Files read between two turns for timers and messages. */
const TURN = 50;

/** What of the local files is in the database already. */
interface Difference {
  /** Digests of the files that are to be written, by path. */
  readonly added: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

async function differenceOf(local: LocalRows, session: PostgresSession): Promise<Difference> {
  const there = new Map(
    (await session.query(`SELECT path, digest FROM files WHERE gone = ${FOREVER}`)) as [
      string,
      string,
    ][],
  );
  const added = new Map<string, string>();
  const kept = new Set<string>();
  for (const [i, { path, sha256 }] of local.files().entries()) {
    // A turn for messages, or nobody could cancel.
    if (i % TURN === TURN - 1) await setImmediate();
    const digest = digestOfFile(sha256, local.articles(path));
    if (there.get(path) === digest) kept.add(path);
    else added.set(path, digest);
  }
  return { added, removed: [...there.keys()].filter((path) => !kept.has(path)) };
}

/** Makes the newest complete generation the one in use; whoever was held back from it is not any more. */
async function switchTo(session: PostgresSession, generation: number, lastRow = 0): Promise<void> {
  await inPostgresTransaction(session, async () => {
    await session.query("UPDATE generations SET complete = true WHERE generation = $1", [
      generation,
    ]);
    await session.query(
      "UPDATE state SET current = $1, hold = NULL, last_row = greatest(last_row, $2)",
      [generation, lastRow],
    );
    await session.query("SELECT pg_notify($1, $2)", [CHANNEL, generationName(generation)]);
  });
}

/**
 * Puts a local generation into the database as its next one: what differs from the newest one there is written, checked
 * and switched to in one transaction. Those who read an earlier generation see nothing of it; wherever it is cut off
 * that one stays in use, and the next publication takes back what was written.
 *
 * @returns The name of the generation in use now.
 * @throws {DatabaseError} Where the database fails, or what it holds then is not what was sent.
 */
export async function publish(options: PublishOptions): Promise<string> {
  const { session, manifest } = options;
  const newest = await cleanUp(session);
  const [row] = await session.query("SELECT manifest FROM generations WHERE generation = $1", [
    newest,
  ]);
  const published = row === undefined ? null : parsePublished(String(row[0]));
  if (published !== null && !isProblem(published) && isSame(published, manifest)) {
    const [[current, hold]] = (await session.query("SELECT current, hold FROM state")) as [
      [number, string | null],
    ];
    if (current !== newest || hold !== null) await switchTo(session, newest);
    return generationName(newest);
  }
  const local = openLocalRows(options.dir, manifest);
  try {
    return generationName(await write(local, newest, options));
  } finally {
    local.close();
  }
}

async function write(local: LocalRows, newest: number, options: PublishOptions): Promise<number> {
  const { session, manifest, onProgress, signal } = options;
  const generation = newest + 1;
  const step = (done: number, total: number) => onProgress?.({ phase: "publish", done, total });
  const { added, removed } = await differenceOf(local, session);
  const { dimension } = manifest.model;
  const hasTable = await makeVectorTable(session, dimension);
  if (!hasTable && manifest.counts.vectors > EXACT_UP_TO) throw missingExtension(session.name);
  await session.query(
    `INSERT INTO generations (generation, manifest, previous)
     SELECT $1, $2, (SELECT current FROM state)`,
    [generation, JSON.stringify(manifest)],
  );
  await markGone(session, generation, removed);
  const [[lastRow]] = (await session.query("SELECT last_row FROM state")) as [[number]];
  const writer = new RowWriter(session, generation, hasTable ? dimension : null, lastRow);
  let done = 0;
  const hashes = new Map(local.files().map(({ path, sha256 }) => [path, sha256]));
  for (const [path, digest] of added) {
    await writer.file(path, hashes.get(path)!, digest, local.articles(path));
    step(++done, added.size);
    signal?.throwIfAborted();
  }
  await writer.end();
  await writeVisits(local, session, generation, writer);
  if (hasTable) await indexVectors(session, dimension);
  await indexWords(session);
  await check(session, generation, manifest);
  signal?.throwIfAborted();
  await switchTo(session, generation, writer.lastRow);
  await pruneRows(session);
  // Of our tables alone: the database may hold others.
  await session.query(
    `ANALYZE ${[...(await generationTables(session)), "chunk_words"].join(", ")}`,
  );
  return generation;
}

function missingExtension(name: string): DatabaseError {
  return new DatabaseError(
    "no-extension",
    `${name} has no extension "vector" (0.7 or later), without which at most ${EXACT_UP_TO} passages can be compared. Install pgvector there, run CREATE EXTENSION vector in the database as its owner, then index again.`,
  );
}

/** Rows of files that are gone or written anew are of the generations before. */
async function markGone(
  session: PostgresSession,
  generation: number,
  paths: readonly string[],
): Promise<void> {
  const articles = `SELECT id FROM articles WHERE path = ANY($2::text[]) AND gone IN (${FOREVER}, $1)`;
  const chunks = `SELECT "row" FROM chunks WHERE article_id IN (${articles}) AND gone IN (${FOREVER}, $1)`;
  const marks: (readonly [table: string, rows: string])[] = [
    ...(await vectorTables(session)).map((table) => [table, `"row" IN (${chunks})`] as const),
    ["chunks", `article_id IN (${articles})`],
    ["articles", "path = ANY($2::text[])"],
    ["files", "path = ANY($2::text[])"],
  ];
  for (const [table, rows] of marks)
    await session.query(
      `UPDATE ${table} SET gone = $1 WHERE gone = ${FOREVER} AND born < $1 AND ${rows}`,
      [generation, paths],
    );
}

/** Visits are compared by what they are: their rows are numbered by each store itself. */
async function writeVisits(
  local: LocalRows,
  session: PostgresSession,
  generation: number,
  writer: RowWriter,
): Promise<void> {
  const there = new Map(
    (await session.query(`SELECT id, digest, visit FROM visit_rows WHERE gone = ${FOREVER}`)).map(
      ([id, digest, visit]) => [`${id} ${digest}`, visit as number],
    ),
  );
  const added: number[] = [];
  for (const row of local.visits()) {
    const visit = local.visit(row);
    if (!there.delete(`${visit.id} ${digestOfVisit(visit)}`)) added.push(row);
  }
  await session.query("UPDATE visit_rows SET gone = $1 WHERE visit = ANY($2::integer[])", [
    generation,
    [...there.values()],
  ]);
  await writer.visits(added.map((row) => () => local.visit(row)));
}

/** Counts what a generation would hold before anybody reads it. */
async function check(
  session: PostgresSession,
  generation: number,
  { counts, register }: Manifest,
): Promise<void> {
  const count = async (what: string) => {
    const live = "born <= $1 AND gone > $1";
    const sql = `SELECT count(*) FROM ${what.includes("WHERE") ? `${what} AND` : `${what} WHERE`} ${live}`;
    return (await session.query(sql, [generation]))[0]![0] as number;
  };
  const expected: Record<string, number> = {
    files: counts.files,
    "articles WHERE part_of IS NULL": counts.articles,
    "articles WHERE part_of IS NOT NULL": counts.briefs,
    chunks: counts.chunks,
    "chunks WHERE vector IS NOT NULL": counts.vectors,
    visit_rows: register.visits,
  };
  for (const [what, wanted] of Object.entries(expected)) {
    const found = await count(what);
    if (found === wanted) continue;
    throw new DatabaseError(
      "other",
      `${session.name} holds ${found} of ${wanted} ${what.split(" ")[0]} of the new index. The one in use stays; run the index again, and report this if it stays so.`,
    );
  }
}

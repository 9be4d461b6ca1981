import type { Hit } from "../../model/index.ts";
import type { Postgres, PostgresSession } from "../../storage/postgres/index.ts";

/**
 * Vectors on the server: a table and an HNSW index a dimension, made where the extension `vector` is there. They are
 * `halfvec` (16 bits a number); the exact comparison of what was found is made with the 8 bits that the local store
 * keeps, so that the order of an answer does not depend on the driver.
 */
const tableOf = (dimension: number) => `vectors_${dimension}`;

/** As text; five digits are more than 16 bits hold. */
export const vectorText = (vector: Float32Array) =>
  `[${Array.from(vector, (value) => value.toFixed(5)).join(",")}]`;

/** Whether a version of the extension has `halfvec`: from 0.7 on. */
export function fitsHalfvec(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 0 || minor >= 7;
}

/** The version of the extension `vector` in the database; null: it is not there, or too old for `halfvec`. */
async function extensionVersion(session: PostgresSession): Promise<string | null> {
  const [row] = await session.query("SELECT extversion FROM pg_extension WHERE extname = 'vector'");
  const version = row === undefined ? null : String(row[0]);
  return version !== null && fitsHalfvec(version) ? version : null;
}

/** Makes the table for vectors of a dimension; a user who may not create the extension goes without it. @returns Whether there is one. */
export async function makeVectorTable(
  session: PostgresSession,
  dimension: number,
): Promise<boolean> {
  if ((await extensionVersion(session)) === null) {
    try {
      await session.query("CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public");
    } catch {
      return false;
    }
    if ((await extensionVersion(session)) === null) return false;
  }
  await session.query(`CREATE TABLE IF NOT EXISTS ${tableOf(dimension)} (
    "row" integer PRIMARY KEY REFERENCES chunks ON DELETE CASCADE,
    embedding halfvec(${dimension}) NOT NULL,
    born integer NOT NULL,
    gone integer NOT NULL DEFAULT 2147483647
  )`);
  await session.query(
    `CREATE INDEX IF NOT EXISTS ${tableOf(dimension)}_gone ON ${tableOf(dimension)} (gone) WHERE gone < 2147483647`,
  );
  return true;
}

/** Puts vectors into the table. */
export async function insertVectors(
  session: PostgresSession,
  dimension: number,
  born: number,
  rows: readonly number[],
  vectors: readonly string[],
): Promise<void> {
  await session.query(
    `INSERT INTO ${tableOf(dimension)} ("row", embedding, born)
     SELECT r, v::halfvec(${dimension}), $3 FROM unnest($1::integer[], $2::text[]) AS q (r, v)`,
    [rows, vectors, born],
  );
}

/** Makes the graph where there is none: over a filled table it is built at once, later rows are added one by one. */
export async function indexVectors(session: PostgresSession, dimension: number): Promise<void> {
  const table = tableOf(dimension);
  await session.query(
    `CREATE INDEX IF NOT EXISTS ${table}_nearest ON ${table} USING hnsw (embedding halfvec_cosine_ops) WITH (m = 16, ef_construction = 128)`,
  );
}

/** Tables of vectors, of whatever dimension. */
export async function vectorTables(session: PostgresSession): Promise<string[]> {
  const rows = await session.query(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname ~ '^vectors_[0-9]+$'",
  );
  return rows.map(([name]) => String(name));
}

/** Whether the vectors of a dimension can be searched on the server. */
export function hasVectors(database: Postgres, dimension: number): boolean {
  return database.all("SELECT to_regclass($1) IS NOT NULL", [tableOf(dimension)])[0]![0] === 1;
}

/** More are asked for than are wanted, because the graph knows the rows of all generations. */
const TIMES = 2;

/** The nearest vectors of a generation. */
export function nearest(
  database: Postgres,
  generation: number,
  vector: Float32Array,
  k: number,
): Hit[] {
  const live = "born <= $2 AND gone > $2";
  const ask = (found: string) =>
    database
      .all(
        `WITH found AS MATERIALIZED (SELECT "row", embedding, born, gone FROM ${tableOf(vector.length)} ${found})
         SELECT "row", 1 - (embedding <=> $1::halfvec) AS score FROM found
         WHERE ${live} ORDER BY score DESC, "row" LIMIT ${k}`,
        [vectorText(vector), generation],
      )
      .map(([row, score]) => ({ row: row as number, score: score as number }));
  const near = ask(`ORDER BY embedding <=> $1::halfvec LIMIT ${k * TIMES}`);
  if (near.length >= k) return near;
  // Rows of other generations stand in the way, as after everything was built anew: those of this one alone are gone
  // through, by the graph as far as the extension goes on (0.8), else all of them.
  return ask(`WHERE ${live} ORDER BY embedding <=> $1::halfvec LIMIT ${k}`);
}

import type { RollBackOutcome } from "../../model/index.ts";
import { DatabaseError, openPostgres, type PostgresSession } from "../../storage/postgres/index.ts";
import { isProblem } from "../files/manifest.ts";
import { publishedStatus } from "./reader.ts";
import {
  CHANNEL,
  currentPublished,
  generationName,
  LOCK,
  publishedGenerations,
  publishingHolder,
  type Served,
} from "./served.ts";
import { vectorTables } from "./vectors.ts";

/** `gone` of rows that are of every generation to come. */
export const FOREVER = 2_147_483_647;

/** Complete generations that are kept. */
const KEPT = 3;

/** Tables whose rows are of generations; what stands beside a chunk goes with it. */
export async function generationTables(session: PostgresSession): Promise<string[]> {
  const vectors = await vectorTables(session);
  return [...vectors, "files", "articles", "chunks", "visit_rows"];
}

/** Takes back what a publication that did not end has written. Only with the lock held. @returns The newest complete generation; 0: none. */
export async function cleanUp(session: PostgresSession): Promise<number> {
  const [row] = await session.query(
    "SELECT coalesce(max(generation) FILTER (WHERE complete), 0), bool_or(NOT complete) FROM generations",
  );
  const [newest, isUnfinished] = row as [number, number | null];
  if (isUnfinished !== 1) return newest;
  for (const table of await generationTables(session)) {
    await session.query(`DELETE FROM ${table} WHERE born > $1`, [newest]);
    await session.query(
      `UPDATE ${table} SET gone = ${FOREVER} WHERE gone > $1 AND gone < ${FOREVER}`,
      [newest],
    );
  }
  // Last: until then the next one goes on cleaning.
  await session.query("DELETE FROM generations WHERE NOT complete");
  return newest;
}

/** The generations that stay: the one in use, those it was gone on from, then the newest. */
function keptOf(
  generations: readonly { readonly generation: number; readonly previous: number | null }[],
  current: number,
): number[] {
  const newestFirst = [...generations].sort((a, b) => b.generation - a.generation);
  const known = new Map(newestFirst.map((one) => [one.generation, one.previous]));
  const kept = new Set<number>();
  let name: number | null = current;
  while (name !== null && known.has(name) && kept.size < KEPT && !kept.has(name)) {
    kept.add(name);
    name = previousOf(newestFirst, name);
  }
  for (const { generation } of newestFirst) if (kept.size < KEPT) kept.add(generation);
  return [...kept];
}

/** Where a roll-back from a generation leads; null: nowhere. @param newestFirst All that are complete. */
function previousOf(
  newestFirst: readonly { readonly generation: number; readonly previous: number | null }[],
  from: number,
): number | null {
  const { previous = null } = newestFirst.find(({ generation }) => generation === from) ?? {};
  if (previous !== null && newestFirst.some(({ generation }) => generation === previous))
    return previous;
  return newestFirst.find(({ generation }) => generation < from)?.generation ?? null;
}

/** Removes all generations but three, and the rows that are of none of them. */
export async function pruneRows(session: PostgresSession): Promise<void> {
  const generations = (
    await session.query("SELECT generation, previous FROM generations WHERE complete")
  ).map(([generation, previous]) => ({
    generation: generation as number,
    previous: previous as number | null,
  }));
  const [current] = (await session.query("SELECT current FROM state"))[0] as [number];
  const kept = keptOf(generations, current);
  await session.query(
    "DELETE FROM generations WHERE complete AND generation <> ALL($1::integer[])",
    [kept],
  );
  for (const table of await generationTables(session)) {
    await session.query(
      `DELETE FROM ${table} WHERE gone < ${FOREVER} AND NOT EXISTS (
         SELECT FROM unnest($1::integer[]) AS q (kept) WHERE born <= kept AND gone > kept
       )`,
      [kept],
    );
  }
}

/**
 * Makes an older generation the one in use, by moving a pointer; those who read see it within a second or two. It is
 * held there until a build is asked for.
 *
 * @param generation By default the one that was in use before the present one.
 * @throws {DatabaseError} Where the database cannot be written.
 */
export function rollBackPublished(
  from: Served,
  by: string,
  generation: string | undefined,
): RollBackOutcome {
  const { writeUrl, schema } = from.place;
  if (writeUrl === null) throw onlyReads(from.database.name);
  const current = currentPublished(from);
  const newestFirst = publishedGenerations(from);
  const before = isProblem(current) ? null : current.generation;
  const wanted =
    generation === undefined
      ? before === null
        ? newestFirst[0]?.generation
        : previousOf(newestFirst, before)
      : Number(generation);
  if (wanted === undefined || wanted === null) return { kind: "none" };
  const target = newestFirst.find((one) => one.generation === wanted);
  const known = newestFirst.map((one) => generationName(one.generation));
  if (target === undefined) return { kind: "unknown", generation: generation!, known };
  const now = publishedStatus(from.database, target);
  // The newest is where an update leads; there is nothing to be held back from.
  const isNewest = target === newestFirst[0];
  const hold = { generation: generationName(wanted), by, at: new Date().toISOString() };
  const writer = openPostgres({ url: writeUrl, schema }, 1);
  try {
    const moved = writer.all(
      `WITH locked AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${LOCK}) AS mine),
         moved AS (UPDATE state SET current = $1, hold = $2 FROM locked WHERE mine RETURNING current)
       SELECT pg_notify($3, $4) FROM moved`,
      [wanted, isNewest ? null : JSON.stringify(hold), CHANNEL, generationName(wanted)],
    );
    if (moved.length === 0)
      return { kind: "busy", startedBy: publishingHolder(from)?.startedBy ?? "?" };
  } finally {
    writer.close();
  }
  return { kind: "done", now, before: generationName(before ?? wanted) };
}

/** This process was given no address by which it could write. */
function onlyReads(name: string): DatabaseError {
  return new DatabaseError(
    "read-only",
    `This process only reads the index in ${name}: DATABASE_READ_URL is set, DATABASE_URL is not. Index where DATABASE_URL is set.`,
  );
}

import type { RollBackOutcome } from "../../model/index.ts";
import { DatabaseError, openPostgres } from "../../storage/postgres/index.ts";
import { isProblem } from "../files/manifest.ts";
import { previousOf } from "./clean-up.ts";
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

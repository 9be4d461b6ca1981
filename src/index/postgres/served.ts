import { hostname } from "node:os";
import type { IndexProblem } from "../../model/index.ts";
import { IndexLockedError, type LockHolder, type SqlRow } from "../../storage/index.ts";
import {
  connectPostgres,
  type DatabaseSettings,
  openPostgres,
  type Postgres,
  type PostgresSession,
} from "../../storage/postgres/index.ts";
import type { Hold } from "../files/generations.ts";
import { isProblem, type Manifest, parsePublished } from "../files/manifest.ts";
import { checkSchema, migrate } from "./migrate.ts";
import { ListCache } from "./words.ts";

/** Tells those who listen that another generation is in use. */
export const CHANNEL = "visits_generation";

/** Where an index in PostgreSQL lies, and through what this process asks it. */
export interface DatabasePlace {
  /** Null: this process only reads. */
  readonly writeUrl: string | null;
  readonly readUrl: string;
  readonly schema: string;
  readonly connections: number;
}

/** A complete generation in the database. */
export interface PublishedGeneration {
  readonly generation: number;
  readonly manifest: Manifest;
  readonly previous: number | null;
}

/** Generations are named as those of a folder are. */
export const generationName = (generation: number) => String(generation).padStart(6, "0");

/** A database that answers, opened once a process. */
export interface Served {
  readonly place: DatabasePlace;
  readonly database: Postgres;
  readonly lists: ListCache;
  close(): void;
}

const open = new Map<string, Served>();

/** The connection of this process to a place; the tables are looked at when it is first asked for. */
export function served(place: DatabasePlace): Served {
  const key = JSON.stringify(place);
  const known = open.get(key);
  if (known) return known;
  const database = openPostgres({ url: place.readUrl, schema: place.schema }, place.connections);
  const fresh: Served = {
    place,
    database,
    lists: new ListCache(),
    close() {
      open.delete(key);
      database.close();
    },
  };
  open.set(key, fresh);
  return fresh;
}

/** Ends the connections of this process; the next call opens them again. */
export function closeServed(): void {
  for (const one of [...open.values()]) one.close();
}

function generationOf(row: SqlRow): PublishedGeneration | IndexProblem {
  const [generation, json, previous] = row as [number, string, number | null];
  const manifest = parsePublished(json);
  return isProblem(manifest) ? manifest : { generation, manifest, previous };
}

const COLUMNS = "g.generation, g.manifest, g.previous";

/**
 * The generation in use.
 *
 * @throws {DatabaseError} Where the database is away, or its tables are of another version.
 */
export function currentPublished({ database }: Served): PublishedGeneration | IndexProblem {
  const none: IndexProblem = { problem: "none", reason: `there is no index in ${database.name}` };
  if (!checkSchema(database)) return none;
  const [row] = database.all(
    `SELECT ${COLUMNS} FROM state s JOIN generations g ON g.generation = s.current`,
  );
  return row === undefined ? none : generationOf(row);
}

/** The complete generations, newest first; what cannot be read of them is left out. */
export function publishedGenerations({ database }: Served): PublishedGeneration[] {
  if (!checkSchema(database)) return [];
  return database
    .all(`SELECT ${COLUMNS} FROM generations g WHERE complete ORDER BY generation DESC`)
    .map(generationOf)
    .filter((one): one is PublishedGeneration => !isProblem(one));
}

/** The roll-back in force, or null. */
export function publishedHold({ database }: Served): Hold | null {
  if (!checkSchema(database)) return null;
  const [row] = database.all("SELECT hold FROM state");
  return row?.[0] ? (JSON.parse(String(row[0])) as Hold) : null;
}

/** SHA-256 by path of the files that a generation holds. */
export function publishedFiles({ database }: Served, generation: number): Map<string, string> {
  const rows = database.all(
    "SELECT path, sha256 FROM files WHERE born <= $1 AND gone > $1 ORDER BY path",
    [generation],
  );
  return new Map(rows as [string, string][]);
}

/**
 * Tells the name of the generation in use whenever it becomes another one.
 *
 * @returns Ends it.
 */
export function followPublished(
  { database }: Served,
  onGeneration: (name: string) => void,
): () => void {
  const sql = "SELECT current FROM state";
  let isOver = false;
  let seen: number | null = null;
  try {
    // Here, not at the thread's first look: what is switched to until it starts would not be noticed.
    seen = database.all(sql)[0]![0] as number | null;
  } catch {
    // There are no tables yet, or it is away: whatever is found later is news.
  }
  database.watch(sql, CHANNEL, (value) => {
    if (isOver || value === null || Number(value) === seen) return;
    seen = Number(value);
    onGeneration(generationName(seen));
  });
  return () => {
    isOver = true;
  };
}

/** Two numbers that name the lock of the one who writes. */
export const LOCK = "1986622313, hashtext(current_schema())";

/** A query for who has the writer's lock: the name counts while its backend has the lock. */
const HOLDER = `
  SELECT s.holder FROM state s WHERE EXISTS (
    SELECT FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.granted AND l.pid = s.backend
      AND l.classid = 1986622313 AND l.objid = hashtext(current_schema())::oid)`;

/** Reads `HOLDER`. */
function holderOf(rows: readonly SqlRow[]): (LockHolder & { readonly host: string }) | null {
  const json = rows[0]?.[0];
  if (typeof json !== "string") return null;
  const { pid, host, startedBy, since } = JSON.parse(json);
  return {
    pid: Number(pid),
    host: String(host),
    startedBy: String(startedBy),
    since: new Date(since),
  };
}

/** Who writes the index in the database now, or null. */
export function publishingHolder({ database }: Served) {
  return checkSchema(database) ? holderOf(database.all(HOLDER)) : null;
}

/**
 * Connects as the one who writes the index, with the tables brought up to date. The lock is the server's, for the
 * connection: it ends with the process or with the network between, however they end.
 *
 * @param startedBy Who asked; shown to those who are refused meanwhile.
 * @returns Close it to free the lock.
 * @throws {IndexLockedError} Where somebody else has the lock.
 * @throws {DatabaseError} Where the database cannot be had, or is of a newer program.
 */
export async function lockDatabase(
  settings: DatabaseSettings,
  startedBy: string,
): Promise<PostgresSession> {
  const session = await connectPostgres(settings, "indexer");
  try {
    await migrate(session);
    const [got] = (await session.query(`SELECT pg_try_advisory_lock(${LOCK})`))[0]!;
    if (got !== 1) throw new IndexLockedError(holderOf(await session.query(HOLDER)));
    const since = new Date().toISOString();
    const holder = { pid: process.pid, host: hostname(), startedBy, since };
    await session.query("UPDATE state SET backend = pg_backend_pid(), holder = $1", [
      JSON.stringify(holder),
    ]);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

import { readdirSync, readFileSync } from "node:fs";
import {
  DatabaseError,
  inPostgresTransaction,
  type Postgres,
  type PostgresSession,
} from "../../storage/postgres/index.ts";

/** `../migrations` beside this folder; in the built program beside its code. */
const FOLDER = new URL("../migrations/", import.meta.url);

/** One file of plain SQL; its number is the version of the tables after it. */
interface Migration {
  readonly version: number;
  readonly sql: string;
}

function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{3}-.*\.sql$/u.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 3)),
      sql: readFileSync(new URL(name, FOLDER), "utf8"),
    }));
}

/** The version of the tables that this program works with. */
export const schemaVersion = () => migrations().at(-1)!.version;

/** First version of PostgreSQL that has what is needed, as `server_version_num`. */
const LEAST_SERVER = 150_000;

/** A query for the version of the server, and whether there are tables of ours. */
const LOOK =
  "SELECT current_setting('server_version_num')::integer, to_regclass('migrations') IS NOT NULL";
const VERSION = "SELECT coalesce(max(version), 0) FROM migrations";

function assertServer(version: number, name: string): void {
  if (version >= LEAST_SERVER) return;
  throw new DatabaseError(
    "too-old",
    `${name} is PostgreSQL ${Math.floor(version / 10_000)}; version 15 or later is needed. Update the server.`,
  );
}

function newer(found: number, name: string): DatabaseError {
  return new DatabaseError(
    "newer-schema",
    `The tables in ${name} are of a newer program (version ${found}, this one knows ${schemaVersion()}). Update the program, or set DATABASE_SCHEMA to another schema.`,
  );
}

/** A schema that may not be looked into seems to hold nothing. */
function assertUsage(database: Postgres): void {
  const { schema } = database.settings;
  const [row] = database.all(
    "SELECT to_regnamespace($1) IS NULL OR has_schema_privilege(to_regnamespace($1)::oid, 'USAGE')",
    [`"${schema}"`],
  );
  if (row![0] !== 1)
    throw new DatabaseError(
      "no-right",
      `The user may not use the schema "${schema}" of ${database.name}. README.md names the GRANT lines.`,
    );
}

const checked = new WeakSet<Postgres>();

/**
 * Looks once at what the tables of a database are.
 *
 * @returns False where there are none.
 * @throws {DatabaseError} Where they are of a newer or an older program, or the server is too old.
 */
export function checkSchema(database: Postgres): boolean {
  if (checked.has(database)) return true;
  const [server, exists] = database.all(LOOK)[0] as [number, number];
  assertServer(server, database.name);
  if (!exists) {
    assertUsage(database);
    return false;
  }
  const found = database.all(VERSION)[0]![0] as number;
  if (found > schemaVersion()) throw newer(found, database.name);
  if (found < schemaVersion())
    throw new DatabaseError(
      "too-old",
      `The tables in ${database.name} are of an older program (version ${found}). Run "npm run -s cli -- index" where DATABASE_URL is set: it brings them up to date.`,
    );
  checked.add(database);
  return true;
}

/**
 * Brings the tables to the version of this program, each step in a transaction of its own; to be called by the one
 * who writes, before its lock.
 *
 * @returns The versions that were applied.
 * @throws {DatabaseError} Where a newer program made them, a right is missing, or the server is too old.
 */
export async function migrate(session: PostgresSession): Promise<number[]> {
  const [server] = (await session.query(LOOK))[0] as [number];
  assertServer(server, session.name);
  const applied: number[] = [];
  await inPostgresTransaction(session, async () => {
    // Two who come first at the same time: one of them waits.
    await session.query("SELECT pg_advisory_xact_lock(1986622314, hashtext($1))", [session.schema]);
    const [exists] = (
      await session.query("SELECT to_regnamespace($1) IS NOT NULL", [`"${session.schema}"`])
    )[0]!;
    if (!exists) await session.query(`CREATE SCHEMA "${session.schema}"`);
    await session.query(
      "CREATE TABLE IF NOT EXISTS migrations (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const found = (await session.query(VERSION))[0]![0] as number;
    if (found > schemaVersion()) throw newer(found, session.name);
    for (const { version, sql } of migrations().filter((one) => one.version > found)) {
      await session.query(sql);
      await session.query("INSERT INTO migrations (version) VALUES ($1)", [version]);
      applied.push(version);
    }
  });
  return applied;
}

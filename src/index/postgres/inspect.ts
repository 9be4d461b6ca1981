import { DatabaseError, openPostgres, type Postgres } from "../../storage/postgres/index.ts";
import { checkSchema, schemaVersion } from "./migrate.ts";
import { type DatabasePlace, served } from "./served.ts";
import { fitsHalfvec } from "./vectors.ts";

/** What a database is and what this process may do in it. */
export interface DatabaseReport {
  /** Host and database, without user and password. */
  readonly name: string;
  /** "15.8". */
  readonly server: string;
  /** Version of pgvector; null: it is not there, or too old. */
  readonly vector: string | null;
  /** Version of the tables; null: there are none yet. */
  readonly tables: number | null;
  /** How far a read replica is behind, in seconds; null: it is none. */
  readonly behindSeconds: number | null;
}

/** A replica that is further behind answers from yesterday's articles. */
const MOST_BEHIND_SECONDS = 60;

function look(database: Postgres): DatabaseReport {
  const [row] = database.all(
    `SELECT current_setting('server_version'),
       (SELECT extversion FROM pg_extension WHERE extname = 'vector'),
       CASE WHEN NOT pg_is_in_recovery() THEN NULL
         WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
         ELSE extract(epoch FROM now() - pg_last_xact_replay_timestamp())::float8 END`,
  );
  const [server, vector, behind] = row as [string, string | null, number | null];
  return {
    name: database.name,
    server: server.split(" ")[0]!,
    vector: vector !== null && fitsHalfvec(vector) ? vector : null,
    tables: checkSchema(database) ? schemaVersion() : null,
    behindSeconds: behind === null ? null : Math.round(behind),
  };
}

const lacks = (name: string, what: string) =>
  new DatabaseError("no-right", `${what} in ${name}. README.md names the GRANT lines.`);

function assertReads(database: Postgres): void {
  const [row] = database.all(
    `SELECT has_schema_privilege(current_schema(), 'USAGE'),
       (SELECT string_agg(relname, ', ') FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
          AND NOT has_table_privilege(oid, 'SELECT'))`,
  );
  const [usage, tables] = row as [number | null, string | null];
  if (usage !== 1) throw lacks(database.name, "The user may not use the schema of the index");
  if (tables !== null) throw lacks(database.name, `The user may not read ${tables}`);
}

function assertWrites(database: Postgres, schema: string): void {
  const [row] = database.all(
    `SELECT pg_is_in_recovery(), CASE WHEN to_regnamespace($1) IS NULL
       THEN has_database_privilege(current_database(), 'CREATE')
       ELSE has_schema_privilege($1, 'CREATE') END`,
    [schema],
  );
  const [isReplica, creates] = row as [number, number];
  if (isReplica === 1)
    throw new DatabaseError(
      "read-only",
      `${database.name} is a read replica. Set DATABASE_URL to the primary server and DATABASE_READ_URL to the replica.`,
    );
  if (creates !== 1)
    throw lacks(database.name, `The user of DATABASE_URL may not make tables in "${schema}"`);
}

/**
 * Looks at the databases of a place: server, extension, tables, rights, and how far a replica is behind.
 *
 * @returns That from which questions are answered, and that which is written; null: this process only reads.
 * @throws {DatabaseError} Naming the first thing that is wrong.
 */
export function inspectDatabase(place: DatabasePlace): {
  readonly read: DatabaseReport;
  readonly write: DatabaseReport | null;
} {
  const { database } = served(place);
  let write: DatabaseReport | null = null;
  if (place.writeUrl !== null) {
    const writer = openPostgres({ url: place.writeUrl, schema: place.schema }, 1);
    try {
      write = look(writer);
      assertWrites(writer, place.schema);
    } finally {
      writer.close();
    }
  }
  const read = look(database);
  if (read.tables !== null) assertReads(database);
  if ((read.behindSeconds ?? 0) > MOST_BEHIND_SECONDS)
    throw new DatabaseError(
      "slow",
      `${read.name} is a replica ${read.behindSeconds} s behind its primary. Look at its load and at the network between.`,
    );
  return { read, write };
}

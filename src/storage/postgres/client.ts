import type { Client, CustomTypesConfig } from "pg";
import type { SqlRow, SqlValue } from "../sqlite.ts";
import { DatabaseError, failureOf } from "./errors.ts";
import { clientConfig, type DatabaseSettings, databaseName, greeting } from "./settings.ts";

/** A value of a statement: as SQLite's, and arrays of them for rows that are sent together. */
export type PostgresValue = SqlValue | boolean | readonly (SqlValue | boolean)[];

const INT8 = 20;
const NUMBERS = [INT8, 21, 23, 700, 701];
const BOOL = 16;
const BYTEA = 17;

/** Rows come as SQLite gives them: numbers, texts, bytes; whole numbers of eight bytes are below 2^53 here. */
export const TYPES: CustomTypesConfig = {
  getTypeParser: ((type: number) => {
    if (NUMBERS.includes(type)) return Number;
    if (type === BOOL) return (text: string) => (text === "t" ? 1 : 0);
    if (type === BYTEA) return (text: string) => Buffer.from(text.slice(2), "hex");
    return (text: string) => text;
  }) as CustomTypesConfig["getTypeParser"],
};

/** One connection that writes: its statements run one after the other, and locks and transactions last as long as it does. */
export interface PostgresSession {
  /** What is said of the database, without user and password. */
  readonly name: string;
  readonly schema: string;
  /** @throws {DatabaseError} */
  query(sql: string, values?: readonly PostgresValue[]): Promise<SqlRow[]>;
  close(): Promise<void>;
}

/** The library is loaded here, by those who use a database alone. */
export async function loadPg() {
  const { default: pg } = await import("pg");
  return pg;
}

/** Runs statements of one transaction; a throw undoes all of them. */
export async function inPostgresTransaction<T>(
  session: PostgresSession,
  work: () => Promise<T>,
): Promise<T> {
  await session.query("BEGIN");
  try {
    const result = await work();
    await session.query("COMMIT");
    return result;
  } catch (error) {
    // The first error tells more than that the connection is gone.
    await session.query("ROLLBACK").catch(() => null);
    throw error;
  }
}

/**
 * Connects for writing, without a limit for a statement: an index over many vectors takes minutes.
 *
 * @param role What the connection does, shown by the server.
 * @throws {DatabaseError} Where it cannot be had.
 */
export async function connectPostgres(
  settings: DatabaseSettings,
  role: string,
): Promise<PostgresSession> {
  const name = databaseName(settings.url);
  const pg = await loadPg();
  let client: Client;
  try {
    client = new pg.Client(clientConfig(settings.url, role));
    // A connection that breaks between two statements is told by the next one.
    client.on("error", () => {});
    await client.connect();
    await client.query(greeting(settings, 0));
  } catch (error) {
    throw DatabaseError.of(failureOf(error), name);
  }
  return {
    name,
    schema: settings.schema,
    async query(text, values = []) {
      try {
        const query = { text, values: [...values], rowMode: "array" as const, types: TYPES };
        return (await client.query(query)).rows as SqlRow[];
      } catch (error) {
        throw DatabaseError.of(failureOf(error), name);
      }
    },
    close: () => client.end().catch(() => {}),
  };
}

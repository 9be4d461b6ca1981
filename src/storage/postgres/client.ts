import type { Client, CustomTypesConfig } from "pg";
import { IndexError } from "../durable.ts";
import type { SqlRow, SqlValue } from "../sqlite.ts";
import { clientConfig, type DatabaseSettings, databaseName, greeting } from "./settings.ts";

/** What is wrong with a database: stable keys. */
export type DatabaseProblem =
  /** It does not answer, or the connection broke. */
  | "away"
  /** User, password or certificate are not accepted. */
  | "refused"
  /** There is no database of this name. */
  | "no-database"
  /** The user may not do it. */
  | "no-right"
  /** It is a read replica. */
  | "read-only"
  | "no-extension"
  /** The server or the extension is older than what is needed. */
  | "too-old"
  | "newer-schema"
  | "full"
  /** A statement took longer than it may. */
  | "slow"
  | "other";

/** What is known of a failed call; it travels between threads. */
export interface DatabaseFailure {
  readonly problem: DatabaseProblem;
  /** Code of the server or of the system, or the error's name. */
  readonly code: string;
  readonly message: string;
}

const CODES: readonly (readonly [RegExp, DatabaseProblem])[] = [
  [
    /^(?:57P0[1-5]|08...|ECONN\w*|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST\w*|ENET\w*|ENOENT|EACCES|53300)$/u,
    "away",
  ],
  [
    /^(?:28...|CERT_\w*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w*|ERR_TLS_\w*)$/u,
    "refused",
  ],
  [/^3D000$/u, "no-database"],
  [/^(?:42501|0LP01)$/u, "no-right"],
  [/^25006$/u, "read-only"],
  [/^(?:53100|53200|58030|54000|58P0[12]|ENOSPC)$/u, "full"],
  [/^57014$/u, "slow"],
];

/** Words of the client library that have no code. */
const LOST =
  /connection terminated|connection error|not queryable|timeout expired|timeout exceeded|query read timeout/iu;
const REFUSED = /password must be a string|SASL|does not support SSL/u;

/** Takes an error of the client library apart. */
export function failureOf(error: unknown): DatabaseFailure {
  const { code, message, name } = error as NodeJS.ErrnoException;
  // A host of several addresses gives an error for each.
  const inner = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : null;
  const shown = code ?? inner?.code ?? name;
  const told = message || (inner?.message ?? "");
  const known = CODES.find(([pattern]) => pattern.test(shown))?.[1];
  if (known !== undefined) return { problem: known, code: shown, message: told };
  if (LOST.test(told)) return { problem: "away", code: shown, message: told };
  if (REFUSED.test(told)) return { problem: "refused", code: shown, message: told };
  return { problem: "other", code: shown, message: told };
}

type Worded = Exclude<DatabaseProblem, "no-extension" | "too-old" | "newer-schema">;

const WORDS: Record<Worded, (failure: DatabaseFailure, name: string) => string> = {
  away: ({ code }, name) =>
    `The database ${name} does not answer (${code}). Start it, or correct DATABASE_URL.`,
  refused: ({ code }, name) =>
    `The database ${name} refuses the connection (${code}). Check user, password and sslmode of DATABASE_URL.`,
  "no-database": (_, name) =>
    `There is no database ${name}. Create it (createdb), or correct DATABASE_URL.`,
  "no-right": ({ message }, name) =>
    `The user of DATABASE_URL lacks a right in ${name} (${message}). README.md names the GRANT lines.`,
  "read-only": (_, name) =>
    `${name} is read-only, as a replica is. Set DATABASE_URL to the primary server and DATABASE_READ_URL to the replica.`,
  full: ({ code }, name) =>
    `The server of ${name} has no room left (${code}). Make room there, then try again; the index in use is as it was.`,
  slow: ({ code }, name) =>
    `The database ${name} took too long (${code}). Look at its load, then try again.`,
  other: ({ message, code }, name) => `The database ${name} reports: ${message} (${code}).`,
};

/** A database cannot do what it was asked; the message says what happened and what to do next, without secrets. */
export class DatabaseError extends IndexError {
  constructor(
    readonly problem: DatabaseProblem,
    message: string,
    readonly code: string = problem,
  ) {
    super(message);
  }

  /** @param name What is said of the database, without user and password. */
  static of(failure: DatabaseFailure, name: string): DatabaseError {
    const words = WORDS[failure.problem as Worded] ?? WORDS.other;
    return new DatabaseError(failure.problem, words(failure, name), failure.code);
  }
}

/** True where a question cannot be answered now, and may be in some minutes. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof DatabaseError && ["away", "slow"].includes(error.problem);
}

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

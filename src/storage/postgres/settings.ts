import { hostname } from "node:os";
import type { ClientConfig } from "pg";

/** How a database is reached. Plain values: they travel between threads and processes. */
export interface DatabaseSettings {
  /** With user and password. */
  readonly url: string;
  readonly schema: string;
}

/** How long a connection may take; a server in the same network answers in milliseconds. */
export const CONNECT_MS = 3_000;
/** How long a question's statement may take. */
export const STATEMENT_MS = 5_000;

/** Host and database of an address, without user and password: for people. */
export function databaseName(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get("host") ?? (host || "localhost")}${pathname === "/" ? "" : pathname}`;
}

/**
 * What the client library is given. TLS is what the address says (`sslmode`, `sslrootcert`, `sslcert`, `sslkey`);
 * without them `PGSSLMODE` counts. A password that it does not hold is looked for in `~/.pgpass` or `PGPASSFILE`.
 *
 * @param role What the connection does, shown by the server beside host and process.
 */
export function clientConfig(url: string, role: string): ClientConfig {
  return {
    connectionString: url,
    application_name: `visits ${role} ${hostname()} ${process.pid}`.slice(0, 63),
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/**
 * First statements of a connection: sent, not given as start-up options, which poolers refuse.
 *
 * @param statementMs Limit of a statement; 0: none.
 */
export function greeting({ schema }: DatabaseSettings, statementMs: number): string {
  return `SET search_path TO "${schema}", public; SET statement_timeout TO ${statementMs}`;
}

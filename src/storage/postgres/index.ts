/**
 * PostgreSQL: a session that writes and is waited for by promises, and a bridge through a thread for those who read and
 * wait. Settings come in; rows come out as SQLite gives them. The client library is loaded at the first connection.
 */

export { openPostgres, type Postgres } from "./bridge.ts";
export {
  connectPostgres,
  DatabaseError,
  inPostgresTransaction,
  isDatabaseAway,
  type PostgresSession,
  type PostgresValue,
} from "./client.ts";
export { type DatabaseSettings, databaseName } from "./settings.ts";

import { hostname } from "node:os";
import { IndexLockedError } from "../../storage/index.ts";
import {
  connectPostgres,
  type DatabaseSettings,
  type PostgresSession,
} from "../../storage/postgres/index.ts";
import { migrate } from "./migrate.ts";
import { HOLDER, holderOf, LOCK } from "./served.ts";

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

import { type DatabasePlace, lockDatabase } from "../../src/index/postgres/served.ts";
import { publishIndex } from "../../src/indexing/publish-index.ts";
import type { PostgresSession } from "../../src/storage/postgres/index.ts";
import type { IndexDriver } from "../index/contract/contract.ts";
import type { Workspace } from "../index/fixture.ts";

/** Thrown in place of a kill. */
class Cut extends Error {}

/** Index driver of a server; each workspace has a schema of its own. */
export interface PostgresDriver extends IndexDriver {
  place(space: Workspace): DatabasePlace;
  /** Gives a workspace the schema of another one. */
  share(space: Workspace, with_: Workspace): void;
  /** Publishes what the workspace's folder holds. */
  publish(space: Workspace, wrap?: (session: PostgresSession) => PostgresSession): Promise<void>;
}

let schemas = 0;

/** @param url Tells the server's address, once it runs. */
export function postgresDriver(url: () => string): PostgresDriver {
  const places = new Map<Workspace, DatabasePlace>();

  function place(space: Workspace): DatabasePlace {
    const known = places.get(space);
    if (known) return known;
    const schema = `test_${process.pid}_${++schemas}`;
    const fresh = { writeUrl: url(), readUrl: url(), schema, connections: 2 };
    places.set(space, fresh);
    return fresh;
  }

  async function publish(space: Workspace, wrap = (session: PostgresSession) => session) {
    const session = await lockDatabase({ url: url(), schema: place(space).schema }, "a test");
    try {
      await publishIndex({ indexDir: space.indexDir, session: wrap(session) });
    } finally {
      await session.close();
    }
  }

  return {
    place,
    publish,
    share: (space, with_) => void places.set(space, place(with_)),
    async build(space, options) {
      await space.build(options);
      await publish(space);
    },
    async buildCutAt(space, step) {
      await space.build();
      let count = 0;
      try {
        await publish(space, (session) => ({
          ...session,
          async query(sql, values) {
            if (++count === step) {
              // The connection goes, as with a killed process: what was not committed is undone by the server.
              await session.close();
              throw new Cut();
            }
            if (count > step) throw new Cut();
            return session.query(sql, values);
          },
        }));
        return true;
      } catch (error) {
        if (error instanceof Cut) return false;
        throw error;
      }
    },
  };
}

import { afterAll, beforeAll } from "vitest";
import { lockDatabase } from "../../../src/index/postgres/lock.ts";
import { closeServed, type DatabasePlace } from "../../../src/index/postgres/served.ts";
import { publishIndex } from "../../../src/indexing/publish-index.ts";
import type { PostgresSession } from "../../../src/storage/postgres/index.ts";
import { startPglite, type TestServer } from "../../postgres/pglite.ts";
import type { Workspace } from "../fixture.ts";
import { indexContract } from "./contract.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
});
afterAll(async () => {
  closeServed();
  await server.stop();
});

let schemas = 0;
const places = new Map<Workspace, DatabasePlace>();

function place(space: Workspace): DatabasePlace {
  const known = places.get(space);
  if (known) return known;
  const { url } = server;
  const fresh = { writeUrl: url, readUrl: url, schema: `test_${++schemas}`, connections: 2 };
  places.set(space, fresh);
  return fresh;
}

async function publishTo(space: Workspace, wrap = (session: PostgresSession) => session) {
  const { schema } = place(space);
  const session = await lockDatabase({ url: server.url, schema }, "a test");
  try {
    await publishIndex({ indexDir: space.indexDir, session: wrap(session) });
  } finally {
    await session.close();
  }
}

class Cut extends Error {}

indexContract("in PostgreSQL", {
  place,
  async build(space, options) {
    await space.build(options);
    await publishTo(space);
  },
  async buildCutAt(space, step) {
    await space.build();
    let count = 0;
    try {
      await publishTo(space, (session) => ({
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
});

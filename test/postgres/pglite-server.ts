/** PostgreSQL in a process of its own, because those who ask it wait without turning to their event loop. */
import { once } from "node:events";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { endWithParent } from "../../src/process/index.ts";

endWithParent();

const [port] = (await once(process, "message")) as [number];
const db = await PGlite.create({ extensions: { vector } });
// All connections are one session in it; more than one may be open at a time.
const server = new PGLiteSocketServer({ db, port, host: "127.0.0.1", maxConnections: 16 });
await server.start();
process.send?.(server.getServerConn());

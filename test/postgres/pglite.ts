import { once } from "node:events";
import { startChild } from "../../src/process/index.ts";

/** A PostgreSQL with pgvector for a test file, without anything installed. */
export interface TestServer {
  /** Address of the database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** @param port Default: a free one. */
export async function startPglite(port = 0): Promise<TestServer> {
  const entry = new URL("./pglite-server.ts", import.meta.url);
  const child = startChild({ entry, stderr: "inherit" });
  child.send(port);
  const [address] = (await once(child, "message")) as [string];
  return {
    url: `postgres://postgres:secret@${address}/postgres?sslmode=disable`,
    async stop() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

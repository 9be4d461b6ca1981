/** Publishes a folder's index, in a process that can be killed; tells when it has the lock, and when it is done. */
import { once } from "node:events";
import { lockDatabase } from "../../src/index/postgres/served.ts";
import { publishIndex } from "../../src/indexing/publish-index.ts";
import { endWithParent } from "../../src/process/index.ts";
import { IndexLockedError } from "../../src/storage/index.ts";

endWithParent();

const [{ url, schema, indexDir }] = (await once(process, "message")) as [
  { url: string; schema: string; indexDir: string },
];
const tell = (what: string) => new Promise<void>((done) => process.send!(what, () => done()));
try {
  const session = await lockDatabase({ url, schema }, "the publisher");
  await tell("locked");
  await publishIndex({ indexDir, session });
  await session.close();
  await tell("done");
} catch (error) {
  await tell(error instanceof IndexLockedError ? "busy" : `failed: ${(error as Error).message}`);
}
process.exit(0);

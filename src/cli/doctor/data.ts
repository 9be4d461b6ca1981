import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isWhole } from "../../data/mend-state.ts";
import { DATA_VERSION, readDataVersion } from "../../data/version.ts";
import { IndexError } from "../../index/index-error.ts";

/**
 * Looks at what the bot keeps beside the index: its version, and whether each database is whole.
 *
 * @throws {Error} Naming what is damaged, or saying that a newer program wrote it.
 */
export function checkData(indexDir: string): string {
  if (!statSync(indexDir, { throwIfNoEntry: false })?.isDirectory()) return "nothing is kept yet";
  const version = readDataVersion(indexDir);
  const databases = readdirSync(indexDir).filter(
    (name) => name.endsWith(".db") && name !== "lock.db",
  );
  const damaged = databases.filter((name) => !isWhole(join(indexDir, name)));
  if (damaged.length > 0) {
    throw new IndexError(
      `${damaged.join(", ")} in ${indexDir}: damaged. The bot's next start puts it aside and begins a new one.`,
    );
  }
  const migration = version < DATA_VERSION ? `, migrated to ${DATA_VERSION} by the next start` : "";
  const whole = databases.length === 0 ? "no database yet" : `${databases.join(", ")} whole`;
  return `version ${version}${migration}; ${whole}`;
}

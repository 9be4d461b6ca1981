import { indexPlace, lockDatabase } from "../../../index/index.ts";
import { prepareData, publishIndex, takeFromDatabase } from "../../../indexing/index.ts";
import { localeFor } from "../../../locale/index.ts";
import { databaseName } from "../../../storage/postgres/index.ts";
import { printLine, UsageError } from "../io.ts";
import { commandLineActor } from "../open.ts";
import { progressBar } from "../progress-bar.ts";
import { settings } from "../settings.ts";

/** `move-index`: copies the index between the folder and the database, without embedding again. @returns The exit code. */
export async function moveIndex({ to }: { readonly to: "postgres" | "local" }): Promise<number> {
  const config = settings();
  const { indexDir, databaseUrl: url, databaseSchema: schema } = config;
  const place = indexPlace(config);
  if (typeof place === "string") throw new UsageError("set DATABASE_URL, which names the database");
  prepareData(config);
  const startedBy = commandLineActor().name;
  const bar = progressBar(localeFor(config.language).indexing.phase);
  try {
    if (to === "local") {
      const name = await takeFromDatabase({ place, indexDir, startedBy, onProgress: bar.update });
      bar.stop();
      await printLine(
        `generation ${name} in ${indexDir} is what ${databaseName(place.readUrl)} holds. Without DATABASE_URL it is answered from.`,
      );
      return 0;
    }
    if (url === null) throw new UsageError("set DATABASE_URL: DATABASE_READ_URL alone only reads");
    const session = await lockDatabase({ url, schema }, startedBy);
    try {
      const name = await publishIndex({ indexDir, session, onProgress: bar.update });
      bar.stop();
      await printLine(
        `generation ${name} in ${session.name} is what ${indexDir} holds. Bots with DATABASE_URL use it within seconds.`,
      );
    } finally {
      await session.close();
    }
    return 0;
  } finally {
    bar.stop();
  }
}

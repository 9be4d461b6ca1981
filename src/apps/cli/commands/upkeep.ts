import { indexPlace, lockDatabase } from "../../../index/index.ts";
import {
  backUp,
  prepareData,
  publishIndex,
  restore as restoreData,
  takeFromDatabase,
} from "../../../indexing/index.ts";
import { localeFor } from "../../../locale/index.ts";
import { databaseName } from "../../../storage/postgres/index.ts";
import { note, printableName, printLine, progressBar, UsageError } from "../io.ts";
import { commandLineActor } from "../open.ts";
import { settings } from "../settings.ts";

/** `backup`: saves corpus, index and state. @returns The exit code. */
export async function backup(to: string): Promise<number> {
  const config = settings();
  const { files, passedOver } = await backUp(config, to);
  const sizes = Object.values(files).map(({ bytes }) => bytes);
  const megabytes = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6;
  await printLine(`saved ${sizes.length} files, ${megabytes.toFixed(1)} MB, in ${to}`);
  for (const path of passedOver)
    note(`not saved ${printableName(path)}: only regular files are; put the file itself there`);
  const place = indexPlace(config);
  if (typeof place !== "string") {
    // Without the password: what is shown may be kept in a shell's history.
    const { url, schema } = { url: new URL(place.writeUrl ?? place.readUrl), schema: place.schema };
    url.password = "";
    await printLine(
      `The index in ${databaseName(url.href)} is not in it: "move-index --to postgres" makes it again of what was saved. To save it as it is, run\n  pg_dump --format=custom --schema=${schema} --file=${schema}.dump '${url.href}'\nand bring it back with pg_restore into a database that has the extension vector.`,
    );
  }
  return 0;
}

/** `restore`: puts a backup in the place of corpus, index and state. @returns The exit code. */
export async function restore(from: string): Promise<number> {
  const { files, createdAt } = restoreData(settings(), from);
  await printLine(`restored ${Object.keys(files).length} files, saved at ${createdAt}`);
  return 0;
}

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

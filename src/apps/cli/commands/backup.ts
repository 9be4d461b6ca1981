import { indexPlace } from "../../../index/index.ts";
import { backUp, restore as restoreData } from "../../../indexing/index.ts";
import { databaseName } from "../../../storage/postgres/index.ts";
import { note, printableName, printLine } from "../io.ts";
import { settings } from "../settings.ts";

/** `backup`: saves corpus, index and state. @returns The exit code. */
export async function backup(to: string): Promise<number> {
  const config = settings();
  const { files, passedOver } = await backUp(config, to);
  const sizes = Object.values(files).map(({ bytes }) => bytes);
  const megabytes = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6;
  await printLine(`saved ${sizes.length} files, ${megabytes.toFixed(1)} MB, in ${to}`);
  for (const path of passedOver) {
    note(`not saved ${printableName(path)}: only regular files are; put the file itself there`);
  }
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

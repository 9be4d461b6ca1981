import { openChangeLog } from "../../corpus/change-log.ts";
import { rollBack } from "../../index/roll-back.ts";
import { commandLineActor } from "../actor.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

/** `rollback`: makes an older generation of the index the one in use. @returns 1 where that cannot be. */
export async function rollback(generation?: string): Promise<number> {
  const { indexDir } = settings();
  const actor = commandLineActor();
  const outcome = rollBack({ indexDir, by: actor.name, generation });
  if (outcome.kind === "none") throw new Error("There is no older generation of the index.");
  if (outcome.kind === "unknown") {
    const known = outcome.known.join(", ") || "none";
    throw new Error(`There is no generation ${outcome.generation}. These are kept: ${known}.`);
  }
  if (outcome.kind === "busy") {
    throw new Error(`The index is being written by ${outcome.startedBy}. Wait, then try again.`);
  }
  if (outcome.kind === "damaged") {
    throw new Error(`Generation ${outcome.generation} cannot be used: ${outcome.reason}.`);
  }
  const { now, before } = outcome;
  const log = openChangeLog(indexDir);
  log.note(actor, "rollback", `${before} → ${now.generation}`);
  log.close();
  await printLine(
    `generation ${now.generation}: ${now.articles} articles, built ${now.builtAt} (before: ${before}). A running bot uses it within seconds.`,
  );
  return 0;
}

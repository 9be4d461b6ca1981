import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crashTrial, randomFrom } from "../../test/apps/telegram/crash-trial.ts";

/** Kills the bot at random moments between receiving and answering. */
export async function crash(kills: number, seed: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "visits-crash-"));
  const result = await crashTrial({
    kills,
    maxLifeMs: 400,
    random: randomFrom(seed),
    folder,
  });
  rmSync(folder, { recursive: true, force: true });
  const { asked, lost, twice, unacknowledged, disordered } = result;
  console.log(
    `${kills} kills, ${asked} questions: ${lost.length} lost, ${twice.length} answered again after an acknowledgement, ${unacknowledged.length} because a kill came before it, ${disordered.length} chats out of order`,
  );
  return lost.length + twice.length + disordered.length === 0;
}

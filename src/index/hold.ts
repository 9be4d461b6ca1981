import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "../config/schema.ts";
import { writeFileAtomic } from "./durable.ts";
import { currentGeneration } from "./generations.ts";

const FILE = "rolled-back.json";

const schema = z.object({ generation: z.string(), by: z.string(), at: z.string().datetime() });

/**
 * Says that somebody went back to an older generation on purpose. Until the index is built by request, a
 * start leaves it as it is: what the corpus holds is what they went back from.
 */
export type Hold = z.infer<typeof schema>;

/** The roll-back in force, or null; one from which another generation was switched to says nothing. */
export function activeHold(indexDir: string): Hold | null {
  try {
    const hold = schema.parse(JSON.parse(readFileSync(join(indexDir, FILE), "utf8")));
    return hold.generation === currentGeneration(indexDir) ? hold : null;
  } catch {
    return null;
  }
}

export function holdGeneration(indexDir: string, hold: Hold): void {
  writeFileAtomic(join(indexDir, FILE), `${JSON.stringify(hold)}\n`);
}

export function releaseHold(indexDir: string): void {
  rmSync(join(indexDir, FILE), { force: true });
}

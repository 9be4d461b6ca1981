import pino from "pino";
import { afterAll, beforeAll } from "vitest";
import { readConfig } from "../src/config/config.ts";
import { createEngine, type VisitsEngine } from "../src/engine.ts";
import type { Workspace } from "./index/fixture.ts";

/** The real engine over a workspace as `fill` leaves it; opened before and closed after all tests of the file. */
export function runningEngine(space: Workspace, fill: () => void): () => VisitsEngine {
  let engine: VisitsEngine | undefined;
  beforeAll(async () => {
    fill();
    // On a busy machine no page is left out.
    const env = { CORPUS_DIR: space.corpusDir, INDEX_DIR: space.indexDir, FILE_TIMEOUT: "600" };
    const config = readConfig(env, process.cwd());
    engine = await createEngine({ config, logger: pino({ level: "silent" }) });
  });
  afterAll(() => engine?.close());
  return () => engine!;
}

import pino from "pino";
import { readConfig } from "../../src/config/config.ts";
import { createEngine, type VisitsEngine } from "../../src/engine.ts";
import { corpusDir, temporaryDir } from "./corpus-dir.ts";

/** An engine over a corpus of its own, with a temporary index. */
interface OpenCorpus {
  readonly engine: VisitsEngine;
  close(): Promise<void>;
}

/** Indexes a corpus (folder or JSON file) into a temporary folder and opens it. */
export async function openCorpus(path: string): Promise<OpenCorpus> {
  const corpus = corpusDir(path);
  const index = temporaryDir("visits-index-");
  const env = { ...process.env, BOT_TOKEN: "", CORPUS_DIR: corpus.dir, INDEX_DIR: index.dir };
  const config = readConfig(env, process.cwd());
  const engine = await createEngine({ config, logger: pino({ level: "error" }) });
  return {
    engine,
    async close() {
      await engine.close();
      corpus.dispose();
      index.dispose();
    },
  };
}

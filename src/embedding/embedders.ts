import type { Config } from "../config/index.ts";
import type { EmbedderOptions } from "./create-embedder.ts";

/** The part of the settings that says which embedding model to load, and from where. */
export function embedderOptions(config: Config): EmbedderOptions {
  return {
    model: config.model,
    modelsDir: config.modelsDir,
    cacheDir: config.modelCacheDir,
    remoteHost: config.modelHost ?? undefined,
  };
}

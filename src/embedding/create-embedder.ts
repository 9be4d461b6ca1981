import { createHash } from "node:crypto";
import { join } from "node:path";
import { normalizeText } from "../text/normalize.ts";
import type { Embedder } from "./embedder.ts";
import { EmbeddingModelError } from "./embedding-model-error.ts";
import { fetchable } from "./hub.ts";
import { MEANINGS_FILE, readMeanings } from "./meanings.ts";
import { locateModel } from "./model-location.ts";
import { type CheckedModel, checkModelFolder } from "./model-manifest.ts";
import { pool } from "./pooling.ts";
import { type ModelProfile, profileOf } from "./profiles.ts";
import { loadRuntime } from "./runtime.ts";
import { neutralizeSpecialTokens } from "./special-tokens.ts";

export interface EmbedderOptions {
  /** A folder of `modelsDir` by name, the path of a folder, or a hub model as `owner/name`. */
  readonly model: string;
  readonly modelsDir: string;
  /** Where fetched hub models are kept. */
  readonly cacheDir: string;
  /** Mirror of the hub, https://huggingface.co/ where undefined. */
  readonly remoteHost?: string | undefined;
}

/**
 * Loads an embedding model. Only a model named as `owner/name` that is no folder here is fetched.
 *
 * @throws EmbeddingModelError where the model is missing, damaged, not reachable or of another kind.
 */
export async function createEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const { model } = options;
  const location = await locateModel(model, options.modelsDir);
  let checked: CheckedModel | null = null;
  if (location.kind === "folder") {
    checked = await checkModelFolder(model, join(location.parent, location.name));
  } else {
    await fetchable(location.id, options);
  }
  const runtime = await loadRuntime(model, location, options);
  if (location.kind === "hub") {
    checked = await checkModelFolder(model, join(options.cacheDir, location.id));
  }
  const meanings =
    location.kind === "folder" && checked!.meaningsDimension !== null
      ? await readMeanings(join(location.parent, location.name), checked!.meaningsDimension)
      : null;
  const profile = profileOf(model);
  const clean = (text: string) =>
    neutralizeSpecialTokens(normalizeText(text), runtime.specialTokens);
  const embed = async (prefix: string, text: string): Promise<Float32Array | null> => {
    const safe = clean(text);
    // A prefix or special tokens would give the empty text a vector; a static model gives it none.
    if (!checked!.static && runtime.tokenIds(safe).length === 0) return null;
    const { data, dimension } = await runtime.tokenVectors(prefix + safe);
    return pool(data, dimension, profile.pooling);
  };
  const probe = await embed(profile.passagePrefix, "Việt Nam 1");
  if (probe === null) {
    throw new EmbeddingModelError(
      "unsupported",
      model,
      `The embedding model ${model} gives no usable vector for a plain Vietnamese text. Choose another model in EMBEDDING_MODEL.`,
    );
  }
  return {
    model,
    fingerprint: fingerprintOf(checked!, profile),
    dimension: probe.length,
    embedQuery: (text) => embed(profile.queryPrefix, text),
    async embedPassages(texts) {
      const vectors: (Float32Array | null)[] = [];
      for (const text of texts) vectors.push(await embed(profile.passagePrefix, text));
      return vectors;
    },
    tokenIds: (text) => Int32Array.from(runtime.tokenIds(clean(text))),
    tokenRows: checked!.static
      ? async (ids) => (ids.length === 0 ? new Float32Array() : runtime.lookUp(ids))
      : null,
    meanings,
    close: () => runtime.close(),
  };
}

function fingerprintOf({ sha256 }: CheckedModel, profile: ModelProfile): string {
  // Meanings are looked up at the question: stored vectors don't depend on them.
  const files = Object.entries(sha256)
    .filter(([name]) => name !== MEANINGS_FILE)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([files, profile.queryPrefix, profile.passagePrefix, profile.pooling]))
    .digest("hex");
}

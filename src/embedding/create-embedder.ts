import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/index.ts";
import { normalizeText } from "../language/text/index.ts";
import { type Embedder, EmbeddingModelError } from "../model/index.ts";
import { MEANINGS_FILE, readMeanings } from "./meanings.ts";
import {
  type CheckedModel,
  checkModelFolder,
  locateModel,
  type ModelProfile,
  profileOf,
} from "./model-folder.ts";
import { fetchable, loadRuntime, neutralizeSpecialTokens, pool } from "./runtime.ts";

export interface EmbedderOptions {
  /** A folder of `modelsDir` by name, the path of a folder, or a hub model as `owner/name`. */
  readonly model: string;
  readonly modelsDir: string;
  /** Where fetched hub models are kept. */
  readonly cacheDir: string;
  /** Mirror of the hub, https://huggingface.co/ where undefined. */
  readonly remoteHost?: string | undefined;
}

/** The part of the settings that says which embedding model to load, and from where. */
export function embedderOptions(config: Config): EmbedderOptions {
  return {
    model: config.model,
    modelsDir: config.modelsDir,
    cacheDir: config.modelCacheDir,
    remoteHost: config.modelHost ?? undefined,
  };
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

/** The models in use: the one that is set, and, until the index is built again, the one it was built with. */
export class Embedders {
  readonly #options: EmbedderOptions;
  readonly #loaded = new Map<string, Embedder>();

  /** @param options Name the model that is set. */
  constructor(options: EmbedderOptions) {
    this.#options = options;
  }

  /** Name of the model that is set. */
  get wanted(): string {
    return this.#options.model;
  }

  /** The model that is set. @throws {EmbeddingModelError} Where it cannot be had. */
  configured(): Promise<Embedder> {
    return this.#load(this.#options.model);
  }

  /** The model that an index was built with, where it is on this machine with the same files; else null. */
  async matching(model: {
    readonly id: string;
    readonly fingerprint: string;
  }): Promise<Embedder | null> {
    try {
      const isSame = await this.isConfigured(model.id);
      if (!isSame && !(await this.#isHere(model.id))) return null;
      const embedder = await (isSame ? this.configured() : this.#load(model.id));
      return embedder.fingerprint === model.fingerprint ? embedder : null;
    } catch (error) {
      if (error instanceof EmbeddingModelError) return null;
      throw error;
    }
  }

  /** Whether a name means the model that is set, which may be named by its folder's path. */
  async isConfigured(model: string): Promise<boolean> {
    if (model === this.#options.model) return true;
    const places = [model, this.#options.model].map((name) =>
      locateModel(name, this.#options.modelsDir).catch(() => null),
    );
    const [one, other] = await Promise.all(places);
    if (one?.kind !== "folder" || other?.kind !== "folder") return false;
    return join(one.parent, one.name) === join(other.parent, other.name);
  }

  /** An old model is not worth a download. */
  async #isHere(model: string): Promise<boolean> {
    const location = await locateModel(model, this.#options.modelsDir);
    return location.kind === "folder" || existsSync(join(this.#options.cacheDir, location.id));
  }

  async #load(model: string): Promise<Embedder> {
    const known = this.#loaded.get(model);
    if (known) return known;
    const embedder = await createEmbedder({ ...this.#options, model });
    this.#loaded.set(model, embedder);
    return embedder;
  }

  /** Frees all models. */
  async close(): Promise<void> {
    await Promise.all([...this.#loaded.values()].map((embedder) => embedder.close()));
    this.#loaded.clear();
  }
}

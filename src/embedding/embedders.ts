import { existsSync } from "node:fs";
import { join } from "node:path";
import { createEmbedder, type EmbedderOptions } from "./create-embedder.ts";
import type { Embedder } from "./embedder.ts";
import { EmbeddingModelError } from "./embedding-model-error.ts";
import { locateModel } from "./model-location.ts";

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

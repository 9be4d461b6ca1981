import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "../config/schema.ts";
import { EmbeddingModelError } from "./embedding-model-error.ts";

const schema = z.object({
  /** `static`: a token's vector does not depend on its neighbours. */
  kind: z.enum(["static", "contextual"]),
  /** SHA-256 by file path inside the folder. */
  sha256: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
  /** Where the folder holds meanings of tokens. */
  meanings: z.object({ dimension: z.number().int().positive() }).optional(),
});

export interface CheckedModel {
  readonly static: boolean;
  /** SHA-256 by file path inside the folder. */
  readonly sha256: Readonly<Record<string, string>>;
  /** Numbers in a row of its meanings; null where it has none. */
  readonly meaningsDimension: number | null;
}

/** Files that make up a model for transformers.js, with the quantized weights. */
export const MODEL_FILES = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "onnx/model_quantized.onnx",
] as const;

/**
 * Reads and checks every file of a model folder before anything loads it: a damaged ONNX file leaves
 * the runtime in a bad state. A folder without `manifest.json` is taken as it is and only hashed.
 *
 * @throws EmbeddingModelError `missing` or `corrupt`, naming the file.
 */
export async function checkModelFolder(model: string, folder: string): Promise<CheckedModel> {
  const manifest = await readManifest(model, folder);
  const names = manifest === null ? MODEL_FILES : Object.keys(manifest.sha256);
  const hashed = await Promise.all(
    names.map(async (name) => [name, await hashFile(model, folder, name)] as const),
  );
  for (const [name, sha256] of hashed) {
    if (manifest !== null && manifest.sha256[name] !== sha256) {
      throw new EmbeddingModelError(
        "corrupt",
        model,
        `The embedding model file ${join(folder, name)} is damaged: its SHA-256 is not the one in manifest.json. Restore the file (for the shipped model: git checkout -- embeddings, or npm's package again) and retry.`,
      );
    }
  }
  return {
    static: manifest?.kind === "static",
    sha256: Object.fromEntries(hashed),
    meaningsDimension: manifest?.meanings?.dimension ?? null,
  };
}

async function readManifest(model: string, folder: string): Promise<z.infer<typeof schema> | null> {
  let text: string;
  try {
    text = await readFile(join(folder, "manifest.json"), "utf8");
  } catch {
    return null;
  }
  try {
    const manifest = schema.parse(JSON.parse(text));
    for (const name of MODEL_FILES) {
      if (!(name in manifest.sha256)) throw new Error(`${name} is not listed`);
    }
    return manifest;
  } catch (cause) {
    throw new EmbeddingModelError(
      "corrupt",
      model,
      `The file ${join(folder, "manifest.json")} is not a model manifest. Restore it, or remove it to use the model unchecked.`,
      { cause },
    );
  }
}

async function hashFile(model: string, folder: string, name: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(join(folder, name), { highWaterMark: 1 << 20 }), hash);
  } catch (cause) {
    throw new EmbeddingModelError(
      "missing",
      model,
      `The embedding model file ${join(folder, name)} can't be read. A model folder needs ${MODEL_FILES.join(", ")}: restore it, or set EMBEDDING_MODEL to another folder.`,
      { cause },
    );
  }
  return hash.digest("hex");
}

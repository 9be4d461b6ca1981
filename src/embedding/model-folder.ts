import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "../config/index.ts";
import { EmbeddingModelError } from "../model/index.ts";

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

/** Where a model is: a folder here, or a repository of the hub that may be fetched. */
export type ModelLocation =
  | { readonly kind: "folder"; readonly parent: string; readonly name: string }
  | { readonly kind: "hub"; readonly id: string };

const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/u;

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Finds a model: a folder by its path, a folder of `modelsDir` by its name, or, where the name has the
 * form `owner/name` and no such folder exists, a repository of the hub.
 *
 * @throws EmbeddingModelError `missing` where it is none of these.
 */
export async function locateModel(model: string, modelsDir: string): Promise<ModelLocation> {
  const candidates = isAbsolute(model) ? [model] : [join(modelsDir, model), resolve(model)];
  for (const path of candidates) {
    if (await isFolder(path)) {
      const full = resolve(path);
      return { kind: "folder", parent: dirname(full), name: basename(full) };
    }
  }
  if (HUB_ID.test(model)) return { kind: "hub", id: model };
  throw new EmbeddingModelError(
    "missing",
    model,
    `There is no embedding model "${model}": looked for the folder ${candidates.join(" and ")}. Set EMBEDDING_MODEL to a folder in ${modelsDir}, to a path, or to a hub model as owner/name.`,
  );
}

/** How a model wants its input and how its token vectors become one. */
export interface ModelProfile {
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** `mean` of all tokens, or the first token (`cls`). */
  readonly pooling: "mean" | "cls";
}

const PLAIN: ModelProfile = { queryPrefix: "", passagePrefix: "", pooling: "mean" };

// From the model cards of the families; a name is matched without its owner, so that copies count too.
const PROFILES: readonly (readonly [RegExp, ModelProfile])[] = [
  [
    /^(multilingual-)?e5-/iu,
    { queryPrefix: "query: ", passagePrefix: "passage: ", pooling: "mean" },
  ],
  [
    /^bge-(small|base|large)-en/iu,
    {
      queryPrefix: "Represent this sentence for searching relevant passages: ",
      passagePrefix: "",
      pooling: "cls",
    },
  ],
  [/^bge-/iu, { queryPrefix: "", passagePrefix: "", pooling: "cls" }],
];

/** Profile of a model by its name (`owner/name`, bare name or folder path); unknown ones are plain means. */
export function profileOf(model: string): ModelProfile {
  const name = model.split(/[\\/]/u).findLast((part) => part !== "") ?? model;
  return PROFILES.find(([pattern]) => pattern.test(name))?.[1] ?? PLAIN;
}

import { stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { EmbeddingModelError } from "./embedding-model-error.ts";

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

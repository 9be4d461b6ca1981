import { currentGeneration, generationDir } from "./generations.ts";
import { isProblem, type Manifest, readManifest } from "./manifest.ts";
import type { IndexProblem } from "./types.ts";

/** The generation in use with its sidecar, and nothing of its files read; for a quick status. */
export function currentManifest(
  indexDir: string,
):
  | { readonly generation: string; readonly dir: string; readonly manifest: Manifest }
  | IndexProblem {
  const generation = currentGeneration(indexDir);
  if (generation === null) return { problem: "none", reason: `there is no index in ${indexDir}` };
  const dir = generationDir(indexDir, generation);
  const manifest = readManifest(dir);
  return isProblem(manifest) ? manifest : { generation, dir, manifest };
}

import type { HnswIndex } from "./hnsw-index.ts";
import { type Manifest, VECTORS_FILE } from "./manifest.ts";

/** Graphs in memory, by the SHA-256 of their file, for as long as a reader has them. */
const graphs = new Map<string, WeakRef<HnswIndex>>();

/** The graph of a generation's vector file where it is in memory already. */
export function graphInMemory(manifest: Manifest): HnswIndex | undefined {
  return graphs.get(manifest.files[VECTORS_FILE].sha256)?.deref();
}

/**
 * The graph for readers: generations that have the same vector file share it, so that a switch loads
 * nothing and takes no memory. It must not be changed.
 */
export function sharedGraph(manifest: Manifest, load: () => HnswIndex): HnswIndex {
  const known = graphInMemory(manifest);
  if (known) return known;
  const graph = load();
  for (const [key, ref] of graphs) if (ref.deref() === undefined) graphs.delete(key);
  graphs.set(manifest.files[VECTORS_FILE].sha256, new WeakRef(graph));
  return graph;
}

import { access } from "node:fs/promises";
import { join } from "node:path";
import { MODEL_FILES } from "./model-manifest.ts";
import { type RuntimeOptions, unreachable } from "./runtime.ts";

const PROBE_TIMEOUT_MS = 15_000;

/**
 * Makes sure that a hub model can be loaded: its files are in the cache, or the hub answers. The
 * library alone would wait minutes on a network that swallows packets.
 *
 * @throws EmbeddingModelError `unreachable`.
 */
export async function fetchable(id: string, options: RuntimeOptions): Promise<void> {
  const cached = await Promise.allSettled(
    MODEL_FILES.map((name) => access(join(options.cacheDir, id, name))),
  );
  if (cached.every((file) => file.status === "fulfilled")) return;
  const host = (options.remoteHost ?? "https://huggingface.co/").replace(/(?<!\/)\/+$/u, "");
  try {
    const answer = await fetch(`${host}/${id}/resolve/main/config.json`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`HTTP ${answer.status} for ${id}/config.json.`);
  } catch (cause) {
    throw unreachable(id, options, cause);
  }
}

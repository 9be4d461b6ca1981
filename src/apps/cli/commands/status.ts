import { existsSync } from "node:fs";
import { checkSizes, currentManifest, isProblem, type Manifest } from "../../../index/index.ts";
import type { IndexProblem } from "../../../model/index.ts";
import { holderPath, type LockHolder, lockHolder } from "../../../storage/index.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

const NEXT = 'Run "npm run -s cli -- index" to build it.';

function found(config: {
  indexDir: string;
  model: string;
}): { generation: string; manifest: Manifest } | IndexProblem {
  const current = currentManifest(config.indexDir);
  if (isProblem(current)) return current;
  const { dir, generation, manifest } = current;
  const other = manifest.model.id !== config.model;
  const foreign: IndexProblem = {
    problem: "foreign-model",
    reason: `the index was built with the model ${manifest.model.id}, EMBEDDING_MODEL is ${config.model}`,
  };
  return checkSizes(dir, manifest) ?? (other ? foreign : { generation, manifest });
}

/** Who builds the index now; the lock is asked only where a build left its name. */
function holderOf(indexDir: string): LockHolder | null {
  return existsSync(holderPath(indexDir)) ? lockHolder(indexDir) : null;
}

/** `status`: what the index holds, from its sidecar alone: no model is loaded. @returns The exit code. */
export async function status(options: { readonly json?: boolean }): Promise<number> {
  const config = settings();
  const { indexDir, corpusDir } = config;
  const result = found(config);
  const holder = holderOf(indexDir);
  const building = holder && { ...holder, since: holder.since.toISOString() };
  const facts = isProblem(result)
    ? { ready: false, ...result }
    : {
        ready: true,
        generation: result.generation,
        articles: result.manifest.counts.articles,
        briefs: result.manifest.counts.briefs,
        visits: result.manifest.register.visits,
        chunks: result.manifest.counts.chunks,
        model: result.manifest.model.id,
        dimension: result.manifest.model.dimension,
        builtAt: result.manifest.builtAt,
      };
  if (options.json) {
    await printLine(JSON.stringify({ ...facts, corpusDir, indexDir, building }));
    return 0;
  }
  const { ready, ...rest } = facts;
  const lines = Object.entries({ ...rest, corpusDir, indexDir }).map(([k, v]) => `${k}: ${v}`);
  if (holder) lines.push(`building: by ${holder.startedBy} since ${holder.since.toISOString()}`);
  else if (!ready) lines.push(NEXT);
  await printLine(lines.join("\n"));
  return 0;
}

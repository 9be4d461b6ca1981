import { existsSync } from "node:fs";
import {
  checkSizes,
  currentManifest,
  generationDir,
  type IndexPlace,
  indexHolder,
  indexPlace,
  isProblem,
  type Manifest,
} from "../../../index/index.ts";
import type { IndexProblem } from "../../../model/index.ts";
import { holderPath, type LockHolder, lockHolder } from "../../../storage/index.ts";
import { databaseName } from "../../../storage/postgres/index.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

const NEXT = 'Run "npm run -s cli -- index" to build it.';

function found(
  place: IndexPlace,
  model: string,
): { generation: string; manifest: Manifest } | IndexProblem {
  const current = currentManifest(place);
  if (isProblem(current)) return current;
  const { generation, manifest } = current;
  if (typeof place === "string") {
    const damaged = checkSizes(generationDir(place, generation), manifest);
    if (damaged !== null) return damaged;
  }
  if (manifest.model.id === model) return { generation, manifest };
  return {
    problem: "foreign-model",
    reason: `the index was built with the model ${manifest.model.id}, EMBEDDING_MODEL is ${model}`,
  };
}

/** Who builds the index now; the lock of a folder is asked only where a build left its name. */
function holderOf(indexDir: string, place: IndexPlace): LockHolder | null {
  const local = existsSync(holderPath(indexDir)) ? lockHolder(indexDir) : null;
  return local ?? (typeof place === "string" ? null : indexHolder(place));
}

/** `status`: what the index holds, from its sidecar alone: no model is loaded. @returns The exit code. */
export async function status(options: { readonly json?: boolean }): Promise<number> {
  const config = settings();
  const { indexDir, corpusDir } = config;
  const place = indexPlace(config);
  const result = found(place, config.model);
  const holder = holderOf(indexDir, place);
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
  const where = {
    corpusDir,
    indexDir,
    ...(typeof place !== "string" && { database: databaseName(place.readUrl) }),
  };
  if (options.json) {
    await printLine(JSON.stringify({ ...facts, ...where, building }));
    return 0;
  }
  const { ready, ...rest } = facts;
  const lines = Object.entries({ ...rest, ...where }).map(([k, v]) => `${k}: ${v}`);
  if (holder) lines.push(`building: by ${holder.startedBy} since ${holder.since.toISOString()}`);
  else if (!ready) lines.push(NEXT);
  await printLine(lines.join("\n"));
  return 0;
}

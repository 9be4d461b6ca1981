import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import * as z from "zod";

const newsSchema = z.array(
  z.object({ id: z.string(), title: z.string(), lead: z.string(), body: z.array(z.string()) }),
);

/** A folder of articles that `dispose` removes where it was made for the run. */
export interface CorpusDir {
  readonly dir: string;
  dispose(): void;
}

/** Makes a temporary folder that is removed at the end. */
export function temporaryDir(prefix: string): CorpusDir {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true }) };
}

/**
 * A corpus to measure on: a folder as it is, or a JSON file `[{id, title, lead, body: [paragraph]}]`
 * written out as one Markdown file an article.
 */
export function corpusDir(path: string): CorpusDir {
  if (statSync(path).isDirectory()) return { dir: path, dispose: () => {} };
  const folder = temporaryDir("visits-corpus-");
  for (const { id, title, lead, body } of newsSchema.parse(
    JSON.parse(readFileSync(path, "utf8")),
  )) {
    const text = [lead, ...body].filter((paragraph) => paragraph.trim() !== "").join("\n\n");
    writeFileSync(join(folder.dir, `${id}.md`), `---\n${stringify({ title })}---\n\n${text}\n`);
  }
  return folder;
}

import { isProblem } from "../../index/manifest.ts";
import { openIndex } from "../../index/open-index.ts";
import { type CorpusFile, listCorpus } from "../../ingest/corpus-files.ts";
import { articleId } from "../../ingest/file-name.ts";
import { printableName } from "../../terminal/printable.ts";
import { normalizeLine } from "../../text/normalize.ts";
import { commandLineActor } from "../actor.ts";
import { indexChanges } from "../index-changes.ts";
import { note, printLine } from "../io.ts";
import { openCommandCorpus } from "../open-corpus.ts";

/** The corpus file of an article id or path, or why there is none. */
function fileOf(files: readonly CorpusFile[], given: string): CorpusFile | string {
  const id = normalizeLine(given);
  const find = (wanted: string) =>
    files.find((file) => file.path.normalize("NFC") === wanted || file.articleId === wanted);
  const file = find(id) ?? find(articleId(id));
  if (file !== undefined) return file;
  const page = find(id.replace(/#\d+$/u, ""));
  return page === undefined
    ? 'There is no such article. "npm run -s cli -- articles WORDS" shows ids.'
    : `It is a brief on another article's page. Remove the page: ${page.articleId}`;
}

/** Title of an indexed article; its id where it is not indexed. */
function titleOf(indexDir: string, id: string): string {
  const index = openIndex(indexDir);
  if (isProblem(index)) return id;
  try {
    return index.article(id)?.title ?? id;
  } finally {
    index.close();
  }
}

/** `remove`: takes articles out of the corpus and the index. @returns 1 where one could not be found. */
export async function remove(ids: readonly string[]): Promise<number> {
  const { config, logger, corpus } = await openCommandCorpus();
  try {
    const actor = commandLineActor();
    const { files } = listCorpus(config.corpusDir);
    let removed = 0;
    for (const id of new Set(ids)) {
      const file = fileOf(files, id);
      if (typeof file === "string") {
        note(`failed ${printableName(id)}: ${file}`);
        continue;
      }
      const title = titleOf(config.indexDir, file.articleId);
      if (corpus.store.remove(file.path, title, actor)) {
        await printLine(`removed ${printableName(file.articleId)}: ${title}`);
      }
      removed++;
    }
    if (removed > 0) {
      await indexChanges(config, actor.name, logger);
      await printLine('take it back with "npm run -s cli -- undo"');
    }
    return removed === new Set(ids).size ? 0 : 1;
  } finally {
    corpus.close();
  }
}

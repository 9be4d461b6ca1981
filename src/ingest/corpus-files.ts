import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Skip } from "./article.ts";
import { skip } from "./decode.ts";
import {
  articleId,
  DOCUMENT_EXTENSIONS,
  extensionOf,
  TEXT_EXTENSIONS,
  unknownType,
} from "./file-name.ts";

/** A file of the corpus that can be ingested. */
export interface CorpusFile {
  /** Path in the corpus, `/` between folders. */
  readonly path: string;
  /** Path to open. */
  readonly absolutePath: string;
  /** Id of the article in it. */
  readonly articleId: string;
}

/** A file of the corpus that is passed over, and why. */
export interface SkippedFile extends Skip {
  readonly path: string;
}

/** What a corpus folder holds, both lists sorted by path. */
export interface CorpusListing {
  readonly files: readonly CorpusFile[];
  readonly skipped: readonly SkippedFile[];
}

/** Files at the root that are about the corpus. */
const NO_ARTICLES = /^(?:readme\.md|check-questions\.tsv)$/iu;

/**
 * Lists the files of a corpus folder and its subfolders.
 *
 * Hidden files, and README.md and check-questions.tsv at the root, are no articles and are not mentioned. Links are not followed,
 * so that a loop or a link out of the corpus does no harm. Of two files with the same article id (`a.md`, `a.txt`)
 * the first is taken.
 *
 * @throws The error of the file system where the folder itself can't be read.
 */
export function listCorpus(directory: string): CorpusListing {
  const files: CorpusFile[] = [];
  const skipped: SkippedFile[] = [];
  const taken = new Map<string, string>();
  const add = (path: string, absolutePath: string) => {
    const extension = extensionOf(path);
    const id = articleId(path);
    const other = taken.get(id);
    const isKnown = TEXT_EXTENSIONS.has(extension) || DOCUMENT_EXTENSIONS.has(extension);
    if (!isKnown) skipped.push({ path, ...unknownType(extension) });
    else if (other !== undefined) {
      const reason = `${other} has the same name; rename one of the two.`;
      skipped.push({ path, ...skip("duplicate-id", reason) });
    } else {
      taken.set(id, path);
      files.push({ path, absolutePath, articleId: id });
    }
  };
  const walk = (folder: string, prefix: string, entries: Dirent[]) => {
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = prefix + entry.name;
      const absolutePath = join(folder, entry.name);
      if (entry.name.startsWith(".") || NO_ARTICLES.test(path)) continue;
      if (entry.isFile()) add(path, absolutePath);
      else if (!entry.isDirectory()) {
        skipped.push({
          path,
          ...skip("unreadable", "Links are not followed; put the file itself here."),
        });
      } else {
        try {
          walk(absolutePath, `${path}/`, readdirSync(absolutePath, { withFileTypes: true }));
        } catch {
          skipped.push({
            path,
            ...skip("unreadable", "The folder can't be read; check its permissions."),
          });
        }
      }
    }
  };
  walk(directory, "", readdirSync(directory, { withFileTypes: true }));
  return { files, skipped };
}

import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Skip } from "../../model/index.ts";
import { skip } from "./page/index.ts";

/** Extensions of text that is read as it stands, lower case. */
export const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  ".md",
  ".markdown",
  ".txt",
  ".html",
  ".htm",
]);

/** Extensions of documents that `readDocument` reads. */
export const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set([
  ".docx",
  ".pdf",
  ".odt",
  ".rtf",
  ".xlsx",
  ".csv",
]);

/** Extension of a path, lower case with its dot; empty where it has none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  const isNamed = dot < name.length - 1 && /[^.]/u.test(name.slice(0, Math.max(dot, 0)));
  return isNamed ? name.slice(dot).toLowerCase() : "";
}

/** Id of the article in a corpus file: its path without extension, `/` between folders, NFC. */
export function articleId(relativePath: string): string {
  const path = relativePath.replaceAll("\\", "/").normalize("NFC");
  return path.slice(0, path.length - extensionOf(path).length);
}

const OLD_OFFICE = /^\.(?:doc|dot|xls|ppt|wps|et)$/u;
const MAIL = /^\.(?:eml|msg|mht|mhtml)$/u;
const ARCHIVE = /^\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/u;

/** What to do with a file that is kept in a form that is not read. */
export const SAVE_AS = {
  "old-office": "This is a file of an old Office version; save it as .docx (a sheet as .xlsx).",
  mail: "This is an e-mail; save its text as .txt, or the files that came with it.",
  archive: "This is a packed file; unpack it first and take the files in it.",
} as const;

/** Why a file with this extension is not read. */
export function unknownType(extension: string): Skip {
  if (OLD_OFFICE.test(extension)) return skip("old-office", SAVE_AS["old-office"]);
  if (MAIL.test(extension)) return skip("mail", SAVE_AS.mail);
  if (ARCHIVE.test(extension)) return skip("archive", SAVE_AS.archive);
  const name = extension === "" ? "without an extension" : `of type ${extension}`;
  return skip(
    "unknown-type",
    `Files ${name} are not read; use .md, .txt, .html, .docx, .odt, .rtf, .pdf, .xlsx or .csv.`,
  );
}

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
interface SkippedFile extends Skip {
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

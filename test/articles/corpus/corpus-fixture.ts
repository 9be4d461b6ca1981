import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Actor,
  type ChangeLog,
  openChangeLog,
} from "../../../src/articles/corpus/change-log.ts";
import { CorpusStore } from "../../../src/articles/corpus/corpus-store.ts";
import { assemble } from "../../../src/articles/parse/page/assemble.ts";
import type { Article } from "../../../src/model/article.ts";
import { temporaryFolder } from "../../index/fixture.ts";

export const ACTOR: Actor = { id: 7, name: "@an (7)" };

/** A made-up article that `toMarkdown` can write. */
export function article(title: string, changes: Partial<Article> = {}): Article {
  const draft = {
    title,
    url: null,
    source: "Báo Thử nghiệm",
    author: null,
    published: "2024-05-06",
    teasers: [],
    blocks: [
      { kind: "lead", text: `Mở đầu của bài ${title}.` } as const,
      { kind: "paragraph", text: "Hai bên trao đổi về hợp tác cửa khẩu và du lịch." } as const,
    ],
  };
  return { ...assemble("document", draft)[0]!, ...changes };
}

/** Every file of a folder by path, hidden ones too. */
export function filesOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(dir.length + 1), readFileSync(file, "utf8")]),
  );
}

/** What people see of the corpus: originals are kept whatever becomes of their articles. */
export function articlesOf(dir: string): Record<string, string> {
  const isShown = ([path]: [string, string]) => !path.startsWith(".originals/");
  return Object.fromEntries(Object.entries(filesOf(dir)).filter(isShown));
}

export interface CorpusFixture {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly log: ChangeLog;
  readonly store: CorpusStore;
  write(path: string, content: string): void;
  /** The corpus as the next process opens it. */
  reopen(): { readonly log: ChangeLog; readonly store: CorpusStore };
}

/** A corpus in folders of its own. */
export function corpusFixture(
  corpusDir = join(temporaryFolder(), "corpus"),
  indexDir = join(temporaryFolder(), "index"),
): CorpusFixture {
  mkdirSync(corpusDir, { recursive: true });
  const reopen = () => {
    const log = openChangeLog(indexDir);
    return { log, store: new CorpusStore(corpusDir, log) };
  };
  return {
    corpusDir,
    indexDir,
    ...reopen(),
    reopen,
    write(path, content) {
      mkdirSync(dirname(join(corpusDir, path)), { recursive: true });
      writeFileSync(join(corpusDir, path), content);
    },
  };
}

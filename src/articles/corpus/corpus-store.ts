import type { Article } from "../../model/index.ts";
import { articleId, extensionOf, toMarkdown } from "../parse/index.ts";
import type {
  Actor,
  ChangeLog,
  FileChange,
  LoggedAction,
  LoggedChange,
  MoreOfChange,
} from "./change-log.ts";
import { asCorpusError } from "./corpus-error.ts";
import { CorpusFolder, MARKDOWN, type Original, sameBytes } from "./corpus-folder.ts";
import { type EditField, editedFile, type FieldChanges } from "./edit-article.ts";

/** Why a change could not be taken back, or that there is none. */
export type UndoOutcome =
  | {
      readonly ok: true;
      readonly action: LoggedAction;
      readonly path: string;
      readonly title: string;
    }
  | { readonly ok: false; readonly problem: "nothing" }
  /** Another change has become the last one. */
  | { readonly ok: false; readonly problem: "other" }
  /** The file is not what the change left: somebody edited it since. */
  | { readonly ok: false; readonly problem: "changed"; readonly path: string };

/**
 * The corpus folder as admins change it. Every change is written to the log first, then made, then marked as done:
 * after a crash at any moment `recover` completes it, and what was acknowledged is there. Processes that change the
 * corpus take turns, and each first completes what a killed one began.
 */
export class CorpusStore {
  readonly #files: CorpusFolder;

  constructor(
    dir: string,
    private readonly log: ChangeLog,
  ) {
    this.#files = new CorpusFolder(dir);
  }

  /**
   * Completes what a killed process began. What cannot be completed (a full disk, a file that was edited since) is
   * taken back: nobody was told that it was done.
   *
   * @returns How many changes were completed.
   * @throws {CorpusError} Where neither can be done.
   */
  recover(): number {
    return this.#alone((completed) => completed);
  }

  /**
   * Stores an article as a file of its own and keeps what it was read from. The same article once more changes
   * nothing.
   *
   * @param replaces Path of the file that holds an earlier version; the article keeps its id.
   * @returns The file's path in the corpus.
   * @throws {CorpusError} Where the folder cannot be written; nothing is changed then.
   */
  save(article: Article, original: Original | null, actor: Actor, replaces?: string): string {
    return this.#alone(() =>
      this.#files.keeping(original, (more) => {
        const after = Buffer.from(toMarkdown(article, more), "utf8");
        const path = this.#files.pathFor(article, after, replaces);
        const before = this.#files.read(path);
        // Saved before, such as by a process that was killed before it could say so.
        if (sameBytes(before, after)) return path;
        const files: FileChange[] = [{ path, before, after }];
        const old = replaces === undefined || replaces === path ? null : this.#files.read(replaces);
        if (old !== null) files.push({ path: replaces!, before: old, after: null });
        const action = before === null && old === null ? "add" : "update";
        this.#change(actor, action, article.title, files);
        return path;
      }),
    );
  }

  /**
   * Gives an article other fields: in the front matter of its file, or in a Markdown file that comes in the place of a
   * page or document, which is kept.
   *
   * @param path The article's file when it was indexed.
   * @param edited The article as it shall be.
   * @param changes Those fields with their values.
   * @returns False where there is no such file.
   * @throws {CorpusError} Where the folder cannot be written; nothing is changed then.
   */
  edit(path: string, edited: Article, changes: FieldChanges, actor: Actor): boolean {
    return this.#alone(() => {
      // It may have become a Markdown file since.
      const from = this.#files.read(path) === null ? `${articleId(path)}.md` : path;
      const before = this.#files.read(from);
      if (before === null) return false;
      const isMarkdown = MARKDOWN.has(extensionOf(from));
      const original = isMarkdown ? null : { bytes: before, extension: extensionOf(from) };
      return this.#files.keeping(original, (more) => {
        const fields = Object.keys(changes) as EditField[];
        const after = Buffer.from(editedFile(from, before, edited, fields, more), "utf8");
        if (sameBytes(before, after)) return true;
        const to = this.#files.pathFor(edited, after, from);
        const files =
          to === from
            ? [{ path: to, before, after }]
            : [
                { path: to, before: null, after },
                { path: from, before, after: null },
              ];
        this.#change(actor, "edit", edited.title, files, { changes });
        return true;
      });
    });
  }

  /**
   * Adds a line to a file of the corpus that is no article: corrections, check questions. A line that is there is not
   * added again.
   *
   * @param detail What it is about, for the log.
   * @throws {CorpusError} Where the folder cannot be written; nothing is changed then.
   */
  append(path: string, line: string, action: LoggedAction, detail: string, actor: Actor): void {
    this.#alone(() => {
      const before = this.#files.read(path);
      const text = before === null ? "" : Buffer.from(before).toString("utf8");
      if (text.split("\n").includes(line)) return;
      const glue = text === "" || text.endsWith("\n") ? "" : "\n";
      const after = Buffer.from(`${text}${glue}${line}\n`, "utf8");
      this.#change(actor, action, detail, [{ path, before, after }]);
    });
  }

  /**
   * Takes a file out of the corpus.
   *
   * @returns False where there is no such file.
   * @throws {CorpusError} Where the folder cannot be written; nothing is changed then.
   */
  remove(path: string, title: string, actor: Actor): boolean {
    return this.#alone(() => {
      const before = this.#files.read(path);
      if (before === null) return false;
      this.#change(actor, "remove", title, [{ path, before, after: null }]);
      return true;
    });
  }

  /**
   * Takes the last change back; once more, the one before it.
   *
   * @param expected Number of the change that is meant; by default whichever is the last.
   * @throws {CorpusError} Where the folder cannot be written; nothing is changed then.
   */
  undo(actor: Actor, expected?: number): UndoOutcome {
    return this.#alone((): UndoOutcome => {
      const change = this.log.last();
      if (change === null) return { ok: false, problem: "nothing" };
      if (expected !== undefined && change.id !== expected) return { ok: false, problem: "other" };
      const { files, action, detail: title } = change;
      const edited = files.find(({ path, after }) => !sameBytes(this.#files.read(path), after));
      if (edited !== undefined) return { ok: false, problem: "changed", path: edited.path };
      // What is removed goes last, so that a full disk leaves it where it is.
      const back = files.map(({ path, before, after }) => ({ path, before: after, after: before }));
      back.sort((a, b) => Number(a.after === null) - Number(b.after === null));
      this.#change(actor, "undo", title, back, { undoes: change.id });
      return { ok: true, action, path: files[0]!.path, title };
    });
  }

  /** Does something while nobody else does, after completing what was begun; `work` is told how much that was. */
  #alone<T>(work: (completed: number) => T): T {
    try {
      return this.log.alone(() =>
        work(this.log.begun().filter((change) => this.#complete(change)).length),
      );
    } catch (error) {
      throw asCorpusError(error);
    }
  }

  /** Completes a change of a killed process, or takes it back. @returns Whether it was completed. */
  #complete({ id, files }: LoggedChange): boolean {
    const isUntouched = ({ path, before, after }: FileChange) => {
      const now = this.#files.read(path);
      return sameBytes(now, before) || sameBytes(now, after);
    };
    if (!files.every(isUntouched)) {
      this.log.abandon(id);
      return false;
    }
    try {
      this.#files.make(files);
    } catch {
      this.log.abandon(id);
      return false;
    }
    this.log.complete(id);
    return true;
  }

  #change(
    actor: Actor,
    action: LoggedAction,
    title: string,
    files: readonly FileChange[],
    more?: MoreOfChange,
  ): void {
    const id = this.log.begin(actor, action, title, files, more);
    try {
      this.#files.make(files);
      try {
        this.log.complete(id);
      } catch (error) {
        this.#files.unmake(files);
        throw error;
      }
    } catch (error) {
      this.log.abandon(id);
      throw error;
    }
  }
}

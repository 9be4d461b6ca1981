import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { showAsOne } from "../../index/changes.ts";
import type { Sqlite, Statement } from "../../index/sqlite.ts";
import { ARTICLE_COLUMNS, articleOf } from "../../index/stored-rows.ts";
import type { Article } from "../../ingest/article.ts";
import { keysOf } from "../merge/cluster.ts";
import { mergeReports, type SourceArticle } from "../merge/merge-reports.ts";
import { comparable } from "../merge/same-visit.ts";
import { REGISTER_READER_VERSION } from "../read/version.ts";
import type { VisitReport } from "../visit.ts";
import { affectedArticles } from "./affected.ts";
import { visitTable } from "./visit-table.ts";

/** Reads a stored article of a corpus file for its visits; never throws for its text. */
export type VisitReading = (article: Article, path: string) => Promise<readonly VisitReport[]>;

/** From this share of the articles on, all visits are put together anew: it is no slower then. */
const MANY = 0.25;
/** Longer keys are hashed. */
const MAX_KEY_CHARS = 24;
/** Articles read between two turns for timers and messages. */
const TURN = 50;

const shortKey = (key: string) =>
  key.length <= MAX_KEY_CHARS ? key : createHash("sha256").update(key).digest("hex").slice(0, 24);

/**
 * The register of a generation under construction: what each article tells is stored with it, and at the end
 * the visits that this changes are put together anew. Works on a whole database and on changes beside an attached
 * older one (src/index/changes.ts).
 */
export class RegisterDraft {
  readonly #db: Sqlite;
  readonly #isBeside: boolean;
  readonly #insertReports: Statement;
  readonly #insertKey: Statement;
  readonly #noteChange: Statement;

  /** @param isBeside True where an older database is attached as `base`. */
  constructor(db: Sqlite, isBeside: boolean) {
    this.#db = db;
    this.#isBeside = isBeside;
    this.#insertReports = db.prepare(
      "INSERT OR REPLACE INTO main.visit_reports (article_id, reports) VALUES (?, ?)",
    );
    this.#insertKey = db.prepare(
      "INSERT OR IGNORE INTO main.visit_keys (key, article_id) VALUES (?, ?)",
    );
    this.#noteChange = db.prepare(
      "INSERT OR IGNORE INTO main.visit_changes (article_id) VALUES (?)",
    );
  }

  /** Stores what an article tells. */
  add(articleId: string, reports: readonly VisitReport[]): void {
    if (reports.length === 0) return;
    this.#insertReports.run(articleId, JSON.stringify(reports));
    for (const key of new Set(reports.flatMap((report) => keysOf(comparable(report)))))
      this.#insertKey.run(shortKey(key), articleId);
    this.#noteChange.run(articleId);
  }

  /** Takes out what the articles of a file tell. To be called before they go themselves. */
  remove(path: string): void {
    const parts = this.#isBeside ? ["main", "base"] : ["main"];
    const each = (sql: (part: string) => string, value: string) =>
      parts.flatMap((part) => this.#db.prepare(sql(part)).all(value)) as [string][];
    for (const [id] of each((part) => `SELECT id FROM ${part}.articles WHERE path = ?`, path)) {
      this.#noteChange.run(id);
      const keys = each((part) => `SELECT key FROM ${part}.visit_keys WHERE article_id = ?`, id);
      for (const [key] of keys) {
        const met = each((part) => `SELECT article_id FROM ${part}.visit_keys WHERE key = ?`, key);
        for (const [other] of met) this.#noteChange.run(other);
      }
      for (const table of ["visit_reports", "visit_keys"])
        this.#db.prepare(`DELETE FROM main.${table} WHERE article_id = ?`).run(id);
    }
  }

  /** Reads all stored articles again, for a reader that would tell otherwise. Not beside an older database. */
  async readAgain(read: VisitReading, signal?: AbortSignal): Promise<void> {
    this.#db.exec("DELETE FROM visit_reports; DELETE FROM visit_keys");
    const ids = this.#db.prepare("SELECT id, path FROM articles ORDER BY id").all();
    const article = this.#db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE id = ?`);
    for (const [i, [id, path]] of (ids as [string, string][]).entries()) {
      this.add(id, await read(articleOf(article.get(id)!), path));
      if (i % TURN !== TURN - 1) continue;
      await setImmediate();
      signal?.throwIfAborted();
    }
    this.#db.exec("INSERT OR IGNORE INTO visit_changes SELECT article_id FROM visit_articles");
  }

  /** Puts together the visits that the changes touch. @returns What the sidecar says of the register. */
  finish(): { readonly readerVersion: number; readonly visits: number } {
    const db = this.#db;
    // From here on a table's bare name means both parts, and writes name the part.
    if (this.#isBeside) showAsOne(db);
    const number = (sql: string) => db.prepare(sql).get()![0] as number;
    const changes = number("SELECT count(*) FROM main.visit_changes");
    if (changes > 0) {
      const articles = number("SELECT count(*) FROM visit_reports");
      if (changes > MANY * articles && !this.#isBeside) this.#mergeAll();
      else this.#mergeAffected();
      db.exec("DELETE FROM main.visit_changes");
    }
    return {
      readerVersion: REGISTER_READER_VERSION,
      visits: number("SELECT count(*) FROM visits"),
    };
  }

  #mergeAll(): void {
    const table = visitTable(this.#db);
    table.clear();
    const reports = this.#db
      .prepare("SELECT reports FROM visit_reports")
      .all()
      .flatMap(([json]) => JSON.parse(json as string) as VisitReport[]);
    for (const visit of mergeReports(reports, this.#articles())) table.add(visit);
  }

  #mergeAffected(): void {
    const db = this.#db;
    const reports = db.prepare("SELECT reports FROM visit_reports WHERE article_id = ?");
    const under = db.prepare("SELECT article_id FROM visit_keys WHERE key = ?");
    const visitsOf = db.prepare("SELECT visit FROM visit_articles WHERE article_id = ?");
    const articlesOf = db.prepare("SELECT article_id FROM visit_articles WHERE visit = ?");
    const changed = db.prepare("SELECT article_id FROM main.visit_changes").all() as [string][];
    const reportsOf = (id: string): VisitReport[] => {
      const [json] = reports.get(id) ?? [];
      return json === undefined ? [] : JSON.parse(json as string);
    };
    const affected = affectedArticles(
      changed.map(([id]) => id),
      {
        reportsOf,
        articlesUnder: (key) => under.all(shortKey(key)).map(([id]) => id as string),
      },
    );
    const rows = new Set<number>();
    for (const id of affected)
      for (const [row] of visitsOf.all(id) as [number][]) {
        rows.add(row);
        for (const [other] of articlesOf.all(row) as [string][]) affected.add(other);
      }
    const table = visitTable(db);
    for (const row of rows) {
      table.remove(row);
      if (this.#isBeside)
        db.prepare(
          "INSERT OR IGNORE INTO main.removed_visits SELECT visit FROM base.visits WHERE visit = ?",
        ).run(row);
    }
    for (const visit of mergeReports([...affected].flatMap(reportsOf), this.#articles()))
      table.add(visit);
  }

  #articles(): (id: string) => SourceArticle | undefined {
    const find = this.#db.prepare("SELECT title, url, text FROM articles WHERE id = ?");
    return (id) => {
      const found = find.get(id) as [string, string | null, string] | undefined;
      return found && { title: found[0], url: found[1], text: found[2] };
    };
  }
}

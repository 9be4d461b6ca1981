import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Base } from "../index/index.ts";
import { ARTICLE_COLUMNS, articleOf, type Manifest, showAsOne } from "../index/index.ts";
import {
  type Article,
  REGISTER_READER_VERSION,
  type Visit,
  type VisitReport,
} from "../model/index.ts";
import { packJson, type Sqlite, type Statement, unpackJson } from "../storage/index.ts";
import {
  articlesOfCorrection,
  CORRECTIONS_FILE,
  type Comparable,
  type Correction,
  comparable,
  correctionLines,
  correctionOf,
  keysOf,
  likeness,
  mergeReports,
  reportNamed,
  type SourceArticle,
} from "../visits/merge/index.ts";
import { VISIT_COLUMNS, visitValues } from "./visit-row.ts";

/** Larger files of corrections are read as far as this. */
const MAX_CORRECTIONS_BYTES = 4 << 20;

/** What admins corrected of the register, as lines of their file. */
export interface CorrectionLines {
  readonly lines: readonly string[];
  /** Those of the index in use. */
  readonly before: readonly string[];
  readonly areSame: boolean;
}

/** @param corpusDir Null: those of the index in use stay. */
export function correctionLinesOf(corpusDir: string | null, base: Base | null): CorrectionLines {
  const before = base?.manifest.register.corrections ?? [];
  const path = corpusDir === null ? null : join(corpusDir, CORRECTIONS_FILE);
  const text = (file: string) =>
    existsSync(file) ? readFileSync(file).subarray(0, MAX_CORRECTIONS_BYTES).toString("utf8") : "";
  const lines = path === null ? before : correctionLines(text(path));
  return { lines, before, areSame: lines.join("\n") === before.join("\n") };
}

/** What is looked up of the stored reports. */
interface StoredReports {
  /** What an article tells; empty where it tells of no visit, or is gone. */
  reportsOf(articleId: string): readonly VisitReport[];
  /** Articles that have a report under a key. */
  articlesUnder(key: string): readonly string[];
}

/**
 * The articles whose visits may come out otherwise when some articles change: those, and all that are bound
 * to them by reports that are alike. Reports that are not so bound cannot become one visit, nor keep others
 * from it.
 *
 * @param changed Changed, new and gone articles, and those that the gone ones met under a key.
 * @param bound Articles that corrections name together with one.
 */
function affectedArticles(
  changed: readonly string[],
  stored: StoredReports,
  bound: (articleId: string) => readonly string[] = () => [],
): Set<string> {
  const known = new Map<string, readonly Comparable[]>();
  const reportsOf = (id: string) => {
    let reports = known.get(id);
    if (reports === undefined) {
      reports = stored.reportsOf(id).map(comparable);
      known.set(id, reports);
    }
    return reports;
  };
  const affected = new Set(changed);
  // A set goes on with what is added while it is gone through.
  for (const id of affected) {
    for (const other of bound(id)) affected.add(other);
    for (const one of reportsOf(id)) {
      for (const key of keysOf(one)) {
        for (const other of stored.articlesUnder(key)) {
          if (affected.has(other)) continue;
          if (reportsOf(other).some((report) => likeness(report, one) > 0)) affected.add(other);
        }
      }
    }
  }
  return affected;
}

export function visitTable(db: Sqlite) {
  const columns = VISIT_COLUMNS.split(",").length;
  const insert = db.prepare(
    `INSERT INTO main.visits (${VISIT_COLUMNS}) VALUES (${Array(columns).fill("?").join(", ")})`,
  );
  const insertRecord = db.prepare("INSERT INTO main.visit_records (visit, record) VALUES (?, ?)");
  const insertArticle = db.prepare(
    "INSERT INTO main.visit_articles (article_id, visit) VALUES (?, ?)",
  );
  const tables = ["visits", "visit_records", "visit_articles"];
  const removals = tables.map((table) => db.prepare(`DELETE FROM main.${table} WHERE visit = ?`));
  return {
    add(visit: Visit): void {
      const { lastInsertRowid: row } = insert.run(...visitValues(visit));
      insertRecord.run(row, packJson(visit));
      for (const id of new Set(visit.articleIds)) insertArticle.run(id, row);
    },
    /** Takes a visit out by its row. */
    remove: (row: number): void => removals.forEach((statement) => void statement.run(row)),
    clear: (): void => tables.forEach((table) => void db.exec(`DELETE FROM main.${table}`)),
  };
}

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
 * older one (src/index/files/schema.ts).
 */
export class RegisterDraft {
  readonly #insertReports: Statement;
  readonly #insertKey: Statement;
  readonly #noteChange: Statement;
  #corrections: readonly Correction[] = [];
  #findReports: Statement | null = null;

  /** @param isBeside True where an older database is attached as `base`. */
  constructor(
    private readonly db: Sqlite,
    private readonly isBeside: boolean,
  ) {
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
    this.#insertReports.run(articleId, packJson(reports));
    for (const key of new Set(reports.flatMap((report) => keysOf(comparable(report)))))
      this.#insertKey.run(shortKey(key), articleId);
    this.#noteChange.run(articleId);
  }

  /** Takes out what the articles of a file tell. To be called before they go themselves. */
  remove(path: string): void {
    const parts = this.isBeside ? ["main", "base"] : ["main"];
    const each = (sql: (part: string) => string, value: string) =>
      parts.flatMap((part) => this.db.prepare(sql(part)).all(value)) as [string][];
    for (const [id] of each((part) => `SELECT id FROM ${part}.articles WHERE path = ?`, path)) {
      this.#noteChange.run(id);
      const keys = each((part) => `SELECT key FROM ${part}.visit_keys WHERE article_id = ?`, id);
      for (const [key] of keys) {
        const met = each((part) => `SELECT article_id FROM ${part}.visit_keys WHERE key = ?`, key);
        for (const [other] of met) this.#noteChange.run(other);
      }
      for (const table of ["visit_reports", "visit_keys"])
        this.db.prepare(`DELETE FROM main.${table} WHERE article_id = ?`).run(id);
    }
  }

  /** Reads all stored articles again, for a reader that would tell otherwise. Not beside an older database. */
  async readAgain(read: VisitReading, signal?: AbortSignal): Promise<void> {
    this.db.exec("DELETE FROM visit_reports; DELETE FROM visit_keys");
    const ids = this.db.prepare("SELECT id, path FROM articles ORDER BY id").all();
    const article = this.db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE id = ?`);
    for (const [i, [id, path]] of (ids as [string, string][]).entries()) {
      this.add(id, await read(articleOf(article.get(id)!), path));
      if (i % TURN !== TURN - 1) continue;
      await setImmediate();
      signal?.throwIfAborted();
    }
    this.db.exec("INSERT OR IGNORE INTO visit_changes SELECT article_id FROM visit_articles");
  }

  /**
   * Puts together the visits that the changes touch.
   *
   * @returns What the sidecar says of the register.
   */
  finish({ lines, before }: CorrectionLines): Manifest["register"] {
    const db = this.db;
    this.#corrections = lines.flatMap((line) => correctionOf(line) ?? []);
    const changed = [...lines, ...before].filter(
      (line) => lines.includes(line) !== before.includes(line),
    );
    for (const correction of changed.flatMap((line) => correctionOf(line) ?? []))
      for (const id of articlesOfCorrection(correction)) this.#noteChange.run(id);
    // From here on a table's bare name means both parts, and writes name the part.
    if (this.isBeside) showAsOne(db);
    this.#findReports = db.prepare("SELECT reports FROM visit_reports WHERE article_id = ?");
    const number = (sql: string) => db.prepare(sql).get()![0] as number;
    const changes = number("SELECT count(*) FROM main.visit_changes");
    if (changes > 0) {
      const articles = number("SELECT count(*) FROM visit_reports");
      if (changes > MANY * articles && !this.isBeside) this.#mergeAll();
      else this.#mergeAffected();
      db.exec("DELETE FROM main.visit_changes");
    }
    return {
      readerVersion: REGISTER_READER_VERSION,
      visits: number("SELECT count(*) FROM visits"),
      corrections: [...lines],
      unmatched: this.#corrections.filter((one) => !this.#matches(one)).length,
    };
  }

  /** Whether every report that a correction names is told by its article. */
  #matches(correction: Correction): boolean {
    const names = [...correction.reports, ...(correction.do === "part" ? correction.from : [])];
    return names.every((name) => reportNamed(name, this.#reportsOf(name.articleId)) !== null);
  }

  #reportsOf(articleId: string): VisitReport[] {
    const [packed] = this.#findReports?.get(articleId) ?? [];
    return packed === undefined ? [] : (unpackJson(packed) as VisitReport[]);
  }

  #mergeAll(): void {
    const table = visitTable(this.db);
    table.clear();
    const reports = this.db
      .prepare("SELECT reports FROM visit_reports")
      .all()
      .flatMap(([packed]) => unpackJson(packed) as VisitReport[]);
    for (const visit of mergeReports(reports, this.#articles(), this.#corrections))
      table.add(visit);
  }

  #mergeAffected(): void {
    const db = this.db;
    const under = db.prepare("SELECT article_id FROM visit_keys WHERE key = ?");
    const visitsOf = db.prepare("SELECT visit FROM visit_articles WHERE article_id = ?");
    const articlesOf = db.prepare("SELECT article_id FROM visit_articles WHERE visit = ?");
    const changed = db.prepare("SELECT article_id FROM main.visit_changes").all() as [string][];
    const reportsOf = (id: string) => this.#reportsOf(id);
    const named = this.#corrections.map(articlesOfCorrection);
    const affected = affectedArticles(
      changed.map(([id]) => id),
      {
        reportsOf,
        articlesUnder: (key) => under.all(shortKey(key)).map(([id]) => id as string),
      },
      (id) => named.flatMap((ids) => (ids.includes(id) ? ids : [])),
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
      if (this.isBeside)
        db.prepare(
          "INSERT OR IGNORE INTO main.removed_visits SELECT visit FROM base.visits WHERE visit = ?",
        ).run(row);
    }
    const told = [...affected].flatMap(reportsOf);
    for (const visit of mergeReports(told, this.#articles(), this.#corrections)) table.add(visit);
  }

  #articles(): (id: string) => SourceArticle | undefined {
    const find = this.db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE id = ?`);
    return (id) => {
      const found = find.get(id);
      return found && articleOf(found);
    };
  }
}

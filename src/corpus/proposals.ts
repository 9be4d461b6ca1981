import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openWritable, type SqlRow } from "../index/sqlite.ts";
import type { Article } from "../ingest/article.ts";
import type { Actor } from "./actor.ts";
import type { Original } from "./corpus-store.ts";

/** An article that was read and waits for an admin's decision. */
export interface Proposal {
  /** Short enough for a button: 12 characters of [0-9a-f]. */
  readonly id: string;
  readonly article: Article;
  /** What it was read from; null: a text that was pasted or forwarded. */
  readonly original: Original | null;
  /** Path of the corpus file with an earlier version, or null. */
  readonly replaces: string | null;
  readonly by: Actor;
}

/** Articles waiting for a decision. They lie in `state.db`, so that a button works after a restart too. */
export interface Proposals {
  create(proposal: Omit<Proposal, "id">): Proposal;
  get(id: string): Proposal | null;
  /** Replaces the article of a waiting proposal, such as by one with another date. */
  change(id: string, article: Article): void;
  /** Ends a proposal. False where it is gone: decided before, or too old. */
  drop(id: string): boolean;
  close(): void;
}

/** Older ones are forgotten: their page may have changed. */
const KEPT_DAYS = 7;
const KEPT = 200;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS proposals (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL DEFAULT (datetime('now')),
    actor_id INTEGER,
    actor TEXT NOT NULL,
    article TEXT NOT NULL,
    original BLOB,
    extension TEXT,
    replaces TEXT
  );
`;

function proposalOf([
  id,
  actorId,
  actor,
  article,
  original,
  extension,
  replaces,
]: SqlRow): Proposal {
  const bytes = original as Uint8Array | null;
  return {
    id: id as string,
    article: JSON.parse(article as string) as Article,
    original: bytes && { bytes, extension: extension as string },
    replaces: replaces as string | null,
    by: { id: actorId as number | null, name: actor as string },
  };
}

/** Opens the waiting proposals in `state.db` of an index folder. @throws {Error} Where it cannot be written. */
export function openProposals(indexDir: string): Proposals {
  mkdirSync(indexDir, { recursive: true });
  const db = openWritable(join(indexDir, "state.db"), 2_000);
  db.exec(SCHEMA);
  const insert = db.prepare(
    `INSERT INTO proposals (id, actor_id, actor, article, original, extension, replaces)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const forget = db.prepare(
    `DELETE FROM proposals WHERE at < datetime('now', '-${KEPT_DAYS} days')
     OR rowid NOT IN (SELECT rowid FROM proposals ORDER BY rowid DESC LIMIT ${KEPT})`,
  );
  const find = db.prepare(
    `SELECT id, actor_id, actor, article, original, extension, replaces FROM proposals
     WHERE id = ? AND at >= datetime('now', '-${KEPT_DAYS} days')`,
  );
  const update = db.prepare("UPDATE proposals SET article = ? WHERE id = ?");
  const remove = db.prepare("DELETE FROM proposals WHERE id = ?");
  return {
    create(proposal) {
      const id = randomBytes(6).toString("hex");
      const { article, original, replaces, by } = proposal;
      const { bytes = null, extension = null } = original ?? {};
      insert.run(id, by.id, by.name, JSON.stringify(article), bytes, extension, replaces);
      forget.run();
      return { ...proposal, id };
    },
    get: (id) => {
      const row = find.get(id);
      return row === undefined ? null : proposalOf(row);
    },
    change: (id, article) => void update.run(JSON.stringify(article), id),
    drop: (id) => remove.run(id).changes > 0,
    close: () => db.close(),
  };
}

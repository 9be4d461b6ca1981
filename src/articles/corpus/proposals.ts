import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Article } from "../../model/index.ts";
import { addColumn, inTransaction, openStore, type SqlRow } from "../../storage/index.ts";
import type { DocumentKind, SameArticle } from "../parse/index.ts";
import type { Actor } from "./change-log.ts";
import type { Original } from "./corpus-folder.ts";
import type { EditField } from "./edit-article.ts";

/**
 * Tables of `state.db`: articles waiting for a decision, the messages that show them, and those that ask for a field of
 * an article. Until version 0.1 `asks` named the date that a message asked for.
 */
const PROPOSAL_SCHEMA = `
  CREATE TABLE IF NOT EXISTS proposals (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL DEFAULT (datetime('now')),
    actor_id INTEGER,
    actor TEXT NOT NULL,
    article TEXT NOT NULL,
    original BLOB,
    extension TEXT,
    replaces TEXT,
    decided_by TEXT,
    saved_path TEXT,
    told INTEGER NOT NULL DEFAULT 0,
    alike TEXT
  );
  CREATE TABLE IF NOT EXISTS proposal_places (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    proposal_id TEXT NOT NULL,
    asks TEXT,
    PRIMARY KEY (chat_id, message_id)
  );
  CREATE TABLE IF NOT EXISTS field_prompts (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    proposal_id TEXT,
    article_id TEXT,
    field TEXT NOT NULL,
    at TEXT NOT NULL DEFAULT (datetime('now')),
    PRIMARY KEY (chat_id, message_id)
  );
`;

/** What an admin decided. */
interface Decision {
  /** Path of the file that the article was saved to; null: it was not taken. */
  readonly path: string | null;
  /** Name of who decided. */
  readonly by: string;
}

/** An article that was read and waits for an admin's decision. */
export interface Proposal {
  /** Short enough for a button: 12 characters of [0-9a-f]. */
  readonly id: string;
  readonly article: Article;
  /** What it was read from; null once it is decided. */
  readonly original: Original | null;
  /** Path of the corpus file with an earlier version, or null. */
  readonly replaces: string | null;
  /** The corpus file with an article in the same words on another event, and what differs in this and in that one. */
  readonly alike?: { readonly path: string; readonly own: string; readonly other: string } | null;
  /** Who sent it; a feed's has no id. */
  readonly by: Actor;
  /** Null while it waits. */
  readonly decision: Decision | null;
}

/** A message in a chat. */
export interface Place {
  readonly chatId: number;
  readonly messageId: number;
}

/** The article whose field is asked for: one that waits, or an indexed one. */
export type EditedArticle = { readonly proposalId: string } | { readonly articleId: string };

/** A message that asks for a field of an article. */
interface FieldPrompt {
  readonly of: EditedArticle;
  readonly field: EditField;
}

/** Older ones are forgotten: their page may have changed. */
const KEPT_DAYS = 7;
const KEPT = 200;
/** Of the originals of waiting proposals; the oldest go first. */
const KEPT_BYTES = 100 * 1024 * 1024;

const COLUMNS =
  "id, actor_id, actor, article, original, extension, replaces, decided_by, saved_path, alike";

function proposalOf(row: SqlRow): Proposal {
  const [id, actorId, actor, article, original, extension, replaces, decidedBy, savedPath, alike] =
    row;
  const bytes = original as Uint8Array | null;
  return {
    id: id as string,
    article: JSON.parse(article as string) as Article,
    original: bytes && { bytes, extension: extension as string },
    replaces: replaces as string | null,
    alike: alike == null ? null : (JSON.parse(alike as string) as Proposal["alike"] & {}),
    by: { id: actorId as number | null, name: actor as string },
    decision:
      decidedBy === null ? null : { by: decidedBy as string, path: savedPath as string | null },
  };
}

const stored = (alike: Proposal["alike"]) => (alike == null ? null : JSON.stringify(alike));

/** Opens the waiting proposals in `state.db` of an index folder. @throws {Error} Where it cannot be written. */
export function openProposals(indexDir: string) {
  const db = openStore(join(indexDir, "state.db"), PROPOSAL_SCHEMA, { synchronous: "FULL" });
  // Files of before this column.
  addColumn(db, "proposals", "alike TEXT");
  const insert = db.prepare(
    `INSERT INTO proposals (id, actor_id, actor, article, original, extension, replaces, alike)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const forget = db.prepare(
    `DELETE FROM proposals WHERE at < datetime('now', '-${KEPT_DAYS} days') OR rowid IN (
       SELECT rowid FROM (
         SELECT rowid, row_number() OVER newest AS place,
           sum(coalesce(length(original), 0)) OVER newest AS bytes
         FROM proposals WINDOW newest AS (ORDER BY rowid DESC)
       ) WHERE place > ${KEPT} OR (place > 1 AND bytes > ${KEPT_BYTES})
     )`,
  );
  const forgetPlaces = db.prepare(
    "DELETE FROM proposal_places WHERE proposal_id NOT IN (SELECT id FROM proposals)",
  );
  const forgetPrompts = db.prepare(
    `DELETE FROM field_prompts WHERE at < datetime('now', '-${KEPT_DAYS} days')`,
  );
  const find = db.prepare(
    `SELECT ${COLUMNS} FROM proposals WHERE id = ? AND at >= datetime('now', '-${KEPT_DAYS} days')`,
  );
  const update = db.prepare(
    `UPDATE proposals SET article = ?, original = ?, extension = ?, replaces = ?, alike = ?
     WHERE id = ? AND decided_by IS NULL`,
  );
  const decide = db.prepare(
    `UPDATE proposals SET decided_by = ?, saved_path = ?, original = NULL
     WHERE id = ? AND decided_by IS NULL`,
  );
  const setTold = db.prepare("UPDATE proposals SET told = 1 WHERE id = ?");
  const untold = db.prepare(
    `SELECT ${COLUMNS} FROM proposals WHERE saved_path IS NOT NULL AND told = 0 ORDER BY rowid`,
  );
  const addPlace = db.prepare("INSERT OR REPLACE INTO proposal_places VALUES (?, ?, ?, ?)");
  const removePlace = db.prepare(
    "DELETE FROM proposal_places WHERE chat_id = ? AND message_id = ?",
  );
  const places = db.prepare(
    "SELECT chat_id, message_id FROM proposal_places WHERE proposal_id = ? AND asks IS NULL",
  );
  const shown = db.prepare(
    "SELECT proposal_id FROM proposal_places WHERE chat_id = ? AND message_id = ? AND asks IS NULL",
  );
  const setPrompt = db.prepare(
    "INSERT OR REPLACE INTO field_prompts (chat_id, message_id, proposal_id, article_id, field) VALUES (?, ?, ?, ?, ?)",
  );
  const asked = db.prepare(
    `SELECT proposal_id, article_id, field FROM field_prompts
     WHERE chat_id = ?1 AND (message_id = ?2 OR ?2 IS NULL
       AND (proposal_id IS NULL OR proposal_id IN (SELECT id FROM proposals WHERE decided_by IS NULL)))
     ORDER BY message_id DESC LIMIT 1`,
  );
  const answered = db.prepare(
    "DELETE FROM field_prompts WHERE proposal_id = ?1 OR article_id = ?2",
  );
  const idsOf = (of: EditedArticle) =>
    "proposalId" in of ? ([of.proposalId, null] as const) : ([null, of.articleId] as const);
  const get = (id: string) => {
    const row = find.get(id);
    return row === undefined ? null : proposalOf(row);
  };
  return {
    /** Null where it is unknown or too old. */
    get,
    create(proposal: Omit<Proposal, "id" | "decision">): Proposal {
      const id = randomBytes(6).toString("hex");
      const { article, original, replaces, alike = null, by } = proposal;
      const { bytes = null, extension = null } = original ?? {};
      inTransaction(db, () => {
        insert.run(
          id,
          by.id,
          by.name,
          JSON.stringify(article),
          bytes,
          extension,
          replaces,
          stored(alike),
        );
        forget.run();
        forgetPlaces.run();
        forgetPrompts.run();
      });
      return { ...proposal, id, decision: null };
    },
    /** Changes a waiting proposal, such as its article to one with another date. */
    change(
      id: string,
      changes: Partial<Pick<Proposal, "article" | "original" | "replaces" | "alike">>,
    ): void {
      const now = get(id);
      if (now === null) return;
      const { article, original, replaces, alike = null } = { ...now, ...changes };
      const { bytes = null, extension = null } = original ?? {};
      update.run(JSON.stringify(article), bytes, extension, replaces, stored(alike), id);
    },
    /** Ends the waiting. False where it was decided before, or is gone. */
    decide: (id: string, { by, path }: Decision): boolean => decide.run(by, path, id).changes > 0,
    /** Its cards tell how it came into the index. */
    told: (id: string): void => void setTold.run(id),
    /** Saved ones whose cards do not tell that yet, such as after a crash. */
    untold: (): Proposal[] => untold.all().map(proposalOf),
    /** A message shows the proposal. */
    shownAt: (id: string, { chatId, messageId }: Place): void =>
      void addPlace.run(chatId, messageId, id, null),
    /** The proposal that a message shows, or null. */
    at({ chatId, messageId }: Place): Proposal | null {
      const row = shown.get(chatId, messageId);
      return row === undefined ? null : get(row[0] as string);
    },
    /** A message is gone. */
    goneFrom: ({ chatId, messageId }: Place): void => void removePlace.run(chatId, messageId),
    /** The messages that show it. */
    places: (id: string): Place[] =>
      places.all(id).map(([chatId, messageId]) => ({
        chatId: chatId as number,
        messageId: messageId as number,
      })),
    /** A message asks for a field. */
    askedAt({ chatId, messageId }: Place, { of, field }: FieldPrompt): void {
      setPrompt.run(chatId, messageId, ...idsOf(of), field);
    },
    /** What a message asks for; without a message, what the chat was last asked for and still waits for. Null: nothing. */
    asked(chatId: number, messageId?: number): FieldPrompt | null {
      const row = asked.get(chatId, messageId ?? null);
      if (row === undefined) return null;
      const [proposalId, articleId, field] = row as [string | null, string, string];
      return {
        of: proposalId === null ? { articleId } : { proposalId },
        field: field as EditField,
      };
    },
    /** A value was given: nothing is asked for of that article any more. */
    answered: (of: EditedArticle): void => void answered.run(...idsOf(of)),
    close: (): void => db.close(),
  };
}

/** Articles waiting for a decision. They lie in `state.db`, so that a button works after a restart too. */
export type Proposals = ReturnType<typeof openProposals>;

const EXTENSIONS: Readonly<Record<DocumentKind, string>> = {
  html: ".html",
  text: ".txt",
  markdown: ".md",
  docx: ".docx",
  pdf: ".pdf",
  image: ".jpg",
  xlsx: ".xlsx",
  csv: ".csv",
  odt: ".odt",
  rtf: ".rtf",
};

/** What an article was read from, to be kept under the extension of what it is by its content. */
export function originalOf(bytes: Uint8Array, kind: DocumentKind): Original {
  const isPng = kind === "image" && bytes[0] === 0x89;
  return { bytes, extension: isPng ? ".png" : EXTENSIONS[kind] };
}

/** Sets an article down for a decision: as an update, where it is the same as an indexed one; with a note, where alike. */
export async function propose(
  engine: { readonly sameAs: (article: Article) => Promise<SameArticle | null> },
  proposals: Proposals,
  { article, original, by }: { article: Article; original: Original; by: Actor },
): Promise<Proposal> {
  return proposals.create({ article, original, ...standingOf(await engine.sameAs(article)), by });
}

/** What a proposal replaces, and what it is alike to, by what the index holds of it. */
export function standingOf(same: SameArticle | null): Pick<Proposal, "replaces" | "alike"> {
  if (same === null) return { replaces: null, alike: null };
  if (same.by !== "alike") return { replaces: same.path, alike: null };
  const { own = "", other = "" } = same.difference ?? {};
  return { replaces: null, alike: { path: same.path, own, other } };
}

/** Tables of `state.db`: articles waiting for a decision, and the messages that show them or ask for a date of theirs. */
export const PROPOSAL_SCHEMA = `
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
    asks TEXT CHECK (asks IN ('published', 'event')),
    PRIMARY KEY (chat_id, message_id)
  );
`;

/**
 * Tables of the register in a generation's database. `visit_reports` holds what each article tells (packed
 * `VisitReport[]`), written with the article; `visit_keys` under what its reports meet those of other articles;
 * `visits` what a query looks at, one row a visit; `visit_records` the whole visit (packed `Visit`), apart from
 * it so that a scan stays short. `visit_changes` names, in a draft, the articles whose visits must be put
 * together anew.
 *
 * Days are numbers `YYYYMMDD`, the first and the last that are possible; null where the year is not known.
 * Texts are keys (src/visits/register/names.ts) with a space at each end and ` / ` between their parts, so that
 * a phrase can be looked up by its words (`topics` and `words` hold each word once); lists of places are keys between slashes: `/bang tuong/quang tay/`. The
 * two `_list` columns are places to be shown.
 */
export const REGISTER_SCHEMA = `
  CREATE TABLE visit_reports (
    article_id TEXT PRIMARY KEY,
    reports BLOB NOT NULL
  );
  CREATE TABLE visit_keys (
    key TEXT NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (key, article_id)
  ) WITHOUT ROWID;
  CREATE INDEX visit_keys_article ON visit_keys (article_id);
  CREATE TABLE visit_changes (
    article_id TEXT PRIMARY KEY
  ) WITHOUT ROWID;
  CREATE TABLE visits (
    visit INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    articles TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    published TEXT,
    planned INTEGER NOT NULL,
    kind TEXT NOT NULL,
    host TEXT NOT NULL,
    guest TEXT NOT NULL,
    host_places TEXT NOT NULL,
    guest_places TEXT NOT NULL,
    counterpart TEXT NOT NULL,
    counterpart_places TEXT NOT NULL,
    place TEXT NOT NULL,
    place_places TEXT NOT NULL,
    people TEXT NOT NULL,
    names TEXT NOT NULL,
    topics TEXT NOT NULL,
    words TEXT NOT NULL,
    counterpart_list TEXT NOT NULL,
    place_list TEXT NOT NULL
  );
  CREATE TABLE visit_articles (
    article_id TEXT NOT NULL,
    visit INTEGER NOT NULL,
    PRIMARY KEY (article_id, visit)
  ) WITHOUT ROWID;
  CREATE INDEX visit_articles_visit ON visit_articles (visit);
  CREATE TABLE visit_records (
    visit INTEGER PRIMARY KEY,
    record BLOB NOT NULL
  );
`;

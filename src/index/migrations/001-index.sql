-- The index as it is published, in generations. A row is of the generations from `born` on and before `gone`
-- (2147483647: of all that are published later), so that a publication changes nothing for those who read an
-- earlier one. Texts are compared by their bytes, as SQLite compares them.

CREATE TABLE generations (
  generation integer PRIMARY KEY,
  -- The sidecar of the local generation that was published (JSON).
  manifest text NOT NULL,
  -- The generation that was in use meanwhile: where a roll-back leads.
  previous integer,
  complete boolean NOT NULL DEFAULT false
);

CREATE TABLE state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  current integer REFERENCES generations,
  -- Who went back to an older generation (JSON); null: nobody.
  hold text,
  -- Highest number of a chunk so far: none is given twice, because what readers keep of a chunk stands at its number.
  last_row integer NOT NULL DEFAULT 0,
  -- Who took the lock of the writer last; they have it while their backend does.
  backend integer,
  holder text
);
INSERT INTO state DEFAULT VALUES;

CREATE TABLE files (
  path text COLLATE "C" NOT NULL,
  sha256 text NOT NULL,
  -- Of all that is stored of the file.
  digest text NOT NULL,
  born integer NOT NULL,
  gone integer NOT NULL DEFAULT 2147483647
);
CREATE INDEX files_path ON files (path);

CREATE TABLE articles (
  id text COLLATE "C" NOT NULL,
  path text COLLATE "C" NOT NULL,
  part_of text COLLATE "C",
  title text NOT NULL,
  url text,
  source text,
  author text,
  published text COLLATE "C",
  event text,
  text text NOT NULL,
  blocks text NOT NULL,
  folded_title text NOT NULL,
  -- What it tells of visits (packed `VisitReport[]`); null: nothing.
  reports bytea,
  born integer NOT NULL,
  gone integer NOT NULL DEFAULT 2147483647
);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_path ON articles (path);
CREATE INDEX articles_newest ON articles (published DESC NULLS LAST, id) WHERE part_of IS NULL;
CREATE INDEX articles_part_of ON articles (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE chunks (
  "row" integer PRIMARY KEY,
  article_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  start integer NOT NULL,
  "end" integer NOT NULL,
  kind text NOT NULL,
  sentences text NOT NULL,
  sentence_vectors bytea,
  sentence_lengths bytea,
  token_ids bytea,
  vector bytea,
  -- Its folded words, and how many words it has with its title, with marks and folded.
  folded text NOT NULL,
  marked_words integer NOT NULL,
  folded_words integer NOT NULL,
  born integer NOT NULL,
  gone integer NOT NULL DEFAULT 2147483647
);
CREATE INDEX chunks_article ON chunks (article_id, ordinal);

-- Where our own terms stand in title (weight A) and text of a chunk (src/index/postgres/words.ts). Beside the chunks,
-- because nearly all of them are read for a common word; inline, for the same reason. The GIN indexes are made once the
-- table is filled.
CREATE TABLE chunk_words (
  "row" integer PRIMARY KEY REFERENCES chunks ON DELETE CASCADE,
  marked tsvector NOT NULL,
  folded tsvector NOT NULL,
  born integer NOT NULL
) WITH (toast_tuple_target = 8160);
ALTER TABLE chunk_words ALTER marked SET STORAGE MAIN, ALTER folded SET STORAGE MAIN;
CREATE INDEX chunk_words_born ON chunk_words (born);

-- The columns of the local store's register (src/visits/register/schema.ts), the packed visit with them.
CREATE TABLE visit_rows (
  visit integer PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  articles text NOT NULL,
  first_day integer,
  last_day integer,
  published text COLLATE "C",
  planned integer NOT NULL,
  kind text NOT NULL,
  host text NOT NULL,
  guest text NOT NULL,
  host_places text NOT NULL,
  guest_places text NOT NULL,
  counterpart text NOT NULL,
  counterpart_places text NOT NULL,
  place text NOT NULL,
  place_places text NOT NULL,
  people text NOT NULL,
  names text NOT NULL,
  topics text NOT NULL,
  words text NOT NULL,
  counterpart_list text NOT NULL,
  place_list text NOT NULL,
  record bytea NOT NULL,
  digest text NOT NULL,
  born integer NOT NULL,
  gone integer NOT NULL DEFAULT 2147483647
);
CREATE INDEX visit_rows_id ON visit_rows (id);

CREATE TABLE visit_article_rows (
  article_id text COLLATE "C" NOT NULL,
  visit integer NOT NULL REFERENCES visit_rows ON DELETE CASCADE,
  PRIMARY KEY (article_id, visit)
);
CREATE INDEX visit_article_rows_visit ON visit_article_rows (visit);

-- SQLite's function of this name, by which the register looks for phrases.
CREATE FUNCTION instr(text, text) RETURNS integer
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT strpos($1, $2)';
CREATE INDEX files_gone ON files (gone) WHERE gone < 2147483647;
CREATE INDEX articles_gone ON articles (gone) WHERE gone < 2147483647;
CREATE INDEX chunks_gone ON chunks (gone) WHERE gone < 2147483647;
CREATE INDEX visit_rows_gone ON visit_rows (gone) WHERE gone < 2147483647;

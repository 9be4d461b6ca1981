#!/bin/sh
# Roles and rights of README.md, "PostgreSQL"; run once by the database's image.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d visits -v indexer="$INDEXER_PASSWORD" -v bot="$BOT_PASSWORD" <<'SQL'
CREATE ROLE indexer LOGIN PASSWORD :'indexer';
CREATE ROLE bot LOGIN PASSWORD :'bot';
CREATE EXTENSION vector;
CREATE SCHEMA visits;
GRANT USAGE, CREATE ON SCHEMA visits TO indexer;
GRANT USAGE ON SCHEMA visits TO bot;
ALTER DEFAULT PRIVILEGES FOR ROLE indexer IN SCHEMA visits GRANT SELECT ON TABLES TO bot;
SQL

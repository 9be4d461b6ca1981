import { expect, it } from "vitest";
import { checkSchema, schemaVersion } from "../../../src/index/postgres/migrate.ts";
import type { Postgres } from "../../../src/storage/postgres/index.ts";

/** A server that gives these rows in turn. */
function server(...rows: readonly number[][]): Postgres {
  const left = [...rows];
  const all = () => [left.shift()!];
  return { name: "db/visits", settings: { url: "", schema: "visits" }, all } as unknown as Postgres;
}

it("says that a server before 15 is too old", () => {
  expect(() => checkSchema(server([140_012, 0]))).toThrow(
    "db/visits is PostgreSQL 14; version 15 or later is needed. Update the server.",
  );
});

it("says whose tables these are, where another version of the program made them", () => {
  expect(() => checkSchema(server([160_001, 1], [schemaVersion() + 1]))).toThrow(
    /of a newer program .* Update the program, or set DATABASE_SCHEMA/u,
  );
  expect(() => checkSchema(server([160_001, 1], [0]))).toThrow(/of an older program .* index/u);
  expect(checkSchema(server([160_001, 1], [schemaVersion()]))).toBe(true);
  // A schema that is not there may be made.
  expect(checkSchema(server([160_001, 0], [1]))).toBe(false);
});

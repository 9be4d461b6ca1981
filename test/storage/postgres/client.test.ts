import { expect, it } from "vitest";
import {
  DatabaseError,
  type DatabaseProblem,
  failureOf,
  isDatabaseAway,
} from "../../../src/storage/postgres/client.ts";

const withCode = (code: string, message = "words of the server") =>
  Object.assign(new Error(message), { code });

const KNOWN: readonly (readonly [Error, DatabaseProblem, RegExp])[] = [
  [withCode("ECONNREFUSED"), "away", /does not answer \(ECONNREFUSED\)\. Start it/u],
  [new Error("Connection terminated unexpectedly"), "away", /does not answer/u],
  [new AggregateError([withCode("ECONNREFUSED")]), "away", /ECONNREFUSED/u],
  [withCode("57P01"), "away", /does not answer/u],
  [withCode("53300"), "away", /does not answer/u],
  [withCode("28P01"), "refused", /Check user, password and sslmode of DATABASE_URL/u],
  [withCode("DEPTH_ZERO_SELF_SIGNED_CERT"), "refused", /sslmode/u],
  [new Error("The server does not support SSL connections"), "refused", /sslmode/u],
  [withCode("3D000"), "no-database", /There is no database db\/visits\. Create it/u],
  [withCode("42501", "permission denied for table files"), "no-right", /names the GRANT lines/u],
  [withCode("25006"), "read-only", /Set DATABASE_URL to the primary server/u],
  [withCode("53100"), "full", /no room left \(53100\)\. Make room there/u],
  [withCode("57014"), "slow", /took too long/u],
  [withCode("XX000", "cache lookup failed"), "other", /reports: cache lookup failed \(XX000\)/u],
];

it.each(KNOWN)("says what %s is and what to do", (error, problem, words) => {
  const told = DatabaseError.of(failureOf(error), "db/visits");
  expect(told.problem).toBe(problem);
  expect(told.message).toMatch(words);
  expect(told.message).toContain("db/visits");
  expect(isDatabaseAway(told)).toBe(problem === "away" || problem === "slow");
});

import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { closeServed, served } from "../../../src/index/postgres/served.ts";
import { openIndex } from "../../../src/index/read/open-index.ts";
import { takeFromDatabase } from "../../../src/indexing/publish-index.ts";
import type { IndexReader } from "../../../src/model/index.ts";
import {
  connectPostgres,
  DatabaseError,
  openPostgres,
} from "../../../src/storage/postgres/index.ts";
import { postgresDriver } from "../../postgres/driver.ts";
import { startPglite, type TestServer } from "../../postgres/pglite.ts";
import { counting, report, shippedEmbedder, workspace } from "../fixture.ts";
import { indexContract } from "./contract.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
});
// PGlite is one session: a connection of an earlier test that comes back would set its own schema for all.
afterEach(closeServed);
afterAll(() => server.stop());

const driver = postgresDriver(() => server.url);
const { place, publish: publishTo } = driver;

indexContract("in PostgreSQL", driver);

it("moves into a folder and back without embedding: the folder answers alike, and nothing is written again", async () => {
  const space = workspace();
  for (let n = 0; n < 8; n++) space.write(`bai-${n}.md`, report(n));
  await space.build();
  await publishTo(space);
  const other = workspace();
  await takeFromDatabase({ place: place(space), indexDir: other.indexDir, startedBy: "a test" });
  const told = (index: IndexReader) => ({
    articles: index.articles(0, 100),
    chunks: index
      .articles(0, 100)
      .flatMap(({ id }) =>
        index.chunksOfArticle(id).map(({ row: _, sentenceVectors: __, ...chunk }) => chunk),
      ),
    visits: index.register().find({}, { offset: 0, limit: 100 }),
    words: index.searchLexical(["doan", "bang tuong"], { folded: true, k: 100 }),
  });
  expect(other.read(told)).toEqual(space.read(told));
  // The other folder's build goes on from it, and its publication has nothing to write.
  driver.share(other, space);
  const embedder = counting(await shippedEmbedder());
  for (let n = 0; n < 8; n++) other.write(`bai-${n}.md`, report(n));
  await other.build({ embedder });
  expect(embedder.calls()).toBe(0);
  await publishTo(other);
  const { database } = served(place(space));
  expect(database.all("SELECT count(*) FROM files WHERE born > 1")[0]![0]).toBe(0);
  expect(database.all("SELECT current FROM state")[0]![0]).toBe(2);
});

it("tells in words what is wrong with a database", async () => {
  const url = new URL(server.url);
  url.port = "1";
  const away = connectPostgres({ url: url.href, schema: "x" }, "indexer");
  await expect(away).rejects.toMatchObject({ problem: "away" });
  await expect(away).rejects.toThrow(
    /^The database 127\.0\.0\.1:1\/postgres does not answer \(ECONNREFUSED\)/u,
  );
  const space = workspace();
  space.write("bai.md", report(1));
  await space.build();
  await publishTo(space);
  const session = await connectPostgres({ url: server.url, schema: place(space).schema }, "x");
  await session.query("UPDATE migrations SET version = 99");
  await session.close();
  expect(() => openIndex(place(space))).toThrow(/of a newer program \(version 99/u);
  await expect(publishTo(space)).rejects.toMatchObject({ problem: "newer-schema" });
});

it("a server whose disk is full is said to be, and what is served stays", async () => {
  const space = workspace();
  space.write("bai.md", report(1));
  await space.build();
  await publishTo(space);
  const { schema } = place(space);
  const admin = await connectPostgres({ url: server.url, schema }, "a test");
  await admin.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''53100''; END'`);
  await admin.query(
    "CREATE TRIGGER no_room BEFORE INSERT ON chunk_words EXECUTE FUNCTION full_disk()",
  );
  space.write("moi.md", report(2));
  await space.build();
  const failed = publishTo(space);
  await expect(failed).rejects.toMatchObject({ problem: "full" });
  await expect(failed).rejects.toThrow(/no room left \(53100\)\. Make room there, then try again/u);
  const count = () => {
    const index = openIndex(place(space)) as IndexReader;
    return index.articles(0, 10).length;
  };
  expect(count()).toBe(1);
  await admin.query("DROP TRIGGER no_room ON chunk_words");
  await admin.close();
  await publishTo(space);
  expect(count()).toBe(2);
});

it("fails at once while the database is away, tells it, and goes on when it is back", async () => {
  const own = await startPglite();
  const database = openPostgres({ url: own.url, schema: "x" }, 1);
  const told: (string | null)[] = [];
  database.onAway((why) => told.push(why));
  expect(database.all("SELECT 1")).toEqual([[1]]);
  await own.stop();
  expect(() => database.all("SELECT 1")).toThrow(DatabaseError);
  expect(database.away).toContain("does not answer");
  expect(() => database.all("SELECT 1")).toThrow("does not answer");
  await expect.poll(() => told).toHaveLength(1);
  const again = await startPglite(Number(new URL(own.url).port));
  await expect.poll(() => told).toEqual([expect.any(String), null]);
  expect(database.all("SELECT 1")).toEqual([[1]]);
  database.close();
  await again.stop();
});

it("searches vectors by the graph of the extension", async () => {
  const space = workspace();
  space.write("bai.md", report(1));
  await space.build();
  await publishTo(space);
  const { database } = served(place(space));
  openIndex(place(space));
  const [plan] = [
    database
      .batch([
        { sql: "SET enable_seqscan TO off" },
        {
          sql: 'EXPLAIN SELECT "row" FROM vectors_384 ORDER BY embedding <=> (SELECT embedding FROM vectors_384 LIMIT 1) LIMIT 5',
        },
        { sql: "RESET enable_seqscan" },
      ])[1]!
      .flat()
      .join("\n"),
  ];
  expect(plan).toContain("vectors_384_nearest");
});

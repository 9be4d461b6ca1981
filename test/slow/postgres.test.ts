import { once } from "node:events";
import { readFileSync } from "node:fs";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isProblem } from "../../src/index/files/manifest.ts";
import { type IndexPlace, indexHolder } from "../../src/index/place.ts";
import { inspectDatabase } from "../../src/index/postgres/inspect.ts";
import { closeServed, lockDatabase, served } from "../../src/index/postgres/served.ts";
import { followGenerations, openIndex } from "../../src/index/read/open-index.ts";
import { publishIndex } from "../../src/indexing/publish-index.ts";
import { startChild } from "../../src/process/index.ts";
import { connectPostgres } from "../../src/storage/postgres/index.ts";
import { indexContract } from "../index/contract/contract.ts";
import { report, type Workspace, workspace } from "../index/fixture.ts";
import { postgresDriver } from "../postgres/driver.ts";
import { noServer, type RealServer, startServer } from "../postgres/server.ts";

let server: RealServer;
const driver = postgresDriver(() => server.url);

/** A build in a process of its own. */
function publisher(space: Workspace) {
  const child = startChild({
    entry: new URL("../postgres/publisher.ts", import.meta.url),
    stderr: "inherit",
  });
  const { schema } = driver.place(space);
  child.send({ url: server.url, schema, indexDir: space.indexDir });
  return child;
}

function read(place: IndexPlace) {
  const index = openIndex(place);
  if (isProblem(index)) throw new Error(index.reason);
  const ids = index.articles(0, 1000).map(({ id }) => id);
  return {
    generation: index.status().generation,
    articles: ids.map((id) => [id, index.titleOf(id)]),
    chunks: ids.flatMap((id) => index.chunksOfArticle(id).map(({ text }) => text)),
    found: index.searchLexical(["doan"], { folded: true, k: 1000 }).length,
  };
}

describe.skipIf(noServer !== null)(
  `a real server${noServer === null ? "" : ` (${noServer})`}`,
  () => {
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(async () => {
      closeServed();
      await server.stop();
    });

    indexContract("in a PostgreSQL without pgvector", driver);

    it("lets one index at a time, names the one who does, and frees the lock of a killed one", async () => {
      const space = workspace();
      const { schema } = driver.place(space);
      const settings = { url: server.url, schema };
      const first = await lockDatabase(settings, "An");
      const refused = lockDatabase(settings, "Bình");
      await expect(refused).rejects.toThrow(/being built by An \(process \d+\) since/u);
      expect(indexHolder(driver.place(space))).toMatchObject({ startedBy: "An", pid: process.pid });
      await first.close();
      await expect.poll(() => indexHolder(driver.place(space))).toBeNull();
      for (let n = 0; n < 5; n++) space.write(`bai-${n}.md`, report(n));
      await space.build();
      const child = publisher(space);
      expect((await once(child, "message"))[0]).toBe("locked");
      child.kill("SIGKILL");
      await expect
        .poll(() =>
          lockDatabase(settings, "Chi").then(
            (session) => session.close(),
            () => "held",
          ),
        )
        .toBeUndefined();
      await driver.publish(space);
      expect(read(driver.place(space)).articles).toHaveLength(5);
    });

    it("killed at 50 moments, indexer or server, it answers from a whole generation", async () => {
      const space = workspace();
      for (let n = 0; n < 20; n++) space.write(`bai-${n}.md`, report(n));
      await driver.build(space);
      const place = driver.place(space);
      let before = read(place);
      for (let round = 0; round < 50; round++) {
        space.write(`bai-${round % 20}.md`, report(1000 + round));
        space.write(`moi-${round}.md`, report(2000 + round));
        await space.build();
        const child = publisher(space);
        const ended = once(child, "exit");
        await once(child, "message");
        // Spread over the time that a publication takes here, whatever the machine.
        await new Promise((wake) => setTimeout(wake, (round * 37) % 200));
        if (round % 4 === 3) {
          server.crash();
          server.start();
        } else child.kill("SIGKILL");
        await ended;
        let now: typeof before | null = null;
        await expect
          .poll(() => {
            try {
              now = read(place);
              return true;
            } catch {
              return false;
            }
          })
          .toBe(true);
        if (now!.generation === before.generation) expect(now).toEqual(before);
        else expect(now!.articles).toContainEqual([`moi-${round}`, expect.any(String)]);
        before = now!;
      }
      await driver.publish(space);
      const after = read(place);
      expect(after.articles).toHaveLength(70);
      expect(after.articles).toEqual(
        space.read((index) => index.articles(0, 1000).map(({ id, title }) => [id, title])),
      );
      expect(after.found).toBe(after.chunks.length);
    });

    it("two readers hear of a switch at once, by a notice", async () => {
      const space = workspace();
      space.write("bai.md", report(1));
      await driver.build(space);
      const heard: string[] = [];
      const logger = pino({ level: "silent" });
      const follow = (name: string, connections: number) =>
        followGenerations({
          place: { ...driver.place(space), connections },
          reload: async () => void heard.push(name),
          logger,
        });
      const stops = [follow("listens", 2), follow("looks", 1)];
      await new Promise((wake) => setTimeout(wake, 500));
      space.write("bai.md", report(2));
      await driver.build(space);
      await expect.poll(() => [...heard].sort()).toEqual(["listens", "looks"]);
      for (const stop of stops) stop();
    });

    it("two bots answer from whole generations while indexes are published", async () => {
      const space = workspace();
      for (let n = 0; n < 8; n++) space.write(`bai-${n}.md`, report(n));
      await driver.build(space);
      const seen = [0, 1].map(() => {
        const looks: { generation: string; isWhole: boolean }[] = [];
        const child = startChild({
          entry: new URL("../postgres/watcher.ts", import.meta.url),
          stderr: "inherit",
        });
        child.on("message", (look: (typeof looks)[number]) => looks.push(look));
        child.send(driver.place(space));
        return { child, looks };
      });
      for (let round = 0; round < 6; round++) {
        const before = seen.map(({ looks }) => looks.length);
        await expect.poll(() => seen.every(({ looks }, i) => looks.length > before[i]!)).toBe(true);
        space.write(`bai-${round}.md`, report(100 + round));
        space.write(`moi-${round}.md`, report(200 + round));
        await space.build();
        const child = publisher(space);
        await once(child, "exit");
      }
      for (const { looks } of seen)
        await expect.poll(() => looks.at(-1)?.generation).toBe("000007");
      for (const { child, looks } of seen) {
        child.kill();
        expect(looks.filter(({ isWhole }) => !isWhole)).toEqual([]);
        expect(new Set(looks.map(({ generation }) => generation)).size).toBeGreaterThan(1);
      }
    });

    it("speaks TLS as the address says, and believes no other certificate", async () => {
      const address = (rest: string) => server.url.replace("sslmode=disable", rest);
      const connect = (rest: string) =>
        connectPostgres({ url: address(rest), schema: "x" }, "a test");
      const isEncrypted = async (rest: string) => {
        const session = await connect(rest);
        const [row] = await session.query(
          "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
        );
        await session.close();
        return row![0] === 1;
      };
      expect(await isEncrypted("sslmode=disable")).toBe(false);
      expect(await isEncrypted(`sslmode=verify-full&sslrootcert=${server.certificate}`)).toBe(true);
      expect(await isEncrypted("sslmode=no-verify")).toBe(true);
      for (const mode of ["verify-full", "verify-ca", "require"])
        await expect(connect(`sslmode=${mode}`)).rejects.toMatchObject({ problem: "refused" });
    });

    it("says of a wrong password and of a missing database which setting to look at, and no password", async () => {
      const connect = (url: string) => connectPostgres({ url, schema: "x" }, "a test");
      const wrong = connect(server.url.replace(":secret@", ":geheim99@"));
      await expect(wrong).rejects.toMatchObject({ problem: "refused", code: "28P01" });
      await expect(wrong).rejects.toThrow(/Check user, password and sslmode of DATABASE_URL/u);
      await expect(wrong).rejects.not.toThrow(/geheim99/u);
      await expect(connect(server.url.replace("/postgres?", "/khong?"))).rejects.toThrow(
        /There is no database 127\.0\.0\.1:\d+\/khong\. Create it/u,
      );
    });

    it("asks for the extension where there are more vectors than can be compared in memory", async () => {
      const space = workspace();
      space.write("bai.md", report(1));
      await driver.build(space);
      const { database } = served(driver.place(space));
      database.all(
        "UPDATE generations SET manifest = jsonb_set(manifest::jsonb, '{counts,vectors}', '5001')::text",
      );
      expect(() => openIndex(driver.place(space))).toThrow(
        /no extension "vector".*CREATE EXTENSION vector/u,
      );
    });

    it("answers from a replica, which hears of switches too, and tells how far it is behind", async () => {
      const replica = await server.replica();
      const space = workspace();
      space.write("bai.md", report(1));
      await driver.build(space);
      const place = { ...driver.place(space), readUrl: replica.url };
      await expect.poll(() => !isProblem(openIndex(place))).toBe(true);
      expect(read(place).articles).toHaveLength(1);
      let reloads = 0;
      const stop = followGenerations({
        place,
        reload: async () => void reloads++,
        logger: pino({ level: "silent" }),
      });
      await new Promise((wake) => setTimeout(wake, 500));
      space.write("bai-2.md", report(2));
      await driver.build(space);
      await expect.poll(() => reloads).toBe(1);
      stop();
      expect(read(place).articles).toHaveLength(2);
      const { read: reads, write } = inspectDatabase(place);
      expect(reads).toMatchObject({ vector: null, tables: 1, behindSeconds: expect.any(Number) });
      expect(write).toMatchObject({ behindSeconds: null });
      expect(() => inspectDatabase({ ...place, writeUrl: replica.url })).toThrow(/read replica/u);
      closeServed();
      await replica.stop();
    });

    it("indexers and readers need no more than the rights that README names", async () => {
      const space = workspace();
      space.write("bai.md", report(1));
      await space.build();
      const { schema } = driver.place(space);
      const admin = await connectPostgres({ url: server.url, schema }, "admin");
      const [, lines] = /```sql\n(.*?)```/su.exec(readFileSync("README.md", "utf8"))!;
      const urlOf = (role: string) => server.url.replace("postgres:secret", `${role}:pass`);
      const named = lines!
        .replaceAll("visits", schema)
        .replaceAll("'…'", "'pass'")
        .replace(/CREATE EXTENSION.*\n/u, "");
      expect(named.match(/GRANT/gu)).toHaveLength(3);
      await admin.query(named);
      const session = await lockDatabase({ url: urlOf("indexer"), schema }, "a test");
      await publishIndex({ indexDir: space.indexDir, session });
      await session.close();
      const readUrl = urlOf("bot");
      const place = { writeUrl: null, readUrl, schema, connections: 2 };
      expect(read(place).articles).toHaveLength(1);
      expect(inspectDatabase(place)).toMatchObject({ write: null, read: { tables: 1 } });
      expect(inspectDatabase({ ...place, writeUrl: urlOf("indexer") }).write).not.toBeNull();
      const writing = await connectPostgres({ url: readUrl, schema }, "reader");
      await expect(writing.query("DELETE FROM files")).rejects.toMatchObject({
        problem: "no-right",
      });
      await writing.close();
      await admin.query(`REVOKE USAGE ON SCHEMA "${schema}" FROM bot`);
      await admin.close();
      closeServed();
      expect(() => openIndex(place)).toThrow(/may not use the schema/u);
    });
  },
);

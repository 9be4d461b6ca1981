import { once } from "node:events";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isProblem } from "../../src/index/files/manifest.ts";
import type { IndexPlace } from "../../src/index/place.ts";
import { lockDatabase } from "../../src/index/postgres/lock.ts";
import { closeServed } from "../../src/index/postgres/served.ts";
import { followGenerations, openIndex } from "../../src/index/read/open-index.ts";
import { indexHolder } from "../../src/index/state.ts";
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

    it("readers need no more than the rights that README names", async () => {
      const space = workspace();
      space.write("bai.md", report(1));
      await driver.build(space);
      const { schema } = driver.place(space);
      const admin = await connectPostgres({ url: server.url, schema }, "admin");
      await admin.query("CREATE ROLE visits_reader LOGIN");
      const readUrl = server.url.replace("postgres:secret", "visits_reader");
      const place = { writeUrl: null, readUrl, schema, connections: 2 };
      expect(() => openIndex(place)).toThrow(/may not use the schema/u);
      await admin.query(`GRANT USAGE ON SCHEMA "${schema}" TO visits_reader`);
      await admin.query(`GRANT SELECT ON ALL TABLES IN SCHEMA "${schema}" TO visits_reader`);
      await admin.close();
      closeServed();
      expect(read(place).articles).toHaveLength(1);
      const writing = await connectPostgres({ url: readUrl, schema }, "reader");
      await expect(writing.query("DELETE FROM files")).rejects.toMatchObject({
        problem: "no-right",
      });
      await writing.close();
    });
  },
);

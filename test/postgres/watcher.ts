/** Answers from a database as a bot does, in a process of its own, and tells of each look whether what it saw was one whole generation. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { isProblem } from "../../src/index/files/manifest.ts";
import type { DatabasePlace } from "../../src/index/postgres/served.ts";
import { openIndex } from "../../src/index/read/open-index.ts";
import { endWithParent } from "../../src/process/index.ts";

endWithParent();

const [place] = (await once(process, "message")) as [DatabasePlace];
for (;;) {
  const index = openIndex(place);
  if (isProblem(index)) throw new Error(index.reason);
  const status = index.status();
  const articles = index.articles(0, 1000);
  const chunks = articles.flatMap(({ id }) => index.chunksOfArticle(id));
  const found = index.searchLexical(["doan"], { folded: true, k: 1000 });
  const near = index.searchDense(chunks[0]!.vector!, 1000);
  index.close();
  const isWhole =
    articles.length === status.articles &&
    chunks.length === status.chunks &&
    found.length === chunks.length &&
    near.length === chunks.length;
  process.send!({ generation: status.generation, isWhole });
  await sleep(5);
}

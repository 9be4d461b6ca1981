/** Adds articles of one name, or takes the lock and keeps it, until it is killed. */
import { openChangeLog } from "../../../src/articles/corpus/change-log.ts";
import { CorpusStore } from "../../../src/articles/corpus/corpus-store.ts";
import type { Article } from "../../../src/model/article.ts";

interface Order {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly count?: number;
  readonly hold?: boolean;
}

process.once("message", ({ corpusDir, indexDir, count = 0, hold }: Order) => {
  const log = openChangeLog(indexDir);
  if (hold) {
    log.alone(() => {
      process.send!("held");
      // Nothing but a signal ends this.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });
  }
  const store = new CorpusStore(corpusDir, log);
  const actor = { id: null, name: "another process" };
  const article = (n: number): Article => ({
    id: "",
    partOf: null,
    title: "Tin",
    url: null,
    source: `báo ${n}`,
    author: null,
    published: "2024-05-06",
    event: null,
    text: `Bài số ${n}.`,
    blocks: [{ kind: "lead", start: 0, end: `Bài số ${n}.`.length }],
  });
  const paths = Array.from({ length: count }, (_, n) => store.save(article(n), null, actor));
  process.send!(paths);
  process.disconnect();
});
process.send!("ready");

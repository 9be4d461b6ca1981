/** Takes hostile inputs in as the program does, until it is killed. */

import { parseFeeds } from "../../src/articles/feeds/feeds-file.ts";
import { readItems } from "../../src/articles/feeds/read-feed.ts";
import { Robots } from "../../src/articles/feeds/robots.ts";
import { ingestFile, parseDocument } from "../../src/articles/parse/parse-document.ts";
import { readDocument } from "../../src/articles/parse/read-document.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { embedArticle } from "../../src/indexing/embed-article.ts";
import { CHUNK_DEFAULTS } from "../../src/model/versions.ts";
import { endWithParent } from "../../src/process/index.ts";
import { readVisits } from "../../src/visits/read/read-visits.ts";
import { openCorpus } from "../shared/corpus.ts";
import { HOSTILE_GROUPS, type HostileGroup } from "./hostile-groups.ts";

export interface HostileOrder {
  readonly group: HostileGroup["name"];
  /** Null: only what all inputs need is loaded. */
  readonly index: number | null;
}
export type HostileReport =
  | { readonly kind: "ready" }
  | { readonly kind: "outcome"; readonly outcome: string };

endWithParent();

const SITE = "https://example.com";
/** Made at the first input that needs it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
const embedder = once(() =>
  createEmbedder({
    model: "visits-vi-static",
    modelsDir: "embeddings",
    cacheDir: "embeddings/cache",
  }),
);
const corpus = once(() => openCorpus("corpus"));
const told = (read: { ok: true } | { ok: false; code: string }) => (read.ok ? "read" : read.code);

const DOORS: Readonly<Record<HostileGroup["name"], (bytes: Buffer) => Promise<string>>> = {
  async articles(bytes) {
    const read = ingestFile("bai.txt", bytes);
    if (!read.ok) return read.code;
    const [article] = read.articles;
    const chunks = await embedArticle(article!, await embedder(), CHUNK_DEFAULTS);
    return `${chunks.length} chunks, ${readVisits(article!).length} visits`;
  },
  documents: async (bytes) => told(await readDocument({ bytes })),
  pages: async (bytes) => told(await parseDocument({ bytes, fileName: "a.html" })),
  async questions(bytes) {
    const { answered } = await (await corpus()).engine.ask(bytes.toString());
    return answered ? "answered" : "declined";
  },
  async feeds(bytes) {
    const robots = new Robots(
      async (url) => ({ ok: true, url, bytes, mediaType: "text/plain", charset: null }) as never,
      Date.now,
    );
    const { allows } = await robots.rulesFor(SITE);
    const isAllowed = allows(`${SITE}/${"a".repeat(2_000)}`);
    const [feed] = parseFeeds(`feeds:\n - url: ${SITE}/rss\n`, "f");
    const found = await readItems(feed!, bytes.toString(), SITE).catch((error: Error) => error);
    if (found instanceof Error) return `refused; site ${isAllowed ? "open" : "closed"}`;
    return found.kind === "items" ? `${found.items.length} items` : found.kind;
  },
};

const send = (report: HostileReport) => process.send?.(report);

process.on("message", async ({ group, index }: HostileOrder) => {
  if (index === null) {
    // The first input must not pay for the model or for the index that is asked.
    await (group === "questions" ? corpus() : embedder());
    return send({ kind: "ready" });
  }
  const { inputs } = HOSTILE_GROUPS.find(({ name }) => name === group)!;
  return send({ kind: "outcome", outcome: await DOORS[group](inputs[index]!.bytes()) });
});

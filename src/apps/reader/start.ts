import type { Logger } from "pino";
import type { Config } from "../../config/index.ts";
import type { Engine } from "../../engine.ts";
import type { Register, Visit } from "../../model/index.ts";
import { type HttpServer, listen } from "../health/index.ts";
import type { ReaderEngine } from "./app.ts";
import { type ReaderLinks, withLinks } from "./links.ts";

/** A visit whose sources all lead somewhere. */
const linkedVisit = (visit: Visit, links: ReaderLinks): Visit => ({
  ...visit,
  sources: visit.sources.map((source) => ({
    ...source,
    link: source.link ?? links.article(source.articleId, source),
  })),
});

/** Only a visit that is opened: lists, files and what is inserted into other chats hold no signed links. */
const linkedRegister = (register: Register, links: ReaderLinks): Register => ({
  ...register,
  visit(id) {
    const visit = register.visit(id);
    return visit === null ? null : linkedVisit(visit, links);
  },
});

/** An engine whose citations without an address of their own lead to the reader; all else is as it was. */
export function linkedEngine(engine: Engine, links: ReaderLinks): Engine {
  return {
    ask: async (question, options) => withLinks(await engine.ask(question, options), links),
    register: () => linkedRegister(engine.register(), links),
    sources: (offset, limit) => engine.sources(offset, limit),
    article: (id) => engine.article(id),
    visitsOf: (id) => engine.visitsOf(id),
    find: (words, offset, limit) => engine.find(words, offset, limit),
    sameAs: (article) => engine.sameAs(article),
    finds: (question, articleId) => engine.finds(question, articleId),
    status: () => engine.status(),
    reload: () => engine.reload(),
    close: () => engine.close(),
  };
}

interface StartOptions {
  readonly engine: ReaderEngine;
  readonly config: Pick<
    Config,
    "readerPort" | "readerHost" | "readerUrl" | "readerToken" | "language" | "allowedChats"
  >;
  readonly logger: Logger;
}

/**
 * Serves the reader where `READER_PORT` is set; null where it is not. Its modules are loaded here, because it is off by
 * default.
 *
 * @throws {PortError} Where the port cannot be had.
 */
export async function startReader({
  engine,
  config,
  logger,
}: StartOptions): Promise<HttpServer | null> {
  const { readerPort: port, readerHost: host, readerToken, allowedChats } = config;
  if (port === null) return null;
  if (readerToken === null && allowedChats.length > 0)
    logger.warn("the bot answers some chats only, its reader everyone: set READER_TOKEN");
  const { createReader } = await import("./app.ts");
  const { getRequestListener } = await import("@hono/node-server");
  const app = createReader({ engine, config, logger });
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  });
  const server = await listen((request, response) => void listener(request, response), {
    host,
    port,
    setting: "READER_PORT",
  });
  logger.info({ host, port: server.port }, "the reader is open");
  return server;
}

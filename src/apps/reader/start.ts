import type { Logger } from "pino";
import type { Config } from "../../config/index.ts";
import { type HttpServer, listen } from "../health/index.ts";
import type { ReaderEngine } from "./app.ts";

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

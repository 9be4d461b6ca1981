import { once } from "node:events";
import { followGenerations, indexPlace } from "../../../index/index.ts";
import { linksFrom, passFor, startReader } from "../../reader/index.ts";
import { printLine, UsageError } from "../io.ts";
import { commandLogger, settings, startEngine } from "../settings.ts";

/** `serve`: the web reader without the bot, until Ctrl+C. Prints the address that opens it. @returns The exit code. */
export async function serve(options: { readonly port?: number }): Promise<number> {
  const given = settings();
  const config = { ...given, readerPort: options.port ?? given.readerPort };
  if (config.readerPort === null) throw new UsageError("give --port, or set READER_PORT");
  const logger = await commandLogger(config);
  const engine = await startEngine();
  const { readerHost: host, readerToken, readerUrl } = config;
  const unfollow = followGenerations({
    place: indexPlace(config),
    reload: () => engine.reload(),
    logger,
  });
  try {
    const reader = await startReader({ engine, config, logger });
    const root = readerUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${reader!.port}`;
    const pass = readerToken === null ? null : passFor(readerToken, Date.now());
    await printLine(linksFrom(root, () => pass).list("articles"));
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await reader!.close();
    return 0;
  } finally {
    unfollow();
    await engine.close();
  }
}

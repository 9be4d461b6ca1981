import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import pino from "pino";
import type { LogLevel } from "../config/fields.ts";
import { maskSecrets } from "./mask.ts";

const scope = new AsyncLocalStorage<{ readonly updateId: number }>();

/** Runs the handling of a Telegram update: every line logged in it, however late, carries its id. */
export function withUpdate<T>(updateId: number, work: () => T): T {
  return scope.run({ updateId }, work);
}

/** What belongs on a log line by where it is written. */
export const updateScope = (): { readonly updateId?: number } => scope.getStore() ?? {};

export interface LogDestination {
  write(line: string): void;
}

/**
 * Makes a logger that writes one JSON object a line, with every secret masked wherever it stands:
 * messages, fields, errors and their stacks.
 *
 * @param level Least level that is written.
 * @param destination Default: stderr, because stdout belongs to a command's output.
 */
export function createLogger(
  level: LogLevel,
  destination: LogDestination = pino.destination({ dest: 2, sync: true }),
): Logger {
  // Masking the finished line misses nothing; no secret holds a character that JSON would escape.
  const masked = { write: (line: string) => destination.write(maskSecrets(line)) };
  return pino(
    {
      level,
      base: null,
      mixin: updateScope,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    masked,
  );
}

import pino, { type Logger } from "pino";
import type { LogLevel } from "../config/fields.ts";
import { maskSecrets } from "./mask.ts";
import { updateScope } from "./update-scope.ts";

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

/**
 * The log, with secrets masked and update ids attached.
 */

import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";
import type { LogLevel } from "../config/index.ts";

// A bot token: the bot's id, a colon, and at least 30 characters (core.telegram.org/bots/api, "Authorizing your bot").
const TOKEN = /\d{6,20}(?::|%3A)[A-Za-z0-9_-]{30,}/giu;
// The user and password part of an address.
const CREDENTIALS = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]+@/giu;

/** Shorter values would mask innocent text. */
const MIN_SECRET_CHARS = 4;

/** The secrets of this process in every form in which a library may print them, longest first. */
let known: readonly string[] = [];

/** What of a setting is secret: of an address user and password, of anything else all. */
function secretParts(value: string): string[] {
  if (!URL.canParse(value) || !/^(?:https?|postgres(?:ql)?):/iu.test(value)) return [value];
  const { username, password, searchParams } = new URL(value);
  const told = searchParams.get("password");
  if (told !== null) return [told, value];
  if (username === "" && password === "") return [];
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  return [pass, `${user}:${pass}`];
}

const forms = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString("base64"),
  JSON.stringify(secret).slice(1, -1),
];

/**
 * Makes `maskSecrets` know values that have no shape of their own, such as a password; for the whole
 * process, because Node's own reports know of no settings.
 */
export function hideSecrets(values: readonly string[]): void {
  const given = values.map((value) => value.trim());
  const parts = given.flatMap(secretParts).filter((part) => part.length >= MIN_SECRET_CHARS);
  known = [...new Set([...known, ...parts.flatMap(forms)])].sort((a, b) => b.length - a.length);
}

/** Replaces bot tokens, passwords of addresses and known secrets in a text; libraries put them into their errors. */
export function maskSecrets(text: string): string {
  const masked = text.replace(TOKEN, "***").replace(CREDENTIALS, "$1***@");
  return known.reduce((rest, secret) => rest.replaceAll(secret, "***"), masked);
}

/**
 * Masks secrets in everything that this process says on stderr: also in what libraries write to the
 * console by themselves, in warnings and in the last words before an end.
 */
export function guardOutput(): void {
  const write = process.stderr.write.bind(process.stderr) as (...args: unknown[]) => boolean;
  process.stderr.write = (chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === "string" ? maskSecrets(chunk) : chunk, ...rest);
}

const scope = new AsyncLocalStorage<{ readonly updateId: number }>();

/** Runs the handling of a Telegram update: every line logged in it, however late, carries its id. */
export function withUpdate<T>(updateId: number, work: () => T): T {
  return scope.run({ updateId }, work);
}

/** What belongs on a log line by where it is written. */
const updateScope = (): { readonly updateId?: number } => scope.getStore() ?? {};

interface LogDestination {
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

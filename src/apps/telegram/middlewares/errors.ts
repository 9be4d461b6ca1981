import { type BotError, GrammyError, HttpError } from "grammy";
import type { Logger } from "pino";
import { asCorpusError, CorpusError } from "../../../articles/corpus/index.ts";
import { type Locale, localeFor } from "../../../locale/index.ts";
import type { Language } from "../../../model/index.ts";
import { isDatabaseAway } from "../../../storage/postgres/index.ts";
import type { BotContext } from "../context.ts";

/** What may be logged of an error: never message texts, payloads, addresses or tokens. */
interface ErrorFacts {
  readonly kind: "telegram-refused" | "telegram-unreachable" | "internal";
  readonly name: string;
  readonly method?: string;
  readonly code?: string | number;
  readonly description?: string;
  readonly at?: readonly string[];
}

const MAX_FRAMES = 6;

/** Code positions of a stack; the first line, which holds the message, is left out. */
const frames = (error: Error) =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/** Reduces an error to what may be logged. A library's message may hold the user's text or the token. */
export function errorFacts(error: unknown): ErrorFacts {
  if (error instanceof GrammyError) {
    const { name, method, error_code: code, description } = error;
    return { kind: "telegram-refused", name, method, code, description };
  }
  if (error instanceof HttpError) {
    const code = codeOf(error.error);
    // grammY's own message names the method alone (`sensitiveLogs` is off).
    const facts = { name: error.name, description: error.message };
    return { kind: "telegram-unreachable", ...facts, ...(code === undefined ? {} : { code }) };
  }
  if (!(error instanceof Error)) return { kind: "internal", name: typeof error };
  const code = codeOf(error);
  const facts = { name: error.name, at: frames(error) };
  return { kind: "internal", ...facts, ...(code === undefined ? {} : { code }) };
}

/** True where Telegram could not parse the formatting of a message. */
export function isParseError(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /can't parse|entit|unsupported start tag/iu.test(error.description)
  );
}

const HARMLESS =
  /message is not modified|message to (?:edit|be replied|reply|delete) not found|message can't be (?:edited|deleted)|query is too old|chat not found|message thread not found|TOPIC_(?:CLOSED|DELETED)|not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|PEER_ID_INVALID|MESSAGE_ID_INVALID/iu;

/** True where the words of a 400 say that nobody is at fault. */
export const isHarmlessRefusal = (description: string) => HARMLESS.test(description);

/**
 * True for refusals that are nobody's fault: the user blocked the bot or left, the message, the topic or
 * the right to write there is gone, the button press is too old, the text is the same.
 */
export function isHarmless(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    (error.error_code === 403 || (error.error_code === 400 && isHarmlessRefusal(error.description)))
  );
}

/** Waits for a call and swallows harmless refusals; other errors pass. Gives null where refused. */
export async function tolerate<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (isHarmless(error)) return null;
    throw error;
  }
}

/** A failure of which the user knows already; `cause` is what failed. */
export class ToldError extends Error {
  override readonly name = "ToldError";
}

/** True where nothing more could be written. */
export function isDiskFull(error: unknown): boolean {
  const known = asCorpusError(error);
  return known instanceof CorpusError && known.problem === "full";
}

/** What a user reads of a failure of ours; short enough for a press of a button. */
export function failureText(error: unknown, { answer, service }: Locale): string {
  if (isDatabaseAway(error)) return service.databaseAway;
  return isDiskFull(error) ? service.notKept : answer.failed;
}

/** Logs what failed in handling an update, and tells the user where the fault is ours. */
export async function reportError(
  { error: thrown, ctx }: BotError<BotContext>,
  language: Language,
  logger: Logger,
): Promise<void> {
  const isTold = thrown instanceof ToldError;
  const error = isTold ? thrown.cause : thrown;
  const facts = { error: errorFacts(error) };
  if (isHarmless(error)) {
    logger.debug(facts, "Telegram refused a harmless call");
    return;
  }
  logger.error(facts, "an update could not be handled");
  if (isTold || error instanceof GrammyError || error instanceof HttpError) return;
  const failed = failureText(error, ctx.locale ?? localeFor(language));
  try {
    // A press may have been answered before the work failed; then a message tells it.
    const told = ctx.callbackQuery && (await tolerate(ctx.answerCallbackQuery(failed)));
    if (!told) await ctx.reply(failed);
  } catch (refusal) {
    logger.warn({ error: errorFacts(refusal) }, "the user could not be told");
  }
}

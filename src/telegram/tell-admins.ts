import type { Api } from "grammy";
import type { Logger } from "pino";
import type { Language } from "../answer/answer.ts";
import type { Locale } from "../locale/locale.ts";
import { localeFor } from "../locale/locales.ts";
import { errorFacts } from "./errors.ts";

export interface TellOptions {
  readonly adminIds: Iterable<number>;
  readonly language: Language;
  readonly logger: Logger;
}

/** Sends a text to each admin. One who has never written to the bot cannot be reached; that is logged. */
export async function tellAdmins(
  api: Api,
  text: (locale: Locale) => string,
  { adminIds, language, logger }: TellOptions,
): Promise<void> {
  for (const adminId of adminIds) {
    try {
      await api.sendMessage(adminId, text(localeFor(language)));
    } catch (error) {
      logger.warn({ adminId, error: errorFacts(error) }, "an admin could not be told");
    }
  }
}

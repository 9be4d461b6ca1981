import type { Api } from "grammy";
import type { BotCommand, BotCommandScope, LanguageCode } from "grammy/types";
import { LANGUAGES, type Locale, localeFor } from "../../locale/index.ts";
import type { Language } from "../../model/index.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import { errorFacts, isHarmless } from "./middlewares/errors.ts";

const EVERYONE = [
  "ask",
  "visits",
  "timeline",
  "export",
  "latest",
  "reset",
  "sources",
  "subscribe",
  "subscriptions",
  "language",
  "status",
  "help",
  "privacy",
  "forget",
  "start",
] as const;
const ADMINS = [
  ...EVERYONE,
  "add",
  "articles",
  "remove",
  "undo",
  "log",
  "review",
  "reindex",
  "cancel",
  "rollback",
] as const;

function menu(locale: Locale, names: readonly (typeof ADMINS)[number][]): BotCommand[] {
  const descriptions = {
    ...locale.telegram.commands,
    ...locale.visits.commands,
    ...locale.corpus.commands,
    ...locale.articles.commands,
    ...locale.operations.commands,
    ...locale.following.commands,
    ...locale.desk.commands,
  };
  return names.map((command) => ({ command, description: descriptions[command] }));
}

/** The commands of admins alone, a line each. */
export function adminCommands(locale: Locale): string {
  const own = ADMINS.filter((name) => !EVERYONE.some((other) => other === name));
  return menu(locale, own)
    .map(
      ({ command, description }) =>
        `/${command} – ${description.replace(/ ?[(（][^()（）]+[)）]$/u, "")}`,
    )
    .join("\n");
}

/** The menu in every language, and in `fallback` for users of other ones. */
function setMenu(
  api: Api,
  names: readonly (typeof ADMINS)[number][],
  scope: BotCommandScope,
  locale: (code: Language | undefined) => Locale,
  signal: AbortSignal,
): Promise<unknown>[] {
  const codes: (LanguageCode | undefined)[] = [undefined, ...LANGUAGES];
  return codes.map((code) =>
    api.setMyCommands(
      menu(locale(code as Language | undefined), names),
      { scope, ...(code === undefined ? {} : { language_code: code }) },
      signal as NonNullable<Parameters<Api["setMyCommands"]>[2]>,
    ),
  );
}

const byTag = (fallback: Language) => (code: Language | undefined) => localeFor(code ?? fallback);

type MenuOptions = Pick<FeatureDeps, "language" | "logger" | "stopping">;

/** Shows an admin the admin commands too; Telegram refuses until the admin has written to the bot. */
export async function setAdminMenu(api: Api, adminId: number, options: MenuOptions): Promise<void> {
  const scope = { type: "chat", chat_id: adminId } as const;
  const of = byTag(options.language);
  await settle(setMenu(api, ADMINS, scope, of, options.stopping), options);
}

/** Shows a private chat the menu in a language that was chosen there; null: in that of its Telegram again. */
export async function setChatMenu(
  api: Api,
  chatId: number,
  chosen: Language | null,
  options: MenuOptions & { readonly adminIds: ReadonlySet<number> },
): Promise<void> {
  const { language, stopping, adminIds } = options;
  const isAdmin = adminIds.has(chatId);
  const scope = { type: "chat", chat_id: chatId } as const;
  const names = isAdmin ? ADMINS : EVERYONE;
  if (chosen === null && !isAdmin) {
    const codes = [undefined, ...LANGUAGES] as (LanguageCode | undefined)[];
    const calls = codes.map((code) =>
      api.deleteMyCommands({ scope, ...(code === undefined ? {} : { language_code: code }) }),
    );
    return await settle(calls, options);
  }
  const of = (code: Language | undefined) => localeFor(chosen ?? code ?? language);
  await settle(setMenu(api, names, scope, of, stopping), options);
}

/** Sets the command menu of everyone and of the admins. A failure is logged: the bot works without. */
export async function setCommandMenus(
  api: Api,
  adminIds: Iterable<number>,
  options: MenuOptions,
): Promise<void> {
  const { language, stopping } = options;
  const everyone = { type: "default" } as const;
  await settle(setMenu(api, EVERYONE, everyone, byTag(language), stopping), options);
  for (const adminId of adminIds) await setAdminMenu(api, adminId, options);
}

async function settle(
  calls: readonly Promise<unknown>[],
  { logger, stopping }: MenuOptions,
): Promise<void> {
  const results = await Promise.allSettled(calls);
  const failure = results.find((r) => r.status === "rejected" && !isHarmless(r.reason));
  if (failure?.status !== "rejected" || stopping.aborted) return;
  logger.warn({ error: errorFacts(failure.reason) }, "the command menu could not be set");
}

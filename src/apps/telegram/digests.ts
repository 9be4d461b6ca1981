/** Tells chats of new visits that they follow: once a day at most, never in the quiet hours, nothing twice. */
import type { Api } from "grammy";
import type { Logger } from "pino";
import { isQuiet, type QuietHours } from "../../config/index.ts";
import type { Engine } from "../../engine.ts";
import { localeFor, vietnamDay, vietnamTime } from "../../locale/index.ts";
import type { Register, Visit } from "../../model/index.ts";
import type { Digest, Readers, Subscription } from "../../storage/index.ts";
import { buttons } from "./buttons.ts";
import type { ShownMessage } from "./compose.ts";
import { NO_PREVIEW, withPlainFallback } from "./delivery/send.ts";
import { newsMessage } from "./messages/subject-page.ts";
import { errorFacts, isHarmless } from "./middlewares/errors.ts";

/** Longest name on a button. */
const MAX_BUTTON_NAME = 30;

interface DigestDeps {
  readonly engine: Pick<Engine, "register" | "status">;
  readonly readers: Readers;
  readonly quietHours: QuietHours | null;
  /** Whether a chat is still served. */
  readonly isServed: (chatId: number, userId: number) => boolean;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly stopping: AbortSignal;
}

/** The visits that only articles numbered above one tell of: another source of a known visit is no news. */
function newVisits(register: Register, readers: Readers, since: number): Visit[] {
  const fresh = new Set(readers.articlesSince(since).map(({ id }) => id));
  const visits = [...fresh].flatMap((id) => register.ofArticle(id));
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()].filter(({ articleIds }) =>
    articleIds.every((id) => fresh.has(id)),
  );
}

/** What a chat is to be told; null: nothing. */
function digestOf(
  chatId: number,
  subscriptions: readonly Subscription[],
  register: Register,
  readers: Readers,
): Digest | null {
  const visits = new Set<string>();
  const of: Subscription[] = [];
  for (const subscription of subscriptions) {
    const ids = newVisits(register, readers, subscription.since).map(({ id }) => id);
    if (ids.length === 0) continue;
    const found = register.find(
      { ...subscription.filter, ids },
      { offset: 0, limit: Number.MAX_SAFE_INTEGER },
    );
    if (found.total > 0) of.push(subscription);
    for (const { id } of found.visits) visits.add(id);
  }
  const [first] = of;
  if (first === undefined) return null;
  const language = readers.language(chatId) ?? first.language;
  return { chatId, language, visits: [...visits], of: of.map(({ id, name }) => ({ id, name })) };
}

/** A digest as it is shown; null where none of its visits is there any more. */
function rendered({ language, visits: ids, of }: Digest, register: Register): ShownMessage | null {
  const locale = localeFor(language);
  const { visits } = register.find({ ids }, { offset: 0, limit: ids.length });
  if (visits.length === 0) return null;
  const names = of.map(({ name }) => name).join(", ");
  const page = newsMessage(visits, names, locale);
  for (const { id, name } of of)
    page.keyboard
      .row()
      .text(locale.following.unfollow(name.slice(0, MAX_BUTTON_NAME)), buttons.unfollow.data(id));
  return page;
}

/** Articles become known, and news are sent, at each `check`; those that overlap are one. */
export function digests(
  api: Api,
  deps: DigestDeps,
): { check(): Promise<void>; ended(): Promise<void> } {
  const { engine, readers, logger, now, stopping } = deps;
  let running: Promise<void> | null = null;
  let noted = "";
  let latest = 0;

  /** Writes down what each chat is to be told today. */
  function collect(): void {
    const subscriptions = readers.subscriptions();
    if (subscriptions.length === 0) return;
    const register = engine.register();
    const { builtAt } = engine.status();
    if (builtAt !== noted) latest = readers.noteArticles(register.articleIds());
    noted = builtAt;
    const day = vietnamDay(new Date(now()));
    for (const chatId of new Set(subscriptions.map((one) => one.chatId))) {
      const served = subscriptions.filter(
        (one) => one.chatId === chatId && deps.isServed(chatId, one.userId),
      );
      const isDue = served.some(({ since }) => since < latest);
      if (!isDue || readers.lastDigest(chatId) === day) continue;
      readers.keepDigest(chatId, latest, day, digestOf(chatId, served, register, readers));
    }
  }

  async function send(digest: Digest): Promise<void> {
    const { chatId } = digest;
    // Before it is sent: a process that ends now leaves it unsent rather than sending it twice.
    readers.beginDigest(chatId);
    const page = rendered(digest, engine.register());
    if (page === null) return;
    try {
      await withPlainFallback(page.message, (text, parseMode) =>
        api.sendMessage(chatId, text, {
          ...NO_PREVIEW,
          ...parseMode,
          reply_markup: page.keyboard,
        }),
      );
    } catch (error) {
      const facts = { error: errorFacts(error) };
      if (isHarmless(error)) {
        readers.leave(chatId);
        logger.info(facts, "a chat cannot be written to any more; its subscriptions were ended");
        return;
      }
      logger.warn(facts, "news could not be sent");
      if (facts.error.kind === "telegram-unreachable") readers.putBackDigest(chatId);
    }
  }

  async function run(): Promise<void> {
    const hour = Number(vietnamTime(new Date(now())).hour);
    if (isQuiet(hour, deps.quietHours)) return;
    try {
      collect();
      for (const digest of readers.waitingDigests()) {
        if (stopping.aborted) return;
        await send(digest);
      }
    } catch (error) {
      logger.warn({ error: errorFacts(error) }, "news could not be collected");
    }
  }

  return {
    check() {
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    /** Resolves when none is under way. */
    async ended() {
      await running;
    },
  };
}

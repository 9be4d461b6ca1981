import { type Api, GrammyError } from "grammy";
import {
  type Actor,
  CorpusError,
  type CorpusProblem,
  type Place,
  type Proposal,
} from "../../../articles/corpus/index.ts";
import { isoDate } from "../../../language/text/index.ts";
import { type Locale, localeFor } from "../../../locale/index.ts";
import type { Article } from "../../../model/index.ts";
import { NO_PREVIEW, withPlainFallback } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { errorFacts, isHarmless, tolerate } from "../middlewares/errors.ts";
import { type Card, renderCard, type SavedState } from "./card.ts";

type CardDeps = Pick<FeatureDeps, "engine" | "corpus" | "language">;

const buttonsOf = ({ keyboard }: Card) => (keyboard === null ? {} : { reply_markup: keyboard });

/** Sends a card. */
export async function sendCard(api: Api, chatId: number, card: Card): Promise<Place> {
  const sent = await withPlainFallback(card.message, (text, parseMode) =>
    api.sendMessage(chatId, text, { ...NO_PREVIEW, ...buttonsOf(card), ...parseMode }),
  );
  return { chatId, messageId: sent.message_id };
}

/** Shows a card in a message that is there. @returns False where that message is gone. */
export async function editCard(api: Api, place: Place, card: Card): Promise<boolean> {
  const { chatId, messageId } = place;
  try {
    await withPlainFallback(card.message, (text, parseMode) =>
      api.editMessageText(chatId, messageId, text, {
        ...NO_PREVIEW,
        ...buttonsOf(card),
        ...parseMode,
      }),
    );
    return true;
  } catch (error) {
    if (!isHarmless(error)) throw error;
    return error instanceof GrammyError && /not modified/u.test(error.description);
  }
}

/** Shows how a proposal stands in every message that shows it. */
export async function refreshCards(
  api: Api,
  proposal: Proposal,
  { engine, corpus, language }: CardDeps,
  here: { readonly chatId: number; readonly locale: Locale } | null,
  state?: SavedState,
): Promise<void> {
  for (const place of corpus.proposals.places(proposal.id)) {
    const locale = place.chatId === here?.chatId ? here.locale : localeFor(language);
    await editCard(api, place, renderCard(proposal, engine, locale, state));
  }
}

/** Sends an article that a feed found to the admins, who decide. */
export async function offerToAdmins(
  api: Api,
  proposal: Proposal,
  deps: CardDeps & Pick<FeatureDeps, "adminIds">,
): Promise<void> {
  const card = renderCard(proposal, deps.engine, localeFor(deps.language));
  for (const adminId of deps.adminIds) {
    // One who has never written to the bot, or has blocked it, cannot be reached.
    const place = await tolerate(sendCard(api, adminId, card));
    if (place !== null) deps.corpus.proposals.shownAt(proposal.id, place);
  }
}

/** How saving ended. */
type SaveOutcome =
  | { readonly kind: "saved"; readonly proposal: Proposal }
  /** The same article was added since the card was shown; the proposal is an update now. */
  | { readonly kind: "now-there"; readonly proposal: Proposal }
  | { readonly kind: "failed"; readonly problem: CorpusProblem };

const isUnchanged = (a: Article, b: Article) =>
  (["title", "text", "url", "source", "author", "published"] as const).every(
    (key) => a[key] === b[key],
  ) && dayOf(a) === dayOf(b);

const dayOf = ({ event }: Article) => event && isoDate(event.date);

/** As what an article is saved: in the place of the one it is the same as or alike to, or beside it. */
export type SaveAs = "update" | "new";

/**
 * Saves the article of a waiting proposal. Where the corpus cannot be written it goes on waiting.
 *
 * @param as What the admin chose, where the card asked; by default an update of the same article, else a new one.
 */
export async function saveProposal(
  proposal: Proposal,
  actor: Actor,
  as: SaveAs | undefined,
  { corpus, engine, logger }: FeatureDeps,
): Promise<SaveOutcome> {
  const { store, proposals } = corpus;
  const { id, article, original } = proposal;
  let replaces = proposal.replaces;
  if (as === "new") replaces = null;
  else if (as === "update") replaces ??= proposal.alike?.path ?? null;
  else if (replaces === null) {
    const same = await engine.sameAs(article);
    // Word for word the same: this very press saved it, before a crash.
    if (same !== null && isUnchanged(same.article, article)) replaces = same.path;
    else if (same !== null && same.by !== "alike") {
      proposals.change(id, { replaces: same.path });
      return { kind: "now-there", proposal: { ...proposal, replaces: same.path } };
    }
  }
  try {
    const path = store.save(article, original, actor, replaces ?? undefined);
    const decision = { path, by: actor.name };
    proposals.decide(id, decision);
    return { kind: "saved", proposal: { ...proposal, decision } };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    logger.error({ problem: error.problem }, "an article could not be saved");
    return { kind: "failed", problem: error.problem };
  }
}

/** Takes a saved article into the index and shows on its cards how that goes. Never throws. */
export async function indexSaved(
  api: Api,
  proposal: Proposal,
  deps: CardDeps & Pick<FeatureDeps, "indexQueue" | "logger" | "stopping">,
  here: Parameters<typeof refreshCards>[3],
): Promise<void> {
  try {
    const outcome = deps.indexQueue.request(proposal.decision!.by);
    await refreshCards(api, proposal, deps, here);
    const state = await outcome;
    if (deps.stopping.aborted) return;
    await refreshCards(api, proposal, deps, here, state);
    deps.corpus.proposals.told(proposal.id);
  } catch (error) {
    deps.logger.warn({ error: errorFacts(error) }, "a card could not be shown");
  }
}

/** Does the same for articles that were saved before the process ended. Never throws. */
export async function indexSavedBefore(
  api: Api,
  deps: Parameters<typeof indexSaved>[2],
): Promise<void> {
  const untold = deps.corpus.proposals.untold();
  await Promise.all(untold.map((proposal) => indexSaved(api, proposal, deps, null)));
}

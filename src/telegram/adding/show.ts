import { type Api, GrammyError } from "grammy";
import type { Place, Proposal } from "../../corpus/proposals.ts";
import type { Locale } from "../../locale/locale.ts";
import { localeFor } from "../../locale/locales.ts";
import type { FeatureDeps } from "../context.ts";
import { isHarmless, tolerate } from "../errors.ts";
import { NO_PREVIEW, withPlainFallback } from "../send.ts";
import { type Card, renderCard, type SavedState } from "./card.ts";

export type CardDeps = Pick<FeatureDeps, "engine" | "corpus" | "language">;

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

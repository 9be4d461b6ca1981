import { Composer, GrammyError, HttpError } from "grammy";
import type { Message } from "grammy/types";
import type { Proposal } from "../../corpus/proposals.ts";
import { propose, standingOf } from "../../corpus/propose.ts";
import { showableUrl } from "../../fetch/check-url.ts";
import { actorOf } from "../actor.ts";
import { renderCard } from "../adding/card.ts";
import { takeDate } from "../adding/dates.ts";
import { LongPastes, type Paste } from "../adding/long-paste.ts";
import { type ReadOutcome, readFile, readPageAt, readText } from "../adding/read.ts";
import { type AddRequest, addRequest } from "../adding/request.ts";
import { editCard, refreshCards, sendCard } from "../adding/show.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { failureText, ToldError } from "../report-error.ts";
import { NO_PREVIEW, sendText } from "../send.ts";
import { turns } from "../turns.ts";

/** Addresses of one message; an office sends a handful, and each costs seconds. */
const MAX_PAGES = 10;
/** Documents that are fetched and read at the same time, over all chats. */
const AT_ONCE = 3;

/** Adding articles: pages, files, posts, pasted texts, and the dates of their cards. Must stand behind the admin gate. */
export function addFeature(deps: FeatureDeps): Composer<BotContext> {
  const { corpus, engine, reading, logger } = deps;
  const feature = new Composer<BotContext>();
  const pastes = new LongPastes();
  const inTurn = turns({ questionsAtOnce: AT_ONCE });

  feature.on("message", async (ctx, next) => {
    if (await takeDate(ctx, deps)) return;
    const paste = pastes.continued(ctx.message);
    if (paste !== null) return await goOn(ctx, paste);
    const request = addRequest(ctx.message, ctx.me);
    if (request === null) return await next();
    await take(ctx, request);
  });

  async function take(ctx: BotContext, request: AddRequest): Promise<void> {
    const { adding } = ctx.locale.corpus;
    switch (request.kind) {
      case "usage":
        await sendText(ctx, adding.usage);
        return;
      case "pages":
        return await takePages(ctx, request.urls);
      case "file": {
        const { file, caption } = request;
        const status = await sendText(ctx, adding.readingFile);
        const onPage = (page: number, pages: number) => {
          const text = adding.readingPicture(page, pages);
          void tolerate(ctx.api.editMessageText(status.chat.id, status.message_id, text));
        };
        await show(ctx, status, () =>
          readFile(ctx.api, { file, caption, reading, locale: ctx.locale, logger, onPage }),
        );
        return;
      }
      case "text": {
        const { text, known } = request;
        const status = await sendText(ctx, adding.readingText);
        const proposalId = await show(ctx, status, () =>
          readText(text, known, reading, ctx.locale),
        );
        if (proposalId !== null) pastes.remember({ proposalId, text, last: ctx.message! });
      }
    }
  }

  async function takePages(ctx: BotContext, urls: readonly string[]): Promise<void> {
    const { adding } = ctx.locale.corpus;
    const taken = urls.slice(0, MAX_PAGES);
    const statuses: Message[] = [];
    // In this order, so that what a crash cut off is taken up again in the same messages.
    for (const url of taken) {
      statuses.push(await sendText(ctx, adding.readingPage(showableUrl(url))));
    }
    if (taken.length < urls.length) await sendText(ctx, adding.tooMany(MAX_PAGES));
    await Promise.all(
      taken.map((url, i) => show(ctx, statuses[i]!, () => readPageAt(url, reading, ctx.locale))),
    );
  }

  /** Reads, and shows the card, or why there is none, in place of the status. @returns The proposal's id. */
  async function show(
    ctx: BotContext,
    status: Message,
    read: () => Promise<ReadOutcome>,
  ): Promise<string | null> {
    const place = { chatId: status.chat.id, messageId: status.message_id };
    // Read before a crash, which may have come before the card could be seen.
    const before = corpus.proposals.at(place);
    if (before !== null) {
      await editCard(ctx.api, place, renderCard(before, engine, ctx.locale));
      return before.id;
    }
    const instead = async (text: string) => {
      const edit = ctx.api.editMessageText(place.chatId, place.messageId, text, NO_PREVIEW);
      if ((await tolerate(edit)) === null) await sendText(ctx, text);
    };
    let proposal: Proposal;
    try {
      const outcome = await inTurn(ctx.chat?.id ?? 0, "question", read);
      if (!outcome.ok) {
        await instead(outcome.text);
        return null;
      }
      proposal = await propose(engine, corpus.proposals, { ...outcome, by: actorOf(ctx) });
      corpus.proposals.shownAt(proposal.id, place);
    } catch (cause) {
      if (cause instanceof GrammyError || cause instanceof HttpError) throw cause;
      // Else "reading the file" would stand there for ever.
      await instead(failureText(cause, ctx.locale));
      throw new ToldError("an article was not kept", { cause });
    }
    const card = renderCard(proposal, engine, ctx.locale);
    if (!(await editCard(ctx.api, place, card))) {
      corpus.proposals.shownAt(proposal.id, await sendCard(ctx.api, place.chatId, card));
    }
    return proposal.id;
  }

  /** The next piece of a pasted text: the card is of all of it then. */
  async function goOn(ctx: BotContext, paste: Paste): Promise<void> {
    pastes.remember(paste);
    const proposal = corpus.proposals.get(paste.proposalId);
    const read = await inTurn(ctx.chat?.id ?? 0, "question", () =>
      readText(paste.text, {}, reading, ctx.locale),
    );
    if (proposal === null || proposal.decision !== null || !read.ok) return;
    const { article, original } = read;
    const changes = { article, original, ...standingOf(await engine.sameAs(article)) };
    corpus.proposals.change(proposal.id, changes);
    const here = { chatId: ctx.chat!.id, locale: ctx.locale };
    await refreshCards(ctx.api, { ...proposal, ...changes }, deps, here);
  }

  return feature;
}

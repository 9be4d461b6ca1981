import { sequentialize } from "@grammyjs/runner";
import { Composer } from "grammy";
import type { MessageEntity } from "grammy/types";
import { languageOfTag, localeFor } from "../locale/locales.ts";
import { accessGate } from "./access.ts";
import type { BotContext, FeatureDeps } from "./context.ts";
import type { Journal } from "./journal.ts";
import type { MovedChats } from "./moved-chats.ts";
import { type QueueLimits, queueGate } from "./queue-limits.ts";
import { replaySent } from "./replay.ts";

export interface GateDeps
  extends Pick<FeatureDeps, "adminIds" | "language" | "logger" | "metrics"> {
  readonly journal: Journal;
  readonly moved: MovedChats;
  readonly allowedChats: readonly number[];
  readonly queueLimits: QueueLimits;
}

/**
 * What every update passes before the features: its answers are recorded, its language is found, its
 * sender let in; then the updates of one chat are handled one after another. Nothing may be awaited
 * before that, or updates would overtake each other.
 */
export function gates(deps: GateDeps): Composer<BotContext> {
  const { metrics, moved } = deps;
  const all = new Composer<BotContext>();
  all.use(async (ctx, next) => {
    const { update_id: id, ...content } = ctx.update;
    metrics?.update(Object.keys(content)[0] ?? "none");
    ctx.api.config.use(replaySent(id, deps.journal, deps.logger));
    ctx.locale = localeFor(languageOfTag(ctx.from?.language_code, deps.language));
    await next();
  });
  all.use(async (ctx, next) => {
    const newId = ctx.message?.migrate_to_chat_id;
    if (newId !== undefined) moved.move(ctx.message!.chat.id, newId);
    await next();
  });
  // What is forwarded is somebody's text, not the sender's command: a forwarded "/rollback" must roll nothing back.
  all.use(async (ctx, next) => {
    const { message } = ctx;
    if (message?.forward_origin !== undefined) {
      const plain = (entities: MessageEntity[] | undefined) =>
        entities?.filter(({ type }) => type !== "bot_command");
      if (message.entities) message.entities = plain(message.entities)!;
      if (message.caption_entities) message.caption_entities = plain(message.caption_entities)!;
    }
    await next();
  });
  all.use(accessGate({ allowed: deps.allowedChats, adminIds: deps.adminIds, moved }));
  all.use(queueGate(deps.queueLimits, () => metrics?.limited("queue")));
  all.use(sequentialize((ctx) => String(moved.current(ctx.chat?.id ?? ctx.from?.id ?? 0))));
  all.use(async (ctx, next) => {
    try {
      deps.journal.begin(ctx.update.update_id);
    } catch {
      // A full disk, which the intake has reported; it is no reason not to answer.
    }
    await next();
  });
  return all;
}

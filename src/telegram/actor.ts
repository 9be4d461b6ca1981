import type { Actor } from "../corpus/actor.ts";
import type { BotContext } from "./context.ts";
import { userName } from "./user-name.ts";

/** Who sent a message or pressed a button, for the log. */
export const actorOf = (ctx: BotContext): Actor => ({
  id: ctx.from!.id,
  name: userName(ctx.from!),
});

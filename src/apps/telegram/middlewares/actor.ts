import type { User } from "grammy/types";
import type { Actor } from "../../../articles/corpus/index.ts";
import type { BotContext } from "../context.ts";

/** A user for logs and reports to admins: `@name (id)`. */
const userName = (user: User) =>
  user.username === undefined
    ? `${[user.first_name, user.last_name].filter(Boolean).join(" ")} (${user.id})`
    : `@${user.username} (${user.id})`;

/** Who sent a message or pressed a button, for the log. */
export const actorOf = (ctx: BotContext): Actor => ({
  id: ctx.from!.id,
  name: userName(ctx.from!),
});

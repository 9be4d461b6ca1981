import type { User } from "grammy/types";

/** A user for logs and reports to admins: `@name (id)`. */
export const userName = (user: User) =>
  user.username === undefined
    ? `${[user.first_name, user.last_name].filter(Boolean).join(" ")} (${user.id})`
    : `@${user.username} (${user.id})`;

import { AsyncLocalStorage } from "node:async_hooks";

const scope = new AsyncLocalStorage<{ readonly updateId: number }>();

/** Runs the handling of a Telegram update: every line logged in it, however late, carries its id. */
export function withUpdate<T>(updateId: number, work: () => T): T {
  return scope.run({ updateId }, work);
}

/** What belongs on a log line by where it is written. */
export const updateScope = (): { readonly updateId?: number } => scope.getStore() ?? {};

import type { Transformer } from "grammy";
import type { Sqlite } from "../index/sqlite.ts";

/** Groups that have become supergroups, and their new ids. Telegram refuses the old ones. */
export interface MovedChats {
  /** The present id of a chat. */
  current(chatId: number): number;
  /** Notes a move and tells it on; one that is known does nothing. */
  move(oldId: number, newId: number): void;
}

/** @param onMove Lets what is kept by chat follow. */
export function movedChats(db: Sqlite, onMove: (oldId: number, newId: number) => void): MovedChats {
  const moved = new Map(
    db
      .prepare("SELECT old_id, new_id FROM moved_chats")
      .all()
      .map(([from, to]) => [Number(from), Number(to)]),
  );
  const save = db.prepare("INSERT OR REPLACE INTO moved_chats (old_id, new_id) VALUES (?, ?)");
  return {
    current: (chatId) => moved.get(chatId) ?? chatId,
    move(oldId, newId) {
      if (oldId === newId || moved.get(oldId) === newId) return;
      moved.set(oldId, newId);
      save.run(oldId, newId);
      onMove(oldId, newId);
    },
  };
}

/**
 * Sends to where a chat is now: a group that became a supergroup while its question was answered is
 * refused with its new id (`migrate_to_chat_id`), and the call is repeated there.
 */
export function followMoves(chats: MovedChats): Transformer {
  return async (prev, method, payload, signal) => {
    const asked = (payload as { chat_id?: unknown }).chat_id;
    if (typeof asked !== "number") return await prev(method, payload, signal);
    const call = (chatId: number) =>
      prev(method, chatId === asked ? payload : { ...payload, chat_id: chatId }, signal);
    const response = await call(chats.current(asked));
    const movedTo = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (movedTo === undefined) return response;
    chats.move(asked, movedTo);
    return await call(movedTo);
  };
}

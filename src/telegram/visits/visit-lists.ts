import type { Sqlite } from "../../index/sqlite.ts";
import type { VisitFilter } from "../../register/filter.ts";
import { keptTexts } from "../kept-texts.ts";

/** The lists that were asked for last; the buttons of older ones say that they have expired. */
const MAX_LISTS = 20_000;
/** Of all visits; it needs no keeping. */
export const ALL_LIST = "0";

/** What the lists of visits in chats are filtered by: buttons hold 64 bytes, a filter more. */
export interface VisitLists {
  /** Keeps a filter. @returns Its id, the same for the same filter, of [A-Za-z0-9_-]. */
  keep(filter: VisitFilter): string;
  /** The filter of a list, or null where it is no longer kept. */
  recall(id: string): VisitFilter | null;
  /** Deletes the filters last used before a time, milliseconds since 1970. */
  forgetBefore(ms: number): void;
}

/** Lists in a database of `openBotDatabase`: they outlive the process. */
export function visitLists(db: Sqlite): VisitLists {
  const filters = keptTexts(db, "visit_filters", MAX_LISTS);
  return {
    keep(filter) {
      if (Object.keys(filter).length === 0) return ALL_LIST;
      return filters.keep(JSON.stringify(filter, Object.keys(filter).sort()));
    },
    forgetBefore: filters.forgetBefore,
    recall(id) {
      if (id === ALL_LIST) return {};
      const found = filters.recall(id);
      return found === null ? null : (JSON.parse(found) as VisitFilter);
    },
  };
}
